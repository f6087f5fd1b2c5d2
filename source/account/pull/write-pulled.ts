import { deleteBases, keepBases } from '../../../db/account/bases.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { setPresence } from '../../../db/users/write-users.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import type { AccountClient } from '../client/client.ts';
import { readUser } from '../reads/read-user.ts';
import type { Differences, Missing } from './differences.ts';
import { firstUsers, type PulledUsers, pulledUsers, untilWritten } from './pulled-sets.ts';
import type { Pulled, Pulling } from './pulling.ts';
import type { UserDifference } from './user-difference.ts';

/** Users that are written at once: a transaction is short, so that nobody waits for it. */
const usersAtOnce = 100;
/** More removals than this, or this share of all, are asked about. */
const unaskedRemovals = { users: 100, share: 0.05 };

export interface News {
  ids: readonly string[];
  /** Nothing was read before. */
  isFirst: boolean;
  /** Counted up. */
  pulled: Pulled;
}

/** Writes what differs of these users, part by part. */
export async function writeNews(
  { roster, onWritten }: Pulling,
  differences: Differences,
  { ids, isFirst, pulled }: News,
): Promise<void> {
  const changed = pulledUsers(roster);
  const sets = { added: isFirst ? firstUsers(roster, 'first_set_id') : changed, changed };
  for (let at = 0; at < ids.length; at += usersAtOnce) {
    const part = ids.slice(at, at + usersAtOnce);
    const written = await untilWritten(() => pullUsers(roster, differences, part, sets));
    pulled.added += written.filter(({ change }) => change?.action === 'add').length;
    pulled.changed += written.filter(({ change }) => change?.action === 'update').length;
    pulled.clashes += written.filter(({ clashes }) => clashes.length > 0).length;
    onWritten(Math.min(at + usersAtOnce, ids.length), ids.length);
  }
}

/** Writes what differs of some users, with what the account said of them; null where somebody changed them meanwhile. */
async function pullUsers(
  roster: RosterDatabase,
  differences: Differences,
  ids: readonly string[],
  sets: { added: PulledUsers; changed: PulledUsers },
): Promise<UserDifference[] | null> {
  const found = await differences.of(ids);
  const isAdded = ({ change }: UserDifference) => change?.action === 'add';
  const parts =
    sets.added === sets.changed
      ? [{ of: found, set: sets.changed }]
      : [
          { of: found.filter(isAdded), set: sets.added },
          { of: found.filter(one => !isAdded(one)), set: sets.changed },
        ];
  for (const { of, set } of parts) if (!(await writeUsers(roster, of, set))) return null;
  return found;
}

export async function writeUsers(
  { write }: RosterDatabase,
  found: readonly UserDifference[],
  set: PulledUsers,
): Promise<boolean> {
  const keep = async (trx: Db) => {
    for (const { person_id, presence } of found) if (presence) await setPresence(trx, person_id, presence);
    await keepBases(
      trx,
      found.flatMap(({ person_id, base }) => (base ? [{ person_id, ...base }] : [])),
    );
  };
  const changes = found.flatMap(({ change }) => change ?? []);
  if (changes.length === 0) {
    if (found.some(({ base, presence }) => base ?? presence)) await write().transaction().execute(keep);
    return true;
  }
  return await set.write(changes, keep);
}

/** Whom the whole list lacks, and of whom the account says that they are not there. */
export async function removeMissing(
  { roster, client, mayRemove }: Pulling,
  missing: readonly Missing[],
  known: number,
): Promise<number> {
  const gone: Change[] = [];
  const forgotten: number[] = [];
  for (const { person_id, remote_ids, removal } of missing) {
    if (!(await areGone(client, remote_ids))) continue;
    if (removal) gone.push(removal);
    else forgotten.push(person_id);
  }
  if (forgotten.length > 0)
    await roster
      .write()
      .transaction()
      .execute(trx => deleteBases(trx, forgotten));
  const isMany = gone.length > unaskedRemovals.users || gone.length > known * unaskedRemovals.share;
  if (gone.length === 0 || (isMany && !(await mayRemove(gone.length)))) return 0;
  const sets = pulledUsers(roster);
  let removed = 0;
  for (let at = 0; at < gone.length; at += usersAtOnce) {
    const part = gone.slice(at, at + usersAtOnce);
    const people = part.map(({ person_id }) => person_id);
    // Who was changed meanwhile is looked at by the next pull.
    if (await sets.write(part, trx => deleteBases(trx, people))) removed += part.length;
  }
  return removed;
}

async function areGone(client: AccountClient, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if (await readUser(client, id)) return false;
  return true;
}
