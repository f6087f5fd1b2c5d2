import type { UserSettings } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';

/** Where somebody is right now: no change of theirs, so it has no history, and nobody's plan is out of date by it. */
export async function setPresence(
  trx: Db,
  person_id: number,
  presence: Pick<UserSettings, 'status_name' | 'sub_status_name'>,
): Promise<void> {
  await trx.updateTable('users').set(presence).where('person_id', '=', person_id).execute();
}
