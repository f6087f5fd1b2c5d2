import { type RemoteIds, type RemoteKind, remoteKinds } from '../../source/roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';

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

/** A thing that was made again at the account has another id there, and the one that it had here. */
export async function keepRemoteIds(
  trx: Db,
  ids: readonly { of: RemoteKind; remote_id: string; id: number }[],
): Promise<void> {
  const rows = ids.map(({ of, remote_id, id }) => ({ kind: of, remote_id, local_id: id }));
  await inChunks(rows, chunk =>
    trx
      .insertInto('remote_ids')
      .values(chunk)
      .onConflict(conflict =>
        conflict
          .columns(['kind', 'remote_id'])
          .doUpdateSet(eb => ({ local_id: eb.ref('excluded.local_id') })),
      )
      .execute(),
  );
}

/** The account has these things no more. */
export async function deleteRemoteIds(
  trx: Db,
  things: readonly { of: RemoteKind; id: number }[],
): Promise<void> {
  for (const { of, id } of things)
    await trx.deleteFrom('remote_ids').where('kind', '=', of).where('local_id', '=', id).execute();
}

/** What the account said last of these people; those of whom it never said anything are left out. */
export async function readBases(db: Db, people: readonly number[]): Promise<Map<number, RemoteSettings>> {
  const rows = await db
    .selectFrom('account_base')
    .selectAll()
    .where('person_id', 'in', idList(people))
    .execute();
  return new Map(rows.map(row => [row.person_id, JSON.parse(row.settings) as RemoteSettings]));
}

export async function keepBases(
  trx: Db,
  bases: readonly { person_id: number; base: RemoteSettings }[],
): Promise<void> {
  const rows = bases.map(({ person_id, base }) => ({ person_id, settings: JSON.stringify(base) }));
  await inChunks(rows, chunk =>
    trx
      .insertInto('account_base')
      .values(chunk)
      .onConflict(conflict =>
        conflict.column('person_id').doUpdateSet(eb => ({ settings: eb.ref('excluded.settings') })),
      )
      .execute(),
  );
}

/** The account has them no more. */
export async function deleteBases(trx: Db, people: readonly number[]): Promise<void> {
  await trx.deleteFrom('account_base').where('person_id', 'in', idList(people)).execute();
}

/** Everybody who was a user at the account when it was read last. */
export async function peopleWithBase(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('account_base').select('person_id').execute();
  return rows.map(row => row.person_id);
}

/** Who of the people is known to the account by which id, as directories know people (domain rule 10). */
export async function peopleByRemoteId(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('directory_ids')
    .select(['directory_id', 'person_id'])
    .where('kind', '=', userIdKind)
    .execute();
  return new Map(rows.map(row => [row.directory_id, row.person_id]));
}

/** The kind of id that the vendor's user ids are among those of directories. */
export const userIdKind = 'userid';

interface Licensed {
  person_id: number;
  user_email: string;
}

/** Users of whom the account never said anything: they were added here. */
export async function usersWithoutBase(db: Db): Promise<Licensed[]> {
  return await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .leftJoin('account_base', 'account_base.person_id', 'users.person_id')
    .select(['users.person_id', 'user_email'])
    .where('account_base.person_id', 'is', null)
    .execute();
}
