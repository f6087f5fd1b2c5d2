import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { operations } from '../../roster/push/operations.ts';
import { AccountError } from '../client/account-error.ts';
import { writeNow } from '../client/write-now.ts';
import { listRead, text } from '../reads/list-read.ts';
import * as reads from '../reads/reads.ts';
import { isInQueue } from './is-in-queue.ts';
import { asItWas, looksFor, noteToPutBack, type Probing, seenAt, type TestUser } from './probing.ts';

const { path, category, scope, purpose, pageSize } = reads.users;

/** The list alone says when somebody was changed last. */
const times = listRead({
  ...{ path, category, scope, purpose, pageSize, list: 'users' },
  row: z.object({ user_id: z.string(), last_modified_time: text }),
  idOf: row => row.user_id,
});

/** The account's times are of whole seconds; in ms. */
const nextSecond = 1_100;

/**
 * Puts the test user into a queue, and reads whether that counts as a change of theirs; null where the account does not say when
 * somebody was changed. They are left in the queue. Throws AccountError.
 */
export async function findMemberships(
  probing: Probing,
  user: TestUser & { queue: { queue_id: string; queue_name: string } },
): Promise<boolean | null> {
  const { user_id, user_email, queue } = user;
  const { client, signal } = probing;
  if (await isInQueue(probing, queue.queue_id, user_id))
    throw new AccountError(
      'refused',
      `${user_email} is in the queue ${queue.queue_name} at the account. Name another one with --queue.`,
    );
  const changedAt = async () => {
    const { rows } = await client.read(times, { query: { search_key: user_email, page_size: '300' } });
    return rows.find(row => row.user_id === user_id)?.last_modified_time ?? null;
  };
  const before = await changedAt();
  await setTimeout(nextSecond, undefined, { signal });
  probing.goOn();
  probing.onStep(`Putting ${user_email} into the queue ${queue.queue_name}`);
  await noteToPutBack(probing, { ...asItWas(user), queue });
  const answer = await writeNow(probing, operations.assignQueueAgents, {
    id: queue.queue_id,
    body: { user_ids: [user_id] },
  });
  if (answer.kind === 'refused')
    throw new AccountError(
      'refused',
      `The account does not put ${user_email} into the queue ${queue.queue_name}: ${answer.message}`,
    );
  const seen = await seenAt(probing, () => isInQueue(probing, queue.queue_id, user_id));
  if (seen === null)
    throw new AccountError(
      'refused',
      `The account took ${user_email} into the queue ${queue.queue_name}, and does not show it.`,
    );
  if (before === null) return null;
  return (await seenAt(probing, async () => (await changedAt()) !== before, looksFor(seen))) !== null;
}
