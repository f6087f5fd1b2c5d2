import { keysOf } from '../catalog/operator-keys.ts';
import type { CatalogChange } from '../plan/change-set.ts';

/** The operators who can get in, or get in by a login or key that could not before, once these changes are made. */
export function givenAccess(catalog: readonly CatalogChange[]): string[] {
  return catalog.filter(grantsAccess).map(({ name }) => name);
}

/** Whether a change gives an operator a way in. */
export function grantsAccess({ of, before, after }: CatalogChange): boolean {
  if (of !== 'operator' || after === null) return false;
  const had = new Set(keysOf(before).map(key => key.fingerprint));
  const hasNewKey = keysOf(after).some(key => !had.has(key.fingerprint));
  return before === null || hasNewKey || (after.login !== null && after.login !== before.login);
}
