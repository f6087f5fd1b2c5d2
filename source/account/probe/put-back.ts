import { setTimeout } from 'node:timers/promises';
import { readLink } from '../../../db/account/link.ts';
import { operations } from '../../roster/push/operations.ts';
import { type ToPutBack, toPutBackText } from '../../roster/push/probed.ts';
import { AccountError } from '../client/account-error.ts';
import { writeNow } from '../client/write-now.ts';
import { readUser } from '../reads/read-user.ts';
import { isInQueue } from './is-in-queue.ts';
import { noteToPutBack, type Probing, seenAt } from './probing.ts';

/** Something is otherwise at the account than it was before a probe; the message says what. */
export class NotPutBack extends Error {
  override name = 'NotPutBack';
}

/** Puts back what a probe changed: this one, or one that was killed. What is left stays noted. Throws NotPutBack. */
export async function putBack(probing: Probing): Promise<void> {
  let left = (await readLink(probing.roster.read))?.probed?.to_put_back ?? null;
  if (!left) return;
  probing.onStep(`Putting back what was changed of ${left.user_email}`);
  const why: string[] = [];
  for (const part of ['queue', 'country'] as const)
    try {
      await insistently(probing, () =>
        part === 'queue' ? takeOut(probing, left!) : restoreCountry(probing, left!),
      );
      left = { ...left, [part]: null };
      await noteToPutBack(probing, left);
    } catch (error) {
      why.push((error as Error).name === 'AbortError' ? 'It took too long.' : (error as Error).message);
    }
  if (why.length > 0)
    throw new NotPutBack(
      `Not put back: ${left.user_email}: ${toPutBackText(left)}. ${[...new Set(why)].join(' ')}`,
    );
}

/** So often what has no answer is tried. */
const mostTries = 4;
/** Milliseconds that the first repetition waits; then twice as long each time. */
const firstWait = 500;

/** Both parts can be done any number of times. */
async function insistently({ signal }: Probing, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isUnsure = error instanceof AccountError && error.code === 'unreachable';
      if (!isUnsure || tries === mostTries) throw error;
      await setTimeout(firstWait * 2 ** (tries - 1), undefined, { signal });
    }
  }
}

async function takeOut(probing: Probing, { user_id, queue }: ToPutBack): Promise<void> {
  if (!queue) return;
  // Whether they are in it is not asked first: a call that was lost may put them in only now.
  const answer = await writeNow(probing, operations.deleteQueueAgent, { id: queue.queue_id, user: user_id });
  const isOut = async () => !(await isInQueue(probing, queue.queue_id, user_id));
  if ((await seenAt(probing, isOut)) !== null) return;
  throw new AccountError('refused', answer.kind === 'refused' ? answer.message : 'They are in it still.');
}

async function restoreCountry(probing: Probing, { user_id, country }: ToPutBack): Promise<void> {
  if (!country) return;
  const { before, during } = country;
  const countryNow = async () => (await readUser(probing.client, user_id))?.country_iso_code;
  const found = await countryNow();
  // They are gone, or somebody else set another one meanwhile.
  if (found !== before && found !== during) return;
  const users = [{ user_id, country_iso_code: before }];
  const answer = await writeNow(probing, operations.batchUpdateUsers, { body: { users } });
  if ((await seenAt(probing, async () => (await countryNow()) === before)) !== null) return;
  throw new AccountError(
    'refused',
    answer.kind === 'refused' ? answer.message : 'It is the other one still.',
  );
}
