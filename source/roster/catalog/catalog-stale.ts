import type { CatalogChange } from '../plan/change-set.ts';
import { catalogAfter } from './catalog-after.ts';
import { conflicts, retarget } from './catalog-consequences.ts';
import { type CatalogFacts, catalogEntries, differences, identityOf } from './catalog-entries.ts';
import { guardProblems, type Self } from './catalog-guards.ts';
import { recordOf } from './catalog-records.ts';

/**
 * Whether catalog changes no longer fit what is there by now: something is not as the plan saw it, a name was
 * taken, a template names what is to go, or the operators changed so that somebody would be locked out.
 */
export function isCatalogStale(changes: readonly CatalogChange[], facts: CatalogFacts, self: Self): boolean {
  return (
    changes.some(change => isOutdated(change, changes, facts)) ||
    hasLostOperators(changes, facts) ||
    guardProblems(changes, facts, self).length > 0
  );
}

/** Whether an operator would have a role that is gone. */
function hasLostOperators(changes: readonly CatalogChange[], facts: CatalogFacts): boolean {
  const { catalog, operators } = catalogAfter(facts, changes);
  const roles = new Set(catalog.roles.map(role => role.id));
  const added = changes.flatMap(({ of, id, after }) =>
    of === 'operator' && id === null && after ? [recordOf('operator', after).role.id] : [],
  );
  return [...operators.map(operator => operator.role.id), ...added].some(id => !roles.has(id));
}

function isOutdated(change: CatalogChange, all: readonly CatalogChange[], facts: CatalogFacts): boolean {
  const { of, id, before, after } = change;
  const now = catalogEntries(of, facts).find(entry => identityOf(entry) === identityOf(change));
  if (before === null) return (id !== null && now !== undefined) || conflicts(change, facts).length > 0;
  if (!now || differences(now.record, before).length > 0) return true;
  if (after !== null) return conflicts(change, facts).some(problem => problem.code !== 'main_region');
  const known = new Set(all.map(other => `${other.of} ${other.id}`));
  return id !== null && retarget(of, id, null, facts).some(other => !known.has(`${other.of} ${other.id}`));
}
