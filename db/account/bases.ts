import type { Said } from '../../source/roster/pull/open-clashes.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { userIdKind } from './user-ids.ts';

/** What the account said of somebody last. */
export interface Base extends Said {
  /** What it said, as read, in short; null where it has to be looked at again. */
  profile_digest: string | null;
  memberships_digest: string | null;
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

/** What clashes is looked at each time, so there is no digest of it. */
export function clashColumns(clashes: RemoteSettings) {
  if (Object.keys(clashes).length === 0) return { clashes: null };
  return { clashes: JSON.stringify(clashes), profile_digest: null, memberships_digest: null };
}

/** Once levels of somebody's skills are due, they are so until they were read. */
export async function keepBases(
  trx: Db,
  bases: readonly (Base & { person_id: number; isLevelDue: boolean })[],
): Promise<void> {
  const rows = bases.map(({ settings, clashes, isLevelDue, ...base }) => ({
    ...base,
    settings: JSON.stringify(settings),
    ...clashColumns(clashes),
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
  const gone = bases.filter(({ settings }) => settings === null);
  if (gone.length > 0)
    await deleteBases(
      trx,
      gone.map(({ person_id }) => person_id),
    );
  const rows = bases.flatMap(({ settings, remote_id, ...base }) =>
    settings ? [{ ...base, settings: JSON.stringify(settings), remote_id: remote_id ?? null }] : [],
  );
  await inChunks(rows, chunk =>
    trx
      .insertInto('account_base')
      .values(chunk)
      .onConflict(conflict =>
        conflict.column('person_id').doUpdateSet(eb => ({
          settings: eb.ref('excluded.settings'),
          remote_id: eb.fn.coalesce('excluded.remote_id', 'account_base.remote_id'),
          profile_digest: null,
          memberships_digest: null,
        })),
      )
      .execute(),
  );
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
