import type { Catalog } from '../catalog/catalog.ts';
import type { UsedKind } from '../catalog/catalog-users.ts';
import type { Reference, UserSettings } from '../users/user.ts';
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

/** Something of the catalog that is no more. */
export type Lost = Reference & { kind: UsedKind };

/** What settings refer to that the catalog no longer has. */
export function lostIn(settings: Partial<UserSettings>, catalog: Catalog): Lost[] {
  const { role, queues, skills, team, region } = settings;
  const used: Record<UsedKind, [values: readonly Reference[], list: readonly Reference[]]> = {
    role: [role ? [role] : [], catalog.roles],
    queue: [queues ?? [], catalog.queues],
    skill: [skills ?? [], catalog.skills],
    team: [team ? [team] : [], catalog.teams],
    region: [region ? [region] : [], catalog.regions],
  };
  return (Object.keys(used) as UsedKind[]).flatMap(kind => {
    const [values, list] = used[kind];
    const lost = values.filter(({ id }) => !list.some(candidate => candidate.id === id));
    return lost.map(({ id, name }) => ({ kind, id, name }));
  });
}

/** Settings with what they refer to by the names of today; or the first of that which is no more. */
export function withTodaysNames(
  before: Partial<UserSettings>,
  catalog: Catalog,
): { settings: Partial<UserSettings> } | { lost: Lost } {
  const [lost] = lostIn(before, catalog);
  if (lost) return { lost };
  const settings = { ...before };
  const today = <T extends Reference>(list: readonly Reference[], value: T): T => ({
    ...value,
    name: list.find(candidate => candidate.id === value.id)?.name ?? value.name,
  });
  const { roles, queues, skills, teams, regions } = catalog;
  // Of a role, history keeps what a user has of it: id and name.
  if (settings.role) settings.role = today(roles, { id: settings.role.id, name: settings.role.name });
  settings.queues &&= settings.queues.map(queue => today(queues, queue));
  settings.skills &&= settings.skills.map(skill => today(skills, skill));
  settings.team &&= today(teams, settings.team);
  settings.region &&= today(regions, settings.region);
  return { settings };
}
