import type { CatalogChange, CatalogKind, CatalogRecord } from '../plan/change-set.ts';
import type { Catalog, OperatorRecord } from './catalog.ts';
import type { CatalogFacts } from './catalog-entries.ts';
import { recordOf } from './catalog-records.ts';

/**
 * The facts as they are once catalog changes are written: for what follows from them in the same change set,
 * and for rules about the outcome. What has no id yet can't be referred to and is left out.
 */
export function catalogAfter<T extends Pick<CatalogFacts, 'catalog' | 'operators'>>(
  facts: T,
  changes: readonly CatalogChange[],
): T {
  if (changes.length === 0) return facts;
  const { catalog } = facts;
  const after: Catalog = {
    words: catalog.words,
    roles: changed(catalog.roles, 'role', changes, (id, record) => {
      const { role_name, privileges } = recordOf('role', record);
      const built_in = catalog.roles.some(role => role.id === id && role.built_in);
      return { id, name: role_name, built_in, privileges };
    }),
    queues: changed(catalog.queues, 'queue', changes, (id, record) => {
      const { queue_name, description, channel } = recordOf('queue', record);
      return { id, name: queue_name, description, channel };
    }),
    skills: changed(catalog.skills, 'skill', changes, (id, record) => {
      const { skill_name, category, graded } = recordOf('skill', record);
      return { id, name: skill_name, category, graded };
    }),
    teams: changed(catalog.teams, 'team', changes, (id, record) => {
      return { id, name: recordOf('team', record).team_name };
    }),
    regions: changed(catalog.regions, 'region', changes, (id, record) => {
      const { region_name, is_main } = recordOf('region', record);
      return { id, name: region_name, is_main };
    }),
    templates: changed(catalog.templates, 'template', changes, (id, record) => {
      const { template_name, ...rest } = recordOf('template', record);
      return { id, name: template_name, ...rest };
    }),
  };
  return { ...facts, catalog: after, operators: operatorsAfter(facts.operators, changes) };
}

function operatorsAfter(
  operators: readonly OperatorRecord[],
  changes: readonly CatalogChange[],
): OperatorRecord[] {
  const listed = operators.map(operator => ({ ...operator, id: operator.operator_id }));
  return changed(listed, 'operator', changes, (id, record) => {
    const { user_email, ...rest } = recordOf('operator', record);
    return { id, operator_id: id, user_email_key: user_email, ...rest };
  }).map(({ id: _, ...operator }) => operator);
}

function changed<T extends { id: number }>(
  list: readonly T[],
  of: CatalogKind,
  changes: readonly CatalogChange[],
  make: (id: number, record: CatalogRecord) => T,
): T[] {
  const byId = new Map<number, CatalogRecord | null>();
  for (const change of changes) if (change.of === of && change.id !== null) byId.set(change.id, change.after);
  if (byId.size === 0) return [...list];
  const known = new Set(list.map(item => item.id));
  const kept = list.flatMap(item => {
    const record = byId.get(item.id);
    if (record === undefined) return [item];
    return record === null ? [] : [make(item.id, record)];
  });
  const added = [...byId].flatMap(([id, record]) => (record && !known.has(id) ? [make(id, record)] : []));
  return [...kept, ...added];
}
