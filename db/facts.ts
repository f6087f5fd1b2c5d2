import { sql } from 'kysely';
import { emailKey } from '../source/roster/email-key.ts';
import type { Facts, Subject } from '../source/roster/facts.ts';
import type { Operator } from '../source/roster/privileges.ts';
import { countPackages, poolsOf, readAccount } from './account.ts';
import { readCatalog, readOperators } from './catalog.ts';
import type { Db } from './dialect.ts';
import { idList } from './id-list.ts';
import { ownerEmailKeys } from './operators.ts';
import type { PersonRow } from './tables.ts';
import { personOf, readUsers } from './users.ts';

/** The people an intent is about: by e-mail as somebody wrote it, or by id. */
export type Asked = { emails: readonly string[] } | { ids: readonly number[] };

/** Reads what a plan needs, in a fixed number of queries however many people it is about. */
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

async function readSubjects(db: Db, asked: Asked): Promise<Subject[]> {
  const wanted = 'ids' in asked ? asked.ids : asked.emails.map(emailKey);
  const people =
    'ids' in asked ? await peopleById(db, asked.ids) : await peopleByEmail(db, wanted as string[]);
  const users = await readUsers(
    db,
    people.map(person => person.person_id),
  );
  const byKey = new Map<number | string, PersonRow>(
    people.map(person => ['ids' in asked ? person.person_id : person.email_key, person]),
  );
  return wanted.map((key, index) => {
    const person = byKey.get(key);
    const text =
      'ids' in asked ? (person?.user_email ?? `person ${key}`) : (asked.emails[index] ?? '').trim();
    return {
      asked: text,
      person: person ? personOf(person) : null,
      user: person ? (users.get(person.person_id) ?? null) : null,
    };
  });
}

function peopleById(db: Db, ids: readonly number[]): Promise<PersonRow[]> {
  return db.selectFrom('people').selectAll().where('person_id', 'in', idList(ids)).execute();
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
