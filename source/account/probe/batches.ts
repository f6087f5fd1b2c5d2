import { randomBytes } from 'node:crypto';
import { operations } from '../../roster/push/operations.ts';
import type { BatchOutcome } from '../../roster/push/probed.ts';
import { AccountError } from '../client/account-error.ts';
import { writeNow } from '../client/write-now.ts';
import { readUser } from '../reads/read-user.ts';
import { asItWas, looksFor, noteToPutBack, type Probing, seenAt, type TestUser } from './probing.ts';

/**
 * Sends batches of the test user and of somebody who does not exist, and reads what became of them. The country is what is changed:
 * batches take it, and it says nothing about calls. It is left as it comes out. Throws AccountError.
 */
export async function findBatches(probing: Probing, user: TestUser): Promise<BatchOutcome> {
  const { user_id, user_email } = user;
  const before = (await readUser(probing.client, user_id))?.country_iso_code;
  if (!before)
    throw new AccountError(
      'refused',
      `${user_email} has no country at the account, and one can’t be cleared again. Give them one there, or name another test user.`,
    );
  const during = before === 'US' ? 'GB' : 'US';
  const test = (country_iso_code: string) => ({ user_id, country_iso_code });
  // As long as an id is, and random: there is no such user.
  const missing = { user_id: randomBytes(16).toString('base64url'), country_iso_code: during };
  const has = async (country: string) =>
    (await readUser(probing.client, user_id))?.country_iso_code === country;
  const send = async (users: readonly unknown[]) => {
    probing.goOn();
    return await writeNow(probing, operations.batchUpdateUsers, { body: { users } });
  };

  probing.onStep(`Changing the country of ${user_email} alone`);
  await noteToPutBack(probing, { ...asItWas(user), country: { before, during } });
  const alone = await send([test(during)]);
  if (alone.kind === 'refused')
    throw new AccountError(
      'refused',
      `The account does not change the country of ${user_email}: ${alone.message}`,
    );
  const seen = await seenAt(probing, () => has(during));
  if (seen === null)
    throw new AccountError(
      'refused',
      `The account took another country for ${user_email}, and does not show it.`,
    );
  const isBack = async () => (await seenAt(probing, () => has(before), looksFor(seen))) !== null;

  probing.onStep('Changing it behind a user who does not exist');
  await send([missing, test(before)]);
  if (await isBack()) return 'good_rows';
  probing.onStep('Changing it before a user who does not exist');
  await send([test(before), missing]);
  return (await isBack()) ? 'until_bad' : 'whole';
}
