import { setTimeout } from 'node:timers/promises';
import type { Findings } from '../../roster/push/probed.ts';
import { AccountError } from '../client/account-error.ts';
import * as reads from '../reads/reads.ts';
import type { Probing } from './probing.ts';

/** Milliseconds after which an ended token is surely turned away. */
const lag = 2_000;

/**
 * Asks for a second token and uses the first one again. The second is kept for all processes: it is good either way. Throws
 * AccountError.
 */
export async function findTokens({
  tokens,
  clientWith,
  signal,
}: Pick<Probing, 'tokens' | 'clientWith' | 'signal'>): Promise<NonNullable<Findings['tokens']>> {
  const first = await tokens.get(signal);
  await tokens.renew(signal);
  const before = clientWith({ tokens: { get: async () => first, renew: async () => {} } });
  for (const wait of [0, lag]) {
    await setTimeout(wait, undefined, { signal });
    try {
      await before.read(reads.users, { query: { page_size: '1' } });
    } catch (error) {
      if (error instanceof AccountError && error.code === 'token_taken') return 'one';
      throw error;
    }
  }
  return 'several';
}
