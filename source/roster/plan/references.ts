import type { Catalog } from '../catalog/catalog.ts';
import type { Reference } from '../users/user.ts';
import type { Change } from './change-set.ts';

/** Whether a change gives somebody something of the catalog: a role, a queue … */
export function refers({ fields }: Change): boolean {
  const { role, queues, skills, team, region } = fields;
  return [role?.after, team?.after, region?.after, queues?.after?.length, skills?.after?.length].some(
    Boolean,
  );
}

/** The people who would get something that the catalog no longer has. */
export function withoutGround(changes: readonly Change[], catalog: Catalog): number[] {
  const ids = (list: readonly Reference[]) => new Set(list.map(item => item.id));
  const [roles, queues, skills] = [ids(catalog.roles), ids(catalog.queues), ids(catalog.skills)];
  const [teams, regions] = [ids(catalog.teams), ids(catalog.regions)];
  const lost = (known: Set<number>, after: readonly (Reference | null | undefined)[] | null | undefined) =>
    (after ?? []).some(reference => reference && !known.has(reference.id));
  return changes
    .filter(
      ({ fields }) =>
        lost(roles, [fields.role?.after]) ||
        lost(queues, fields.queues?.after) ||
        lost(skills, fields.skills?.after) ||
        lost(teams, [fields.team?.after]) ||
        lost(regions, [fields.region?.after]),
    )
    .map(change => change.person_id);
}
