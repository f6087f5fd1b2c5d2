import type { Probed } from '../../source/roster/push/probed.ts';
import type { Db } from '../sqlite/dialect.ts';
import { askForLevels } from './levels.ts';

/** The vendor's account that a roster is connected to. Times are ISO 8601 UTC. */
export interface AccountLink {
  remote_account_id: string;
  connected_at: string;
  connected_by: string;
  /** When it was read whole last; null: not yet. */
  read_at: string | null;
  /** The change set of the first reading; null until it began. */
  first_set_id: number | null;
  /** The change set of the levels of skills that came after it; null until then. */
  first_levels_set_id: number | null;
  /** When the levels of everybody's skills were asked for last. */
  levels_asked_at: string | null;
  /** When memberships were read whole last; null: not yet. */
  memberships_read_at: string | null;
  /** Since when it can't be read, and why in a sentence; null: it could be read last. */
  failing_since: string | null;
  failure: string | null;
  /** What was found out on a test user; null: nothing yet. */
  probed: Probed | null;
}

/** Null where it is connected to none. */
export async function readLink(db: Db): Promise<AccountLink | null> {
  const row = await db
    .selectFrom('account_link')
    .select(['remote_account_id', 'connected_at', 'connected_by', 'read_at', 'first_set_id'])
    .select(['first_levels_set_id', 'levels_asked_at', 'memberships_read_at', 'failing_since', 'failure'])
    .select('probed')
    .executeTakeFirst();
  return row ? { ...row, probed: JSON.parse(row.probed ?? 'null') as Probed | null } : null;
}

/** Connects to an account, or again to the one it is connected to: what was read of that stays. */
export async function writeLink(
  trx: Db,
  link: Pick<AccountLink, 'remote_account_id' | 'connected_at' | 'connected_by'>,
): Promise<void> {
  const before = await readLink(trx);
  if (before?.remote_account_id !== link.remote_account_id) await deleteLink(trx);
  await trx
    .insertInto('account_link')
    .values({ account_link_id: 1, ...link, read_at: null, first_set_id: null })
    .onConflict(conflict => conflict.column('account_link_id').doUpdateSet(link))
    .execute();
}

/**
 * The users stay; what the account said of them, and by which ids it knows things, is forgotten. What waited for it is not for another
 * one.
 */
export async function deleteLink(trx: Db): Promise<void> {
  await trx
    .updateTable('pushes')
    .set({ state: 'canceled', changed_at: new Date().toISOString() })
    .where('state', '=', 'waiting')
    .execute();
  for (const table of ['account_link', 'remote_ids', 'account_base'] as const)
    await trx.deleteFrom(table).execute();
}

/** The first reading has begun, or the one of levels, and history has it as this set. */
export async function noteFirstSet(
  trx: Db,
  set: Partial<Pick<AccountLink, 'first_set_id' | 'first_levels_set_id'>>,
): Promise<void> {
  await trx.updateTable('account_link').set(set).execute();
}

/** All that was read of the account is here as it was then. */
export async function noteRead(
  trx: Db,
  read_at: string,
  { memberships }: { memberships: boolean },
): Promise<void> {
  const read = { read_at, failing_since: null, failure: null };
  await trx
    .updateTable('account_link')
    .set({ ...read, ...(memberships && { memberships_read_at: read_at }) })
    .execute();
}

/** All that the account says is to be looked at again, the levels of everybody's skills too. */
export async function noteFullReading(trx: Db): Promise<void> {
  await trx.updateTable('account_base').set({ profile_digest: null, memberships_digest: null }).execute();
  await askForLevels(trx, new Date().toISOString());
}

/** The account answers again. */
export async function noteAnswer(trx: Db): Promise<void> {
  await trx.updateTable('account_link').set({ failing_since: null, failure: null }).execute();
}

/** The account can't be read, or be sent to; since when, is what was noted first. */
export async function noteFailure(trx: Db, at: string, failure: string): Promise<void> {
  await trx
    .updateTable('account_link')
    .set(eb => ({ failure, failing_since: eb.fn.coalesce('failing_since', eb.val(at)) }))
    .execute();
}
