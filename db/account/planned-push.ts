import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { plannedPush } from '../../source/roster/push/planned-push.ts';
import { isForAccount, pushCost } from '../../source/roster/push/push-cost.ts';
import type { UserSettings } from '../../source/roster/users/user.ts';
import { readAccount } from '../catalog/account.ts';
import { readCatalog } from '../catalog/catalog.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readUsers } from '../users/users.ts';
import { type Base, readBases } from './bases.ts';
import { readLink } from './link.ts';
import { readRemoteIds, readRemoteRecords } from './remote-things.ts';

/** A change set that also says what it takes at the account, where the roster is connected to one and has read it. */
export async function withPushCost<Set extends ChangeSet>(db: Db, set: Set): Promise<Set> {
  if (set.problems.length > 0 || !isForAccount(set)) return set;
  if (!(await readLink(db))?.read_at) return set;
  const users = new Map<number, UserSettings>();
  const bases = new Map<number, Base>();
  await inChunks(set.changes, async chunk => {
    const people = chunk.map(({ person_id }) => person_id);
    for (const [id, { settings }] of await readUsers(db, people)) users.set(id, settings);
    for (const [id, base] of await readBases(db, people)) bases.set(id, base);
  });
  const push = plannedPush(set, {
    catalog: await readCatalog(db),
    ids: await readRemoteIds(db),
    records: await readRemoteRecords(db),
    users,
    bases,
  });
  return { ...set, account: pushCost(push, await readAccount(db)) };
}
