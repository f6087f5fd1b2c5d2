import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList, textList } from '../sqlite/id-list.ts';

/** Who of the people is known to the account by which of these ids, as directories know people (domain rule 10). */
export async function peopleByRemoteId(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('directory_ids')
    .select(['directory_id', 'person_id'])
    .where('kind', '=', userIdKind)
    .where('directory_id', 'in', textList(ids))
    .execute();
  return new Map(rows.map(row => [row.directory_id, row.person_id]));
}

/** The vendor's user ids of these people; of whoever has several, none: which one is of today is known from a reading. */
export async function remoteUserIds(db: Db, people: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('directory_ids')
    .select(['person_id', 'directory_id'])
    .where('kind', '=', userIdKind)
    .where('person_id', 'in', idList(people))
    .execute();
  const ids = Map.groupBy(rows, ({ person_id }) => person_id);
  return new Map(
    [...ids].flatMap(([person_id, found]) =>
      found.length === 1 ? [[person_id, found[0]!.directory_id]] : [],
    ),
  );
}

/** By these ids the account knows these people. */
export async function keepUserIds(
  trx: Db,
  ids: readonly { person_id: number; user_id: string }[],
): Promise<void> {
  const rows = ids.map(({ person_id, user_id }) => ({ kind: userIdKind, directory_id: user_id, person_id }));
  await inChunks(rows, chunk =>
    trx
      .insertInto('directory_ids')
      .values(chunk)
      .onConflict(conflict => conflict.doNothing())
      .execute(),
  );
}

/** The kind of id that the vendor's user ids are among those of directories. */
export const userIdKind = 'userid';
