import type { CatalogKind, CatalogRecord } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import { sameValue } from '../users/field-values.ts';
import type { OperatorRecord } from './catalog.ts';
import { type CatalogRecords, nameOf } from './catalog-records.ts';

/** The facts about what the account has besides users. */
export type CatalogFacts = Pick<Facts, 'account' | 'pools' | 'catalog' | 'operators'>;

/** A queue, role, operator … as it is now. */
export interface CatalogEntry {
  of: CatalogKind;
  /** Null for a license pool, which its package tells apart. */
  id: number | null;
  name: string;
  record: CatalogRecord;
}

/** All there are of a kind, with the records that change sets keep of them. */
export function catalogEntries(of: CatalogKind, facts: CatalogFacts): CatalogEntry[] {
  const { account, pools, catalog, operators } = facts;
  switch (of) {
    case 'queue':
      return catalog.queues.map(({ id, name, description, channel }) =>
        entry<'queue'>(of, id, { queue_name: name, description, channel }),
      );
    case 'role':
      return catalog.roles.map(({ id, name, privileges }) =>
        entry<'role'>(of, id, { role_name: name, privileges }),
      );
    case 'skill':
      return catalog.skills.map(({ id, name, category, graded }) =>
        entry<'skill'>(of, id, { skill_name: name, category, graded }),
      );
    case 'team':
      return catalog.teams.map(({ id, name }) => entry<'team'>(of, id, { team_name: name }));
    case 'region':
      return catalog.regions.map(({ id, name, is_main }) =>
        entry<'region'>(of, id, { region_name: name, is_main }),
      );
    case 'template':
      return catalog.templates.map(({ id, name, description, type, edits }) =>
        entry<'template'>(of, id, { template_name: name, description, type, edits }),
      );
    case 'operator':
      return operators.map(operator => entry<'operator'>(of, operator.operator_id, operatorRecord(operator)));
    case 'account': {
      // Connecting is no change of the account.
      const { is_connected: _, ...record } = account;
      return [entry<'account'>(of, 1, record)];
    }
    case 'license_pool':
      return pools.map(({ package_name, total }) => entry<'license_pool'>(of, null, { package_name, total }));
  }
}

/** An operator as change sets keep them. */
export function operatorRecord(operator: OperatorRecord): CatalogRecords['operator'] {
  const { operator_name, role, is_owner, login, keys, user_email_key } = operator;
  return { operator_name, role, is_owner, login, keys, user_email: user_email_key };
}

function entry<Kind extends CatalogKind>(
  of: Kind,
  id: number | null,
  record: CatalogRecords[Kind],
): CatalogEntry {
  const kept = { ...record } as unknown as CatalogRecord;
  return { of, id, name: nameOf(of, kept), record: kept };
}

/** Which thing an entry or a change is about; it survives a renaming. */
export function identityOf({ id, name }: { id: number | null; name: string }): string {
  return id === null ? name : String(id);
}

/** The values in which two records of a kind differ, by key. */
export function differences(before: CatalogRecord, after: CatalogRecord): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    key => !sameCatalogValue(before[key], after[key]),
  );
}

/** Whether two values of a record say the same; edits of a template work in their order, keys have one. */
export function sameCatalogValue(a: unknown, b: unknown): boolean {
  if (isOrdered(a) || isOrdered(b)) return JSON.stringify(a) === JSON.stringify(b);
  return sameValue(a, b);
}

function isOrdered(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object';
}
