import { sql } from 'kysely';
import type { Operator } from '../../source/roster/access/privileges.ts';
import type { Facts, Subject } from '../../source/roster/plan/facts.ts';
import type { ImportRow } from '../../source/roster/plan/plan-import.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';
import type { User } from '../../source/roster/users/user.ts';
import { countPackages, poolsOf, readAccount } from '../catalog/account.ts';
import { readCatalog, readOperators } from '../catalog/catalog.ts';
import { ownerEmailKeys } from '../catalog/operators.ts';
import { idKey, peopleById as peopleByDirectoryId } from '../people/directory-ids.ts';
import { isSomebodyElse } from '../people/identify-people.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import type { PersonRow } from '../tables.ts';
import { peopleRows, personOf, readUsers } from '../users/users.ts';

/** The people an intent is about: by e-mail as somebody wrote it, by id, or as the rows of a file have them. */
export type Asked =
  | { emails: readonly string[] }
  | { ids: readonly number[] }
  | { rows: readonly ImportRow[] };

/** Reads what a plan needs, in a few queries for each some hundred people, not one a person. */
export async function readFacts(db: Db, asked: Asked, operator: Operator): Promise<Facts> {
  const account = await readAccount(db);
  const subjects = await readSubjects(db, asked);
  const packages = await countPackages(db);
  return {
    account,
    pools: await poolsOf(db, account.license_model, packages),
    packages,
    catalog: await readCatalog(db),
    operators: await readOperators(db),
    operator,
    subjects,
    notRemovable: await notRemovable(db, subjects, operator),
  };
}

/** Some hundred at a time: between two queries keys and signals have their turn, however many people it is about. */
async function readSubjects(db: Db, asked: Asked): Promise<Subject[]> {
  const parts =
    'ids' in asked
      ? await inChunks(asked.ids, ids => subjectsById(db, ids))
      : 'rows' in asked
        ? await inChunks(asked.rows, rows => subjectsOfRows(db, rows))
        : await inChunks(asked.emails, emails => subjectsByEmail(db, emails));
  return parts.flat();
}

async function subjectsById(db: Db, ids: readonly number[]): Promise<Subject[]> {
  const people = await peopleRows(db, ids);
  const users = await readUsers(db, ids);
  const byId = new Map(people.map(person => [person.person_id, person]));
  return ids.map(id => subjectOf(byId.get(id), users, byId.get(id)?.user_email ?? `person ${id}`));
}

async function subjectsByEmail(db: Db, emails: readonly string[]): Promise<Subject[]> {
  const people = await peopleByEmail(db, emails.map(emailKey));
  const ids = people.map(person => person.person_id);
  const users = await readUsers(db, ids);
  const byKey = new Map(people.map(person => [person.email_key, person]));
  return emails.map(email => subjectOf(byKey.get(emailKey(email)), users, email.trim()));
}

/**
 * By the id, then by the address (domain rule 10). Our own ids are those of one roster: where a row calls the person
 * otherwise, it is of another, and its address counts.
 */
async function subjectsOfRows(db: Db, rows: readonly ImportRow[]): Promise<Subject[]> {
  const byAddress = new Map(
    (
      await peopleByEmail(
        db,
        rows.map(row => emailKey(row.user_email)),
      )
    ).map(person => [person.email_key, person]),
  );
  const byId = await peopleByDirectoryId(db, rows);
  const found = rows.map(row => {
    const holder = byAddress.get(emailKey(row.user_email));
    const known = row.id && byId.get(idKey(row.id));
    const called = { user_email: row.user_email, display_name: (row.names ?? []).join(' ') };
    if (!known || isSomebodyElse(known, called)) return { row, person: holder, holder: undefined };
    return {
      row,
      person: known,
      holder: holder && holder.person_id !== known.person_id ? holder : undefined,
    };
  });
  const users = await readUsers(
    db,
    found.flatMap(({ person }) => person?.person_id ?? []),
  );
  return found.map(({ row, person, holder }) => ({
    ...subjectOf(person, users, row.user_email.trim()),
    ...(holder && { holder: personOf(holder) }),
  }));
}

function subjectOf(row: PersonRow | undefined, users: Map<number, User>, asked: string): Subject {
  return { asked, person: row ? personOf(row) : null, user: (row && users.get(row.person_id)) ?? null };
}

function peopleByEmail(db: Db, keys: readonly string[]): Promise<PersonRow[]> {
  const list = sql<string>`(select value from json_each(${JSON.stringify(keys)}))`;
  return db.selectFrom('people').selectAll().where('email_key', 'in', list).execute();
}

async function notRemovable(
  db: Db,
  subjects: readonly Subject[],
  operator: Operator,
): Promise<Map<number, string>> {
  const owners = await ownerEmailKeys(db);
  const reasons = new Map<number, string>();
  for (const { person } of subjects) {
    if (!person) continue;
    const key = emailKey(person.user_email);
    if (key === operator.user_email_key) reasons.set(person.person_id, 'that is you');
    else if (owners.length === 1 && owners[0] === key)
      reasons.set(person.person_id, 'they are the last owner');
  }
  return reasons;
}
