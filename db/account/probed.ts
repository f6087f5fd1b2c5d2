import type { Findings, Probed, ToPutBack } from '../../source/roster/push/probed.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readLink } from './link.ts';

const nothing: Findings = { batches: null, memberships_move_time: null, tokens: null };

/** What was found out so far on a test user; what is not named stays as it was found before. */
export async function keepFindings(
  trx: Db,
  { user_email, at, ...found }: Pick<Probed, 'user_email' | 'at'> & Partial<Findings>,
): Promise<void> {
  const before = (await readLink(trx))?.probed;
  await keep(trx, { ...nothing, to_put_back: null, ...before, ...found, user_email, at });
}

/** To be called before something is changed for a moment: whoever dies meanwhile leaves it to the next one. Null: all is as it was. */
export async function keepToPutBack(
  trx: Db,
  at: string,
  to_put_back: ToPutBack | null,
  user_email: string,
): Promise<void> {
  const before = (await readLink(trx))?.probed;
  await keep(trx, { ...nothing, user_email, at, ...before, to_put_back });
}

async function keep(trx: Db, probed: Probed): Promise<void> {
  await trx
    .updateTable('account_link')
    .set({ probed: JSON.stringify(probed) })
    .execute();
}
