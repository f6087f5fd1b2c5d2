import { sql } from 'kysely';
import { composeDisplayName } from '../source/roster/display-name.ts';
import { emailKey } from '../source/roster/email-key.ts';
import { fold } from '../source/roster/fold.ts';
import { searchWords } from '../source/roster/search-terms.ts';
import type { AccountStatus } from '../source/roster/vocabulary.ts';
import type { Db } from './dialect.ts';
import { idList } from './matching.ts';
import type { PersonRow } from './tables.ts';
import { personKeys, sortKeys } from './write-users.ts';

/** A person as a directory export tells of them; what it does not tell is left out and stays as it is. */
export interface IncomingPerson {
  user_email: string;
  first_name?: string;
  last_name?: string;
  display_name?: string;
  department?: string;
  account_status?: AccountStatus;
}

export interface ImportCounts {
  added: number;
  updated: number;
  unchanged: number;
}

/**
 * Adds people, or updates those whose e-mail (compared without case) is known. Settings of contact center
 * users stay; the names they are sorted and found by follow. An empty text clears; a display name that nobody
 * gave is composed of the others. Each e-mail at most once in `incoming`. Meant for some hundred people at a time,
 * inside a transaction.
 */
export async function upsertPeople(trx: Db, incoming: readonly IncomingPerson[]): Promise<ImportCounts> {
  const { fresh, changed, counts } = await compare(trx, incoming);
  for (const { person_id, changes } of changed)
    await trx.updateTable('people').set(changes).where('person_id', '=', person_id).execute();
  await insertPeople(trx, fresh);
  await refreshSortKeys(
    trx,
    changed.map(person => person.person_id),
  );
  return counts;
}

/** What `upsertPeople` would do; writes nothing. */
export async function countUpserts(db: Db, incoming: readonly IncomingPerson[]): Promise<ImportCounts> {
  return (await compare(db, incoming)).counts;
}

async function compare(db: Db, incoming: readonly IncomingPerson[]) {
  const keys = incoming.map(person => emailKey(person.user_email));
  const known = await knownPeople(db, keys);
  const fresh: Omit<PersonRow, 'person_id' | 'user_id'>[] = [];
  const changed: { person_id: number; changes: Partial<PersonRow> }[] = [];
  for (const [index, person] of incoming.entries()) {
    const email_key = keys[index] ?? '';
    const before = known.get(email_key);
    if (!before) {
      fresh.push(newPerson(person, email_key));
      continue;
    }
    const changes = differences(before, person);
    if (Object.keys(changes).length > 0) changed.push({ person_id: before.person_id, changes });
  }
  const unchanged = incoming.length - fresh.length - changed.length;
  return { fresh, changed, counts: { added: fresh.length, updated: changed.length, unchanged } };
}

async function knownPeople(db: Db, keys: readonly string[]): Promise<Map<string, PersonRow>> {
  const list = sql<string>`(select value from json_each(${JSON.stringify(keys)}))`;
  const rows = await db.selectFrom('people').selectAll().where('email_key', 'in', list).execute();
  return new Map(rows.map(row => [row.email_key, row]));
}

function newPerson(person: IncomingPerson, email_key: string): Omit<PersonRow, 'person_id' | 'user_id'> {
  const { user_email, first_name = '', last_name = '', department = '', account_status = 'active' } = person;
  const display_name = person.display_name || composeDisplayName({ user_email, first_name, last_name });
  const row = { user_email, email_key, first_name, last_name, display_name, department, account_status };
  return { ...row, ...personKeys(row) };
}

const importedColumns = [
  'user_email',
  'first_name',
  'last_name',
  'display_name',
  'department',
  'account_status',
] as const;

function differences(before: PersonRow, person: IncomingPerson): Partial<PersonRow> {
  const told = Object.fromEntries(
    importedColumns.filter(name => person[name] !== undefined).map(name => [name, person[name]]),
  );
  const after: PersonRow = { ...before, ...told };
  // A name that was composed follows the names that it was composed of.
  const composed = person.display_name === undefined && before.display_name === composeDisplayName(before);
  if (composed || after.display_name === '') after.display_name = composeDisplayName(after);
  const changed = importedColumns.filter(name => after[name] !== before[name]);
  if (changed.length === 0) return {};
  return { ...Object.fromEntries(changed.map(name => [name, after[name]])), ...personKeys(after) };
}

/** Adds people under the next ids. The user id is the person's number in fixed width, so both sort alike. */
export async function insertPeople(
  trx: Db,
  fresh: readonly Omit<PersonRow, 'person_id' | 'user_id'>[],
): Promise<void> {
  if (fresh.length === 0) return;
  const { next } = await trx
    .selectFrom('people')
    .select(sql<number>`coalesce(max(person_id), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow();
  const rows = fresh.map((person, index) => ({
    ...person,
    person_id: next + index,
    user_id: userId(next + index),
  }));
  await trx.insertInto('people').values(rows).execute();
}

function userId(person_id: number): string {
  return `U${person_id.toString(36).toUpperCase().padStart(8, '0')}`;
}

async function refreshSortKeys(trx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await trx
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .select([
      'users.person_id',
      'users.display_name as own_name',
      'people.display_name',
      'people.user_email',
      'people.department',
    ])
    .where('users.person_id', 'in', idList(ids))
    .execute();
  for (const { person_id, own_name, ...person } of rows)
    await trx
      .updateTable('users')
      .set(sortKeys(person, own_name))
      .where('person_id', '=', person_id)
      .execute();
}

export interface PeopleQuery {
  search?: string;
  limit?: number;
  offset?: number;
}

export interface ListedPerson extends Omit<PersonRow, 'person_id' | 'email_key' | 'name_key' | 'search_key'> {
  licensed: boolean;
}

/** Account users by display name, with or without a license. */
export async function listPeople(
  db: Db,
  { search = '', limit, offset }: PeopleQuery,
): Promise<ListedPerson[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('users', 'users.person_id', 'people.person_id')
    .select([
      'people.user_id',
      'people.user_email',
      'people.first_name',
      'people.last_name',
      'people.display_name',
    ])
    .select(['people.department', 'people.account_status', 'users.version'])
    .orderBy('people.display_name')
    .orderBy('people.person_id')
    .execute();
  const words = searchWords(search);
  const found = rows.filter(row => {
    const text = fold(`${row.display_name}\n${row.user_email}\n${row.department}`);
    return words.every(word => text.includes(word));
  });
  const end = limit === undefined ? undefined : (offset ?? 0) + limit;
  return found
    .slice(offset ?? 0, end)
    .map(({ version, ...person }) => ({ ...person, licensed: version !== null }));
}
