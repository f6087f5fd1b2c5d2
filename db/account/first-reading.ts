import type { Change } from '../../source/roster/plan/change-set.ts';
import type { Authorship } from '../authorship.ts';
import { countPackages, readAccount } from '../catalog/account.ts';
import { writeChanges } from '../changes/write-changes.ts';
import { recordChangeSet } from '../history/change-sets.ts';
import type { Db } from '../sqlite/dialect.ts';
import { trackUse } from '../users/track-use.ts';
import { noteFirstSet, readLink } from './link.ts';

/**
 * Writes some of the users that the first reading brings, in one transaction with `alongside`. All of them are one line of
 * history: nobody would read fifty thousand additions that nobody made.
 */
export async function writeFirstUsers(
  db: Db,
  changes: readonly Change[],
  by: Authorship,
  alongside: (trx: Db) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const before = await countPackages(trx);
    const id = (await readLink(trx))?.first_set_id ?? (await recordFirst(trx, by));
    await writeChanges(trx, changes, { id, by });
    await trx
      .updateTable('change_sets')
      .set(eb => ({ users: eb('users', '+', changes.length) }))
      .where('change_set_id', '=', id)
      .execute();
    await trackUse(trx, { before, account: await readAccount(trx), change_set_id: id, at: by.at });
    await alongside(trx);
  });
}

async function recordFirst(trx: Db, by: Authorship): Promise<number> {
  const empty = { changes: [], catalog: [], problems: [], licenses: [], notices: [] };
  const id = await recordChangeSet(
    trx,
    { kind: 'pull', summary: 'First reading of the account', ...empty },
    by,
  );
  await noteFirstSet(trx, id);
  return id;
}
