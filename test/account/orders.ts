import { randomFor } from '../../source/demo/random.ts';
import type { Account } from './account.ts';
import type { Fault } from './faults.ts';
import type { BatchMode } from './operations/operation.ts';

/** What an account that is a process of its own is told by who forked it. */
export type Order =
  /** Begins the spans anew. */
  | 'counts'
  /** Its other admin does so much at random; the answer says what. */
  | { portal: { seed: number; times: number } }
  /** People who have no license. */
  | { people: readonly string[] }
  | { refuse: { user_email: string; code: number; message: string } }
  | { allow: string }
  | { licenses: Readonly<Record<string, number>> }
  | { batches: BatchMode }
  /** A share of all requests meets these from then on; null: none. */
  | { faults: { seed: number; share: number; kinds: readonly Fault[] } | null };

/** Does it, keeps it, and returns what is to be answered. */
export function carryOut(account: Account, order: Order): unknown {
  const { portal, faults, refusals, counts } = account;
  if (order === 'counts') {
    const answer = structuredClone(counts);
    for (const name of Object.keys(counts.spans)) delete counts.spans[name];
    return answer;
  }
  if ('portal' in order) {
    const done = portal.random(randomFor(16, order.portal.seed), order.portal.times);
    account.keep();
    return done;
  }
  if ('people' in order) for (const email of order.people) portal.addPerson(email);
  if ('refuse' in order) {
    const { user_email, code, message } = order.refuse;
    refusals.refuse(user_email, code, message);
  }
  if ('allow' in order) refusals.allow(order.allow);
  if ('licenses' in order)
    for (const [license, count] of Object.entries(order.licenses)) portal.setLicenses(license, count);
  if ('batches' in order) account.batches = order.batches;
  if ('faults' in order) {
    if (order.faults) faults.seeded(order.faults.seed, order.faults.share, order.faults.kinds);
    else faults.off();
  }
  account.keep();
  return null;
}
