import { readBases } from '../../../db/account/bases.ts';
import { holdersOf } from '../../../db/account/holders.ts';
import { type PushRefusal, setPushState } from '../../../db/account/pushes.ts';
import { readRemoteRecords } from '../../../db/account/remote-things.ts';
import type { Authorship } from '../../../db/authorship.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import { usersOf } from '../../../db/catalog/catalog-users.ts';
import { rolesOfOperators } from '../../../db/catalog/operators.ts';
import { applyChangeSet } from '../../../db/changes/apply.ts';
import { readChangeSet } from '../../../db/history/change-sets.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import { isUsedKind } from '../../roster/catalog/catalog-users.ts';
import { type ChangeSet, changeSetLimit, isEmpty } from '../../roster/plan/change-set.ts';
import { summaryOf } from '../../roster/plan/summary.ts';
import { isAllTakenBack, takenBackChanges } from '../../roster/push/take-back.ts';
import { untilWritten } from '../pull/pulled-sets.ts';

/**
 * Takes back here what the account refused of a change set, as a change set of kind `refused` that undoes it so far; `alongside` writes
 * with it, in one transaction. False where nothing of it is here: then nothing was written. Throws AccountError and BusyError.
 */
export async function takeBack(
  { read, write }: RosterDatabase,
  change_set_id: number,
  refusals: readonly PushRefusal[],
  { by, givenUp, alongside }: { by: Authorship; givenUp: boolean; alongside(trx: Db): Promise<void> },
): Promise<boolean> {
  return await untilWritten(async () => {
    const set = await refusedSet(read, change_set_id, refusals, givenUp);
    if (!set) return false;
    const applied = await applyChangeSet(write(), set, by, {
      async alongside(trx, { id }) {
        await setPushState(trx, change_set_id, { refused_set_id: id });
        await alongside(trx);
      },
    });
    return applied.ok || null;
  });
}

async function refusedSet(
  read: Db,
  change_set_id: number,
  refusals: readonly PushRefusal[],
  givenUp: boolean,
): Promise<ChangeSet | null> {
  const set = await readChangeSet(read, change_set_id);
  if (!set) return null;
  const people = new Set(refusals.flatMap(({ person_id }) => person_id ?? []));
  for (const { person_id, kind, local_id, operation } of refusals)
    if (person_id === null && kind && local_id !== null && isUsedKind(kind) && operation.startsWith('create'))
      for (const user of await usersOf(read, kind, local_id, changeSetLimit)) people.add(user);
  // They went out of it here, and not there.
  for (const { kind, local_id, operation } of refusals)
    if (kind && local_id !== null && /^delete(Queue|Skill|Team)$/.test(operation))
      for (const user of await holdersOf(read, { of: kind, id: local_id })) people.add(user);
  const bases = await readBases(read, [...people]);
  const back = takenBackChanges(set, refusals, {
    users: await readUsers(read, [...people]),
    bases: new Map([...bases].map(([person_id, { settings }]) => [person_id, settings])),
    catalog: await readCatalog(read),
    records: await readRemoteRecords(read),
    keptRoles: await rolesOfOperators(read),
  });
  if (isEmpty(back)) return null;
  const refused = {
    ...{ kind: 'refused' as const, undoes: change_set_id, ...back },
    // Who took back the set meanwhile took this with it.
    ...(set.undone_by !== null || !isAllTakenBack(set, back) ? { partial: 'chosen' as const } : {}),
    ...{ problems: [], licenses: [], notices: [] },
  };
  const { undoes, ...free } = refused;
  const written = set.undone_by === null ? refused : free;
  return { ...written, summary: summaryOf(refused, { givenUp }) };
}
