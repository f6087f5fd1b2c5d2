import Database from 'better-sqlite3';
import { explained } from '../storage-error.ts';

/** What `roster notify --list` says of such an e-mail. */
const why = 'The roster was restored from a backup; whether it was sent meanwhile is not known.';

/**
 * What waits in a backup may have been sent since, and so may what a removal had withdrawn there: nobody is to get an e-mail
 * twice (domain rule 5). In the restored copy each e-mail is as far as in the present roster, if that can be read; those it
 * does not know become unknown.
 */
export function settleRestoredNotices(copy: string, present: Database.Database | null, at: string): void {
  if (present && settleByPresent(copy, present, at)) return;
  const connection = new Database(copy);
  try {
    connection
      .prepare(`update outbox set state = 'unknown', error = ?, changed_at = ? where ${mayBeSent}`)
      .run(why, at);
  } catch (error) {
    throw explained(error, connection);
  } finally {
    connection.close();
  }
}

/** Of whoever comes back the e-mail that a removal withdrew is sent after all; what somebody withdrew by hand is not. */
const mayBeSent = `(state in ('waiting', 'sending') or state = 'withdrawn' and withdrawn_by_hand = 0)`;

/** Returns false where the present roster can't be read. */
function settleByPresent(copy: string, present: Database.Database, at: string): boolean {
  let attached = false;
  try {
    present.prepare('attach database ? as restored').run(copy);
    attached = true;
    present.exec(`
      begin;
      update restored.outbox as notice
        set state = now.state, attempts = now.attempts, next_at = now.next_at, error = now.error, changed_at = now.changed_at
        from main.outbox as now
        where now.outbox_id = notice.outbox_id
          and (notice.state in ('waiting', 'sending', 'failed') and now.state <> 'withdrawn'
            or notice.state = 'withdrawn' and now.state in ('sending', 'sent', 'unknown'));
      update restored.outbox as notice
        set state = 'withdrawn', withdrawn_by_hand = 1, changed_at = now.changed_at
        from main.outbox as now
        where now.outbox_id = notice.outbox_id and now.withdrawn_by_hand = 1`);
    present
      .prepare(
        `update restored.outbox set state = 'unknown', error = ?, changed_at = ?
         where ${mayBeSent}
           and not exists (select 1 from main.outbox where main.outbox.outbox_id = restored.outbox.outbox_id)`,
      )
      .run(why, at);
    present.exec('commit');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && /CORRUPT|NOTADB|SQLITE_ERROR/.test(error.code)) return false;
    throw explained(error, present);
  } finally {
    if (present.inTransaction) present.exec('rollback');
    if (attached) present.exec('detach database restored');
  }
}
