import { sql } from 'kysely';
import { composeDisplayName } from '../../source/roster/users/display-name.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';
import type { AccountStatus } from '../../source/roster/users/vocabulary.ts';
import { bulkInsert } from '../sqlite/bulk-insert.ts';
import type { Db } from '../sqlite/dialect.ts';
import { personKeys } from '../sqlite/search/search-keys.ts';
import { refreshSearch } from '../sqlite/search/write-search.ts';
import type { NewPersonRow, PersonRow } from '../tables.ts';
import { keepIds } from './directory-ids.ts';
import { identifyPeople, type Match, moves } from './identify-people.ts';

/** A person as a directory export tells of them; what it does not tell is left out and stays as it is. */
export interface IncomingPerson {
  /** By what a directory, or we, know them; `kind` tells ids of different directories apart. */
  id?: { kind: string; value: string };
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

/** What became of some rows. */
export interface ImportedBatch<T extends IncomingPerson = IncomingPerson> {
  counts: ImportCounts;
  /** Who has another address now, and is who they were. */
  renamed: { before: string; after: string }[];
  /** The addresses of users whose account is inactive now; they keep their license (domain rule 10). */
  madeInactive: string[];
  /** To be given once more, as the last. */
  waiting: T[];
  refused: { person: T; holder: string; code: 'address_taken' | 'other_person' }[];
}

export interface Importing {
  /** Whose address the rows of the file have changed so far; see `identifyPeople`. */
  moved: Set<number>;
  /** No rows follow. */
  last: boolean;
  /** Otherwise it is only said what would become of them. */
  write: boolean;
}

/**
 * Adds people, or updates those who are known, by an id or the e-mail (compared without case). Settings of contact center
 * users stay; the names they are sorted and found by follow. An empty text clears; a display name that nobody
 * gave is composed of the others. Each e-mail and id at most once in a file. Meant for some hundred people at a time,
 * inside a transaction.
 */
export async function importBatch<T extends IncomingPerson>(
  trx: Db,
  incoming: readonly T[],
  { moved, last, write }: Importing,
): Promise<ImportedBatch<T>> {
  const { matches, waiting, refused } = await identifyPeople(trx, incoming, moved, last);
  const fresh = matches.filter(({ before }) => before === null).map(({ person }) => person);
  const changed = matches.flatMap(match => {
    const changes = match.before ? differences(match.before, match.person) : {};
    return match.before && Object.keys(changes).length > 0
      ? [{ ...match, before: match.before, changes }]
      : [];
  });
  const renamed = changed.filter(moves);
  if (write) {
    await vacate(
      trx,
      renamed.map(({ before }) => before.person_id),
    );
    for (const { before, changes } of changed)
      await trx.updateTable('people').set(changes).where('person_id', '=', before.person_id).execute();
    const ids = await insertPeople(trx, fresh.map(newPerson));
    await keepIds(trx, [
      ...fresh.map((person, index) => ({ person, person_id: ids[index]! })),
      ...matches.flatMap(({ person, before }) => (before ? [{ person, person_id: before.person_id }] : [])),
    ]);
    await followOperators(trx, renamed);
    await refreshSearch(
      trx,
      changed.map(({ before }) => before.person_id),
    );
  }
  const shutOut = changed.filter(
    ({ before, changes }) => before.licensed === 1 && changes.account_status === 'inactive',
  );
  return {
    counts: {
      added: fresh.length,
      updated: changed.length,
      unchanged: matches.length - fresh.length - changed.length,
    },
    renamed: renamed.map(({ before, person }) => ({ before: before.user_email, after: person.user_email })),
    madeInactive: shutOut.map(({ person }) => person.user_email),
    waiting: waiting as T[],
    refused: refused.map(({ person, holder, code }) => ({
      person: person as T,
      holder: holder.user_email,
      code,
    })),
  };
}

/** As `importBatch` with a whole file. */
export async function upsertPeople(trx: Db, incoming: readonly IncomingPerson[]): Promise<ImportCounts> {
  return (await importBatch(trx, incoming, { moved: new Set(), last: true, write: true })).counts;
}

/** As `importBatch` where nobody is known yet. */
export async function addPeople(trx: Db, incoming: readonly IncomingPerson[]): Promise<ImportCounts> {
  const ids = await insertPeople(trx, incoming.map(newPerson));
  await keepIds(
    trx,
    incoming.map((person, index) => ({ person, person_id: ids[index]! })),
  );
  return { added: incoming.length, updated: 0, unchanged: 0 };
}

/** Frees addresses that are about to change, so that two may be exchanged. */
async function vacate(trx: Db, people: readonly number[]): Promise<void> {
  if (people.length === 0) return;
  await trx
    .updateTable('people')
    .set({ differing_email_key: sql<string>`' moving ' || person_id` })
    .where('person_id', 'in', sql<number>`(select value from json_each(${JSON.stringify(people)}))`)
    .execute();
}

/** An operator who is known to be a user stays that user: nobody removes themselves (domain rule 1). */
async function followOperators(trx: Db, renamed: readonly Match[]): Promise<void> {
  if (renamed.length === 0) return;
  const keys = new Map(renamed.map(({ before, person }) => [before?.email_key, emailKey(person.user_email)]));
  for (const { operator_id, user_email_key } of await trx
    .selectFrom('operators')
    .select(['operator_id', 'user_email_key'])
    .execute()) {
    const key = keys.get(user_email_key ?? undefined);
    if (key !== undefined)
      await trx
        .updateTable('operators')
        .set({ user_email_key: key })
        .where('operator_id', '=', operator_id)
        .execute();
  }
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

/** Adds people under the next ids, which it returns in their order. The user id is the person's number in fixed width, so both sort alike. */
export async function insertPeople(trx: Db, fresh: readonly FreshPerson[]): Promise<number[]> {
  if (fresh.length === 0) return [];
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
  return rows.map(({ person_id }) => person_id);
}

function userId(person_id: number): string {
  return `U${person_id.toString(36).toUpperCase().padStart(8, '0')}`;
}
