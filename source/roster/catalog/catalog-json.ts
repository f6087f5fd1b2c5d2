import type { CatalogChange, CatalogKind, CatalogRecord } from '../plan/change-set.ts';
import { sameCatalogValue } from './catalog-entries.ts';
import { catalogFields } from './catalog-fields.ts';

/** A value of a queue, role, operator … that differs. */
export interface CatalogDifference {
  key: string;
  label: string;
  /** As text; empty where there is none. */
  before: string;
  after: string;
}

/** What becomes of it, in the words that changes of users have. */
export function catalogAction({ before, after }: CatalogChange): 'add' | 'update' | 'remove' {
  if (before === null) return 'add';
  return after === null ? 'remove' : 'update';
}

/** The values that differ, in the order in which they print. */
export function catalogDifferences({ of, before, after }: CatalogChange): CatalogDifference[] {
  const text = (record: CatalogRecord | null, key: string) => {
    const value = record?.[key];
    return value === null || value === undefined ? '' : (catalogFields[of][key]?.toText(value) ?? '');
  };
  return changedKeys({ of, before, after }).map(key => ({
    key: scriptKey(key),
    label: catalogFields[of][key]?.label ?? key,
    before: text(before, key),
    after: text(after, key),
  }));
}

/** A change to the catalog as scripts get it: like a change of a user, but for what it is about. */
export function catalogChangeJson(change: CatalogChange) {
  const { of, name, before, after } = change;
  const fields = changedKeys(change).map(key => [
    scriptKey(key),
    { before: valueJson(of, key, before), after: valueJson(of, key, after) },
  ]);
  return {
    of,
    name,
    action: catalogAction(change),
    fields: Object.fromEntries(fields) as Record<string, { before: unknown; after: unknown }>,
  };
}

function valueJson(of: CatalogKind, key: string, record: CatalogRecord | null): unknown {
  const value = record?.[key];
  if (value === null || value === undefined) return null;
  const { toJson } = catalogFields[of][key] ?? {};
  return toJson ? toJson(value) : value;
}

function changedKeys({ of, before, after }: Pick<CatalogChange, 'of' | 'before' | 'after'>): string[] {
  return Object.keys(catalogFields[of]).filter(key => !sameCatalogValue(before?.[key], after?.[key]));
}

/** An operator's role is kept with its id; scripts know it by name, as that of users. */
export function scriptKey(key: string): string {
  return key === 'role' ? 'role_name' : key;
}
