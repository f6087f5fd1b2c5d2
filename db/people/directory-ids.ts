import { sql } from 'kysely';
import { bulkInsert } from '../sqlite/bulk-insert.ts';
import type { Db } from '../sqlite/dialect.ts';
import type { PersonRow } from '../tables.ts';
import type { IncomingPerson } from './people.ts';

type Id = NonNullable<IncomingPerson['id']>;

/** Our own ids are those of one roster. Others that a column called so may have do not look like them. */
function isOwnId(id: Id | undefined): boolean {
  return id?.kind === 'userid' && /^U[0-9A-Z]{8}$/.test(id.value);
}

export function idKey({ kind, value }: Id): string {
  return `${kind}\n${value}`;
}

/** Who has the ids that rows have, by `idKey`. */
export async function peopleById(
  db: Db,
  incoming: readonly Pick<IncomingPerson, 'id'>[],
): Promise<Map<string, PersonRow>> {
  const ids = incoming.flatMap(({ id }) => id ?? []);
  const found = new Map<string, PersonRow>();
  if (ids.length === 0) return found;
  // The number of a person is in our own id: it has no index of its own.
  const own = ids.filter(isOwnId).map(({ value }) => Number.parseInt(value.slice(1), 36));
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('person_id', 'in', sql<number>`(select value from json_each(${JSON.stringify(own)}))`)
    .execute();
  for (const row of rows) found.set(idKey({ kind: 'userid', value: row.user_id }), row);
  const list = JSON.stringify(ids.map(({ kind, value }) => [kind, value]));
  const directory = await db
    .selectFrom('directory_ids')
    .innerJoin('people', 'people.person_id', 'directory_ids.person_id')
    .selectAll()
    .where(sql<boolean>`(kind, directory_id) in (select value ->> 0, value ->> 1 from json_each(${list}))`)
    .execute();
  for (const { kind, directory_id, ...row } of directory)
    found.set(idKey({ kind, value: directory_id }), row);
  return found;
}

/** Of which kinds people have ids: `7 objectguid`. */
export async function kindsOfIds(db: Db, people: readonly number[]): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .selectFrom('directory_ids')
    .select(['person_id', 'kind'])
    .where('person_id', 'in', sql<number>`(select value from json_each(${JSON.stringify(people)}))`)
    .execute();
  return new Set(rows.map(({ person_id, kind }) => `${person_id} ${kind}`));
}

const insertIds = bulkInsert('directory_ids', ['kind', 'directory_id', 'person_id']);

/** Keeps the ids that are new. Our own are where people are. */
export async function keepIds(
  trx: Db,
  people: readonly { person: IncomingPerson; person_id: number }[],
): Promise<void> {
  const rows = people.flatMap(({ person: { id }, person_id }) =>
    id && !isOwnId(id) ? [{ kind: id.kind, directory_id: id.value, person_id }] : [],
  );
  if (rows.length === 0) return;
  const list = JSON.stringify(rows.map(({ kind, directory_id }) => [kind, directory_id]));
  const kept = await trx
    .selectFrom('directory_ids')
    .select(['kind', 'directory_id'])
    .where(sql<boolean>`(kind, directory_id) in (select value ->> 0, value ->> 1 from json_each(${list}))`)
    .execute();
  const known = new Set(kept.map(({ kind, directory_id }) => `${kind}\n${directory_id}`));
  await insertIds(
    trx,
    rows.filter(({ kind, directory_id }) => !known.has(`${kind}\n${directory_id}`)),
  );
}
