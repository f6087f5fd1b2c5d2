import { setTimeout } from 'node:timers/promises';
import { keepToPutBack } from '../../../db/account/probed.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { ToPutBack } from '../../roster/push/probed.ts';
import type { AccountClient } from '../client/client.ts';
import type { Tokens } from '../client/token.ts';

/** What a probe works with; whoever probes holds the lock of the account. */
export interface Probing {
  roster: RosterDatabase;
  /** It goes on when the process is told to leave: a call on its way is waited for, so that it can be put back. */
  client: AccountClient;
  /** Of that client. */
  signal: AbortSignal;
  tokens: Tokens;
  clientWith(other: { tokens: Tokens }): AccountClient;
  /** Asked between calls: throws where the process is told to leave. */
  goOn(): void;
  onStep(text: string): void;
}

/** Whom it is tried on. */
export interface TestUser {
  /** The account's. */
  user_id: string;
  user_email: string;
  /** One that they are not in; null: there is none. */
  queue: { queue_id: string; queue_name: string } | null;
}

export function asItWas({ user_id, user_email }: TestUser): ToPutBack {
  return { user_id, user_email, country: null, queue: null };
}

/** Written before something is changed, and after it was put back. */
export async function noteToPutBack({ roster }: Probing, to: ToPutBack): Promise<void> {
  const isOf = to.country !== null || to.queue !== null;
  await roster
    .write()
    .transaction()
    .execute(trx => keepToPutBack(trx, new Date().toISOString(), isOf ? to : null, to.user_email));
}

/** Milliseconds between two looks. */
const lookEvery = 250;

/** Looks, so often at most, until the account shows what is waited for; at which look that was, null: it does not. */
export async function seenAt(
  { signal }: Pick<Probing, 'signal'>,
  look: () => Promise<boolean>,
  most: number = mostLooks,
): Promise<number | null> {
  for (let looks = 1; looks <= most; looks++) {
    if (await look()) return looks;
    await setTimeout(lookEvery, undefined, { signal });
  }
  return null;
}

/** What a change takes until the account shows it, at most. */
const mostLooks = 40;
/** What is not seen by then was not done, unless this account is known to be slower. */
const usualLooks = 6;

/** How often it is looked for something that may not have been done, where what was done showed at this look. */
export function looksFor(seen: number): number {
  return Math.max(usualLooks, 3 * seen);
}
