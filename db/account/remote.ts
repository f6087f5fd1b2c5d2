import { sql } from 'kysely';
import type { CatalogRecord } from '../../source/roster/plan/change-set.ts';
import {
  type RemoteIds,
  type RemoteKind,
  remoteKinds,
  thingKey,
} from '../../source/roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { userIdKind } from './user-ids.ts';

/** By which local id each queue, role … of the account is known. */
export async function readRemoteIds(db: Db): Promise<RemoteIds> {
  const rows = await db.selectFrom('remote_ids').selectAll().execute();
  return new Map(
    remoteKinds.map(kind => [
      kind,
      new Map(rows.filter(row => row.kind === kind).map(row => [row.remote_id, row.local_id])),
    ]),
  );
}

/** What the account said last of each queue, role …, by `thingKey`. */
export async function readRemoteRecords(db: Db): Promise<Map<string, CatalogRecord>> {
  const rows = await db.selectFrom('remote_ids').selectAll().where('record', 'is not', null).execute();
  return new Map(
    rows.map(({ kind, local_id, record }) => [
      thingKey(kind as RemoteKind, local_id),
      JSON.parse(record!) as CatalogRecord,
    ]),
  );
}

/** A thing of the account, and what it says of it. */
export interface RemoteThing {
  of: RemoteKind;
  remote_id: string;
  id: number;
  record: CatalogRecord;
}

/** A thing that was made again at the account has another id there, and the one that it had here. */
export async function keepRemoteIds(trx: Db, things: readonly RemoteThing[]): Promise<void> {
  const rows = things.map(({ of, remote_id, id, record }) => ({
    ...{ kind: of, remote_id, local_id: id },
    record: JSON.stringify(record),
  }));
  await inChunks(rows, chunk =>
    trx
      .insertInto('remote_ids')
      .values(chunk)
      .onConflict(conflict =>
        conflict.columns(['kind', 'remote_id']).doUpdateSet(eb => ({
          local_id: eb.ref('excluded.local_id'),
          record: eb.ref('excluded.record'),
        })),
      )
      .execute(),
  );
}

/** What the account has of a thing by now, in these values. */
export async function keepRecord(
  trx: Db,
  { of, id, record }: Pick<RemoteThing, 'of' | 'id' | 'record'>,
): Promise<void> {
  await trx
    .updateTable('remote_ids')
    .set({ record: sql<string>`json_patch(coalesce(record, '{}'), ${JSON.stringify(record)})` })
    .where('kind', '=', of)
    .where('local_id', '=', id)
    .execute();
}

/** The account has these things no more. */
export async function deleteRemoteIds(
  trx: Db,
  things: readonly { of: RemoteKind; id: number }[],
): Promise<void> {
  for (const { of, id } of things)
    await trx.deleteFrom('remote_ids').where('kind', '=', of).where('local_id', '=', id).execute();
}

/** What the account said of somebody last. */
export interface Base {
  settings: RemoteSettings;
  /** What it said, as read, in short; null where it has to be looked at again. */
  profile_digest: string | null;
  memberships_digest: string | null;
  /** What was changed both here and there since, as the account has it; it stays as it is here. */
  clashes: RemoteSettings;
  /** By which id the account knows them; null: by none that is known here. */
  remote_id: string | null;
}

/** What the account said last of these people; those of whom it never said anything are left out. */
export async function readBases(db: Db, people: readonly number[]): Promise<Map<number, Base>> {
  const rows = await db
    .selectFrom('account_base')
    .selectAll()
    .where('person_id', 'in', idList(people))
    .execute();
  return new Map(
    rows.map(({ person_id, settings, clashes, profile_digest, memberships_digest, remote_id }) => [
      person_id,
      {
        ...{ profile_digest, memberships_digest, remote_id },
        settings: JSON.parse(settings) as RemoteSettings,
        clashes: JSON.parse(clashes ?? '{}') as RemoteSettings,
      },
    ]),
  );
}

/** Once levels of somebody's skills are due, they are so until they were read. */
export async function keepBases(
  trx: Db,
  bases: readonly (Base & { person_id: number; isLevelDue: boolean })[],
): Promise<void> {
  const rows = bases.map(({ settings, clashes, isLevelDue, ...base }) => ({
    ...base,
    settings: JSON.stringify(settings),
    clashes: Object.keys(clashes).length > 0 ? JSON.stringify(clashes) : null,
    levels_due: isLevelDue ? 1 : 0,
  }));
  await inChunks(rows, chunk =>
    trx
      .insertInto('account_base')
      .values(chunk)
      .onConflict(conflict =>
        conflict.column('person_id').doUpdateSet(eb => ({
          settings: eb.ref('excluded.settings'),
          profile_digest: eb.ref('excluded.profile_digest'),
          memberships_digest: eb.ref('excluded.memberships_digest'),
          clashes: eb.ref('excluded.clashes'),
          remote_id: eb.fn.coalesce('excluded.remote_id', 'account_base.remote_id'),
          levels_due: eb.fn('max', ['account_base.levels_due', 'excluded.levels_due']),
        })),
      )
      .execute(),
  );
}

/** What the account has of users by now; null: they are no users there any more. */
export async function keepSettings(
  trx: Db,
  bases: readonly { person_id: number; settings: RemoteSettings | null; remote_id?: string }[],
): Promise<void> {
  for (const { person_id, settings, remote_id } of bases) {
    if (settings === null) {
      await trx.deleteFrom('account_base').where('person_id', '=', person_id).execute();
      continue;
    }
    const row = { settings: JSON.stringify(settings), profile_digest: null, memberships_digest: null };
    const known = remote_id === undefined ? row : { ...row, remote_id };
    await trx
      .insertInto('account_base')
      .values({ person_id, ...known })
      .onConflict(conflict => conflict.column('person_id').doUpdateSet(known))
      .execute();
  }
}

/** Of how many users the levels of skills are to be read. */
export async function countLevelsDue(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('account_base')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('levels_due', '=', 1)
    .executeTakeFirstOrThrow();
  return count;
}

/** The levels of their skills were read. */
export async function keepLevels(
  trx: Db,
  bases: readonly { person_id: number; settings: RemoteSettings }[],
): Promise<void> {
  for (const { person_id, settings } of bases)
    await trx
      .updateTable('account_base')
      .set({ settings: JSON.stringify(settings), levels_due: 0 })
      .where('person_id', '=', person_id)
      .execute();
}

/** The levels of everybody's skills are to be read again. */
export async function askForLevels(trx: Db, levels_asked_at: string): Promise<void> {
  await trx.updateTable('account_link').set({ levels_asked_at }).execute();
  await trx
    .updateTable('account_base')
    .set({ levels_due: 1 })
    .where(
      sql<boolean>`exists (select 1 from json_each(settings, '$.skills') as held join skills
        on skills.skill_id = held.value ->> 'id' and skills.graded = 1)`,
    )
    .execute();
}

/** The account has them no more. */
export async function deleteBases(trx: Db, people: readonly number[]): Promise<void> {
  await trx.deleteFrom('account_base').where('person_id', 'in', idList(people)).execute();
}

/** How many users the account had when it was read last. */
export async function countBases(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('account_base')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

interface Parts {
  size: number;
  /** Only those the levels of whose skills are to be read. */
  levelsDue?: boolean;
  /** Only these. */
  people?: readonly number[] | undefined;
}

/** Everybody who was a user at the account when it was read last, in parts. */
export async function* basesInParts(
  db: Db,
  { size, levelsDue = false, people: wanted }: Parts,
): AsyncGenerator<number[]> {
  for (let after = 0; ; ) {
    const people = await db
      .selectFrom('account_base')
      .select('person_id')
      .where('person_id', '>', after)
      .$if(levelsDue, query => query.where('levels_due', '=', 1))
      .$if(wanted !== undefined, query => query.where('person_id', 'in', idList(wanted ?? [])))
      .orderBy('person_id')
      .limit(size)
      .execute();
    const last = people.at(-1);
    if (!last) return;
    after = last.person_id;
    yield people.map(({ person_id }) => person_id);
  }
}

/** The same, with the ids that the account knew them by. */
export async function* partsWithBase(db: Db, parts: Parts): AsyncGenerator<Map<number, string[]>> {
  for await (const people of basesInParts(db, parts)) {
    const found = new Map(people.map(person_id => [person_id, [] as string[]]));
    const ids = await db
      .selectFrom('directory_ids')
      .select(['directory_id', 'person_id'])
      .where('kind', '=', userIdKind)
      .where('person_id', 'in', idList(people))
      .execute();
    for (const { person_id, directory_id } of ids) found.get(person_id)!.push(directory_id);
    yield found;
  }
}

interface Licensed {
  person_id: number;
  user_email: string;
}

/** Users of whom the account never said anything: they were added here. All of them, or of these people alone. */
export async function usersWithoutBase(db: Db, people?: readonly number[]): Promise<Licensed[]> {
  return await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .leftJoin('account_base', 'account_base.person_id', 'users.person_id')
    .select(['users.person_id', 'user_email'])
    .where('account_base.person_id', 'is', null)
    .$if(people !== undefined, query => query.where('users.person_id', 'in', idList(people ?? [])))
    .execute();
}
