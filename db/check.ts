import { sql } from 'kysely';
import type { FieldChanges } from '../source/roster/change-set.ts';
import { sameValue } from '../source/roster/field-values.ts';
import type { FieldName, User } from '../source/roster/user.ts';
import type { Db } from './dialect.ts';
import { userVersion } from './migrations.ts';
import { readUsers } from './users.ts';

/** What was looked at, and what is wrong with it: nothing, if all is well. */
export interface Finding {
  check: 'integrity' | 'references' | 'history';
  message: string;
}

export interface CheckResult {
  schema_version: number;
  users: number;
  change_sets: number;
  findings: Finding[];
}

const atMost = 100;
const pageSize = 500;

/**
 * Verifies the file, its references, and that the users are as the history says they have to be. Reads
 * everything once; nothing is changed.
 */
export async function checkRoster(db: Db): Promise<CheckResult> {
  const findings = [...(await integrity(db)), ...(await references(db))];
  // Rows that may be damaged are not worth comparing.
  if (findings.length === 0) findings.push(...(await history(db)));
  return {
    schema_version: await userVersion(db),
    users: await count(db, 'users'),
    change_sets: await count(db, 'change_sets'),
    findings,
  };
}

async function integrity(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(100)`.execute(db);
  return rows
    .filter(row => row.integrity_check !== 'ok')
    .map(row => ({ check: 'integrity', message: row.integrity_check }));
}

async function references(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return rows.slice(0, atMost).map(({ table, parent }) => ({
    check: 'references',
    message: `A row of ${table} refers to something in ${parent} that is not there.`,
  }));
}

async function count(db: Db, table: 'users' | 'change_sets'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

interface LastChange {
  person_id: number;
  change_set_id: number;
  user_email: string;
  action: 'add' | 'update' | 'remove';
  fields: string;
}

/** Holds the newest change of each person against how that person is now. */
async function history(db: Db): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let after = 0; findings.length < atMost; ) {
    const page = await lastChanges(db, after);
    const last = page.at(-1);
    if (!last) break;
    const users = await readUsers(
      db,
      page.map(change => change.person_id),
    );
    for (const change of page) {
      const wrong = disagreement(change, users.get(change.person_id));
      if (wrong) findings.push({ check: 'history', message: wrong });
    }
    after = last.person_id;
  }
  return findings;
}

async function lastChanges(db: Db, after: number): Promise<LastChange[]> {
  return await db
    .selectFrom('changes')
    .innerJoin(
      eb =>
        eb
          .selectFrom('changes')
          .select(({ fn }) => ['person_id', fn.max<number>('change_set_id').as('newest')])
          .where('person_id', '>', after)
          .groupBy('person_id')
          .orderBy('person_id')
          .limit(pageSize)
          .as('last'),
      join =>
        join
          .onRef('last.person_id', '=', 'changes.person_id')
          .onRef('last.newest', '=', 'changes.change_set_id'),
    )
    .select(['changes.person_id', 'changes.change_set_id', 'changes.user_email', 'action', 'fields'])
    .orderBy('changes.person_id')
    .execute();
}

function disagreement(change: LastChange, user: User | undefined): string | null {
  const { user_email, change_set_id, action } = change;
  const set = `change set ${change_set_id}`;
  if (action === 'remove') return user ? `${user_email} was removed by ${set} and has a license.` : null;
  if (!user) return `${user_email} has no license, though ${set} left them one.`;
  if (user.version !== change_set_id)
    return `${user_email} was last written by change set ${user.version}, and history ends with ${set}.`;
  const fields = JSON.parse(change.fields) as FieldChanges;
  const wrong = (Object.keys(fields) as FieldName[]).filter(
    name => !sameValue(user.settings[name], fields[name]?.after),
  );
  return wrong.length > 0 ? `${user_email} is not as ${set} left them: ${wrong.join(', ')}.` : null;
}
