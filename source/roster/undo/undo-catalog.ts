import { conflicts, retarget } from '../catalog/catalog-consequences.ts';
import { catalogEntries, differences, identityOf, sameCatalogValue } from '../catalog/catalog-entries.ts';
import { catalogFields } from '../catalog/catalog-fields.ts';
import { nameOf, nounOf } from '../catalog/catalog-records.ts';
import { has, isUsedKind } from '../catalog/catalog-users.ts';
import type { CatalogChange, Change, Problem } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import { shellWord } from '../text/shell-word.ts';
import { counted, listed } from '../text/words.ts';

/**
 * The inverse of a change set's catalog changes, or of what is left of them: what was added goes, what went comes back with the same id,
 * edited values return to what they were. Refused by name where something changed since, is used by somebody
 * else now, or where its name was taken.
 */
export function undoCatalog(
  changes: readonly CatalogChange[],
  facts: Facts,
): { catalog: CatalogChange[]; problems: Problem[] } {
  const catalog: CatalogChange[] = [];
  const problems: Problem[] = [];
  // Backwards: what was done last is taken back first.
  for (const change of changes.toReversed()) {
    const inverse = invert(change, facts);
    if ('problem' in inverse) problems.push(inverse.problem);
    else if (inverse.change) catalog.push(inverse.change);
  }
  for (const change of catalog) {
    const wrong = conflicts(change, facts).filter(problem => problem.code !== 'main_region');
    problems.push(...wrong);
  }
  return { catalog, problems };
}

function invert(
  change: CatalogChange,
  facts: Facts,
): { change: CatalogChange | null } | { problem: Problem } {
  const { of, id, before, after } = change;
  const now = catalogEntries(of, facts).find(entry => identityOf(entry) === identityOf(change));
  if (before === null || after === null) {
    if (after === null && now) return changedSince(change, 'exists again');
    if (after === null) return { change: { of, id, name: change.name, before: null, after: before } };
    if (!now) return changedSince(change, 'was removed since');
    const changed = differences(now.record, after);
    if (changed[0]) return changedSince(change, `was changed since: ${label(of, changed[0])}`);
    return { change: { of, id, name: now.name, before: now.record, after: null } };
  }
  if (!now) return changedSince(change, 'was removed since');
  const touched = differences(before, after);
  const later = touched.find(key => !sameCatalogValue(now.record[key], after[key]));
  if (later) return changedSince(change, `was changed since: ${label(of, later)}`);
  const values = Object.fromEntries(touched.map(key => [key, before[key]]));
  if (touched.length === 0) return { change: null };
  return { change: { of, id, name: now.name, before: now.record, after: { ...now.record, ...values } } };
}

function label(of: CatalogChange['of'], key: string): string {
  return (catalogFields[of][key]?.label ?? key).toLowerCase();
}

function changedSince({ of, name, after }: CatalogChange, what: string): { problem: Problem } {
  const called = after ? nameOf(of, after) : name;
  const message = `The ${nounOf(of)} ${called} ${what}. Undo the later change first.`;
  return { problem: { code: 'changed_since', value: called, message } };
}

/** Who has what is to go and does not lose it by these changes. */
export function usedSince(
  catalog: readonly CatalogChange[],
  changes: readonly Change[],
  facts: Facts,
): Problem[] {
  const own = new Set(changes.map(change => change.person_id));
  return catalog
    .filter(change => change.after === null)
    .flatMap(change => inUse(change, own, catalog, facts));
}

function inUse(
  { of, id, name }: CatalogChange,
  own: ReadonlySet<number>,
  catalog: readonly CatalogChange[],
  facts: Facts,
): Problem[] {
  if (!isUsedKind(of) || id === null) return [];
  const changed = new Set(catalog.map(change => `${change.of} ${change.id}`));
  const users = facts.subjects.filter(
    ({ person, user }) => person && user && !own.has(person.person_id) && has(user.settings, of, id),
  ).length;
  const holders = [
    ...(of === 'role' ? facts.operators : [])
      .filter(({ operator_id, role }) => role.id === id && !changed.has(`operator ${operator_id}`))
      .map(({ operator_name }) => `the operator ${operator_name}`),
    ...retarget(of, id, null, facts)
      .filter(template => !changed.has(`template ${template.id}`))
      .map(template => `the template ${template.name}`),
  ];
  if (users + holders.length === 0) return [];
  const by = listed([...(users > 0 ? [counted(users, 'user')] : []), ...holders]);
  const transfer = of === 'role' ? ' --transfer ROLE' : '';
  const message = `The ${nounOf(of)} ${name} is in use by ${by}. Take it from them first, or remove it: roster ${nounOf(of)} remove ${shellWord(name)}${transfer}`;
  return [{ code: 'in_use', value: name, message }];
}
