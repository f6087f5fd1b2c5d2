import { completeChanges } from '../../../db/account/complete-changes.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { UserDifference } from '../pull/user-difference.ts';
import { inTransaction } from './pushing.ts';

/**
 * What the account gave to those whom a change set added, and nobody here said, becomes a part of that addition: nobody changed
 * anything. Returns the others.
 */
export async function completeAdditions(
  roster: RosterDatabase,
  found: readonly UserDifference[],
  change_set_id: number,
): Promise<UserDifference[]> {
  const changes = found.flatMap(({ change }) =>
    change?.action === 'update' && change.version === change_set_id ? [change] : [],
  );
  if (changes.length === 0) return [...found];
  const completed = await inTransaction(roster, trx => completeChanges(trx, change_set_id, changes));
  return found.map(one => (completed.has(one.person_id) ? { ...one, change: null } : one));
}
