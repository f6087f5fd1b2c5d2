import { sql } from 'kysely';
import { composeDisplayName } from '../source/roster/display-name.ts';
import { emailKey } from '../source/roster/email-key.ts';
import type { AccountStatus } from '../source/roster/vocabulary.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Db } from './dialect.ts';
import { personKeys } from './search-keys.ts';
import type { NewPersonRow, PersonRow } from './tables.ts';
import { refreshSearch } from './write-search.ts';

/** A person as a directory export tells of them; what it does not tell is left out and stays as it is. */
export interface IncomingPerson {
  user_email: string;
  first_name?: string;
  last_name?: string;
  display_name?: string;
  department?: string;
  account_status?: AccountStatus;
}

type FreshPerson = Omit<NewPersonRow, 'person_id' | 'user_id'>;

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
  await refreshSearch(
    trx,
    changed.map(person => person.person_id),
  );
  return counts;
}

/** As `upsertPeople` where nobody is known yet; each e-mail at most once in all that is added. */
export async function addPeople(trx: Db, incoming: readonly IncomingPerson[]): Promise<ImportCounts> {
  await insertPeople(trx, incoming.map(newPerson));
  return { added: incoming.length, updated: 0, unchanged: 0 };
}

/** What `upsertPeople` would do; writes nothing. */
export async function countUpserts(db: Db, incoming: readonly IncomingPerson[]): Promise<ImportCounts> {
  return (await compare(db, incoming)).counts;
}

async function compare(db: Db, incoming: readonly IncomingPerson[]) {
  const keys = incoming.map(person => emailKey(person.user_email));
  const known = await knownPeople(db, keys);
  const fresh: FreshPerson[] = [];
  const changed: { person_id: number; changes: Partial<NewPersonRow> }[] = [];
  for (const [index, person] of incoming.entries()) {
    const email_key = keys[index] ?? '';
    const before = known.get(email_key);
    if (!before) {
      fresh.push(newPerson(person));
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

function newPerson(person: IncomingPerson): FreshPerson {
  const { user_email, first_name = '', last_name = '', department = '', account_status = 'active' } = person;
  const display_name = person.display_name || composeDisplayName({ user_email, first_name, last_name });
  const row = { user_email, first_name, last_name, display_name, department, account_status };
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

function differences(before: PersonRow, person: IncomingPerson): Partial<NewPersonRow> {
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

const insertRows = bulkInsert('people', [
  'person_id',
  'user_id',
  'differing_email_key',
  'name_key',
  'department_key',
  ...importedColumns,
]);

/** Adds people under the next ids. The user id is the person's number in fixed width, so both sort alike. */
export async function insertPeople(trx: Db, fresh: readonly FreshPerson[]): Promise<void> {
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
  // In the order of their e-mails each page of that index is written once, and of the one by name, which is much alike, few.
  await insertRows(
    trx,
    rows.toSorted((one, other) => (one.user_email < other.user_email ? -1 : 1)),
  );
}

function userId(person_id: number): string {
  return `U${person_id.toString(36).toUpperCase().padStart(8, '0')}`;
}
