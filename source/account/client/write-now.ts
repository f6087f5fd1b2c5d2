import { setTimeout } from 'node:timers/promises';
import type { Write } from '../../roster/push/operations.ts';
import { AccountError } from './account-error.ts';
import type { Written } from './answers.ts';
import type { AccountClient, Sent } from './client.ts';

const mostTries = 8;

/**
 * Sends a change, again where the account puts it off, until it was taken or refused. Throws AccountError: after `unreachable` nobody
 * knows whether it was done.
 */
export async function writeNow(
  { client, signal }: { client: AccountClient; signal: AbortSignal },
  operation: Write,
  sent: Sent,
): Promise<Exclude<Written, { kind: 'later' }>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await client.write(operation, sent);
    if (answer.kind !== 'later') return answer;
    await setTimeout(answer.wait, undefined, { signal });
  }
  throw new AccountError('used_up', 'The account is asked too much by all programs together.');
}
