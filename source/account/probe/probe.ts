import { keepFindings } from '../../../db/account/probed.ts';
import type { Findings } from '../../roster/push/probed.ts';
import { AccountError } from '../client/account-error.ts';
import { readUser } from '../reads/read-user.ts';
import { findBatches } from './batches.ts';
import { findMemberships } from './memberships.ts';
import type { Probing, TestUser } from './probing.ts';
import { NotPutBack, putBack } from './put-back.ts';
import { findTokens } from './tokens.ts';

/**
 * Finds out on a test user what no reference says of the account, and remembers it. First what a killed probe left is put back, and
 * in the end what this one changed, whatever happens. Throws AccountError, NotPutBack, BusyError, and what `goOn` throws.
 */
export async function probe(probing: Probing, user: TestUser): Promise<void> {
  const keep = (found: Partial<Findings>) =>
    probing.roster
      .write()
      .transaction()
      .execute(trx =>
        keepFindings(trx, { user_email: user.user_email, at: new Date().toISOString(), ...found }),
      );
  await putBack(probing);
  await checkPresence(probing, user);
  const { queue } = user;
  if (queue)
    await thenPutBack(probing, async () =>
      keep({ memberships_move_time: await findMemberships(probing, { ...user, queue }) }),
    );
  await thenPutBack(probing, async () => keep({ batches: await findBatches(probing, user) }));
  probing.goOn();
  probing.onStep('Asking for a second token');
  await keep({ tokens: await findTokens(probing) });
}

/** Nobody is put into a queue whom a call could reach there. */
async function checkPresence({ client }: Probing, { user_id, user_email }: TestUser): Promise<void> {
  const found = await readUser(client, user_id);
  if (!found) throw new AccountError('not_found', `${user_email} is no contact center user at the account.`);
  const { status_name } = found;
  if (status_name === 'Ready' || status_name === 'Occupied')
    throw new AccountError(
      'refused',
      `${user_email} is ${status_name} at the account, so a call could reach them. Let them go offline first.`,
    );
}

async function thenPutBack(probing: Probing, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await putBack(probing).catch((left: Error) => {
      // Both are to be told.
      const why = error instanceof AccountError ? `${error.message} ` : '';
      throw left instanceof NotPutBack ? new NotPutBack(`${why}${left.message}`, { cause: error }) : left;
    });
    throw error;
  }
  await putBack(probing);
}
