import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { type Applied, applyChangeSet } from '../../db/changes/apply.ts';
import { type Asked, readFacts } from '../../db/changes/facts.ts';
import { readUndoFacts } from '../../db/changes/undo-facts.ts';
import { createRoster, type NewAccount } from '../../db/create.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { openRoster } from '../../db/open.ts';
import { type IncomingPerson, upsertPeople } from '../../db/people/people.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import type { LockRetry } from '../../db/sqlite/lock-retry.ts';
import { readUsers } from '../../db/users/users.ts';
import type { AppliedChangeSet, ChangeSet } from '../../source/roster/plan/change-set.ts';
import { type Intent, plan } from '../../source/roster/plan/plan.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { Undoing } from '../../source/roster/undo/plan-undo.ts';
import { temporaryFolder } from '../after-file.ts';
import { adding, setting } from '../roster/intents.ts';

export const account: NewAccount = {
  account_name: 'Acme Support',
  plan: 'business',
  license_model: 'named',
  pools: { essentials: 500, premium: 2 },
  owner: { operator_name: 'maria', login: 'maria' },
  created_at: '2026-11-23T07:41:00.000Z',
};

export const somePeople: IncomingPerson[] = [
  { user_email: 'ana.silva@acme.example', first_name: 'Ana', last_name: 'Silva', department: 'Billing' },
  { user_email: 'bruno@acme.example', first_name: 'Bruno', last_name: 'da Silva' },
  { user_email: 'meiling@acme.example', first_name: '席尔瓦', last_name: '美玲' },
  { user_email: 'jurgen@acme.example', first_name: 'Jürgen', last_name: 'Müller' },
  { user_email: 'zofia@acme.example', first_name: 'Zofia', last_name: 'Łódzka' },
  { user_email: 'gone@acme.example', first_name: 'Gone', last_name: 'Away', account_status: 'inactive' },
  { user_email: 'new@acme.example', first_name: 'New', last_name: 'Comer', account_status: 'pending' },
];

/** The file of the roster that most tests begin with, once it was made. */
let usual: Uint8Array | null = null;

/** Makes a roster of these people, with the queues Billing, Sales and Chat and nobody licensed; returns its path. */
export async function makeRoster(
  people: readonly IncomingPerson[] = somePeople,
  more: Partial<NewAccount> = {},
): Promise<string> {
  const path = join(temporaryFolder(), 'roster.db');
  const isUsual = people === somePeople && Object.keys(more).length === 0;
  if (isUsual && usual) writeFileSync(path, usual, { mode: 0o600 });
  else await makeAt(path, people, more);
  if (isUsual) usual ??= readFileSync(path);
  return path;
}

async function makeAt(path: string, people: readonly IncomingPerson[], more: Partial<NewAccount>) {
  await createRoster(path, { ...account, ...more }, async db => {
    for (const [queue_name, channel] of [
      ['Billing', 'voice'],
      ['Sales', 'messaging'],
      ['Chat', 'messaging'],
    ] as const)
      await db
        .insertInto('queues')
        .values({ queue_name, queue_key: fold(queue_name), channel, description: '' })
        .execute();
    await db.transaction().execute(async trx => {
      for (let at = 0; at < people.length; at += 500) await upsertPeople(trx, people.slice(at, at + 500));
    });
  });
}

/** A roster at work: opened, and changed the way the program changes it. */
export async function openFixture(path: string, lockRetry: LockRetry = {}) {
  const roster = await openRoster(path, lockRetry);
  const operator = (await operatorByLogin(roster.read, 'maria'))!;
  const by = { operator_id: operator.operator_id, operator_name: 'maria', via: 'local' };

  const planned = async (intent: Intent, asked: Asked): Promise<ChangeSet> =>
    plan(intent, await readFacts(roster.read, asked, operator));
  const apply = (changeSet: ChangeSet, other: Partial<typeof by> = {}): Promise<Applied> =>
    applyChangeSet(roster.write(), changeSet, { ...by, ...other, at: new Date().toISOString() });

  /** Plans and applies; a refusal fails the test. */
  const carryOut = async (intent: Intent, asked: Asked): Promise<AppliedChangeSet> => {
    const changeSet = await planned(intent, asked);
    if (changeSet.problems.length > 0)
      throw new Error(changeSet.problems.map(({ message }) => message).join('\n'));
    const outcome = await apply(changeSet);
    if (!outcome.ok) throw new Error(`${outcome.reason}: ${JSON.stringify(outcome)}`);
    return outcome.applied;
  };
  const planUndo = async (id: number, part: Omit<Undoing, 'set'> = {}): Promise<ChangeSet> => {
    const set = (await readChangeSet(roster.read, id))!;
    return plan({ kind: 'undo', set, ...part }, await readUndoFacts(roster.read, set, operator));
  };

  return {
    roster,
    read: roster.read,
    operator,
    by,
    planned,
    apply,
    carryOut,
    planUndo,
    add: (...emails: string[]) => carryOut(adding(setting({ role: 'Agent' })), { emails }),
    remove: (...emails: string[]) => carryOut({ kind: 'remove' }, { emails }),
    undo: async (id: number, part: Omit<Undoing, 'set'> = {}) => {
      const outcome = await apply(await planUndo(id, part));
      if (!outcome.ok) throw new Error('Stale');
      return outcome.applied;
    },
    close: () => roster.close(),
  };
}

export type Fixture = Awaited<ReturnType<typeof openFixture>>;

/** What the database says of every user, without the bookkeeping of when and by which change set. */
export async function allSettings(db: Db) {
  const ids = (await db.selectFrom('users').select('person_id').execute()).map(row => row.person_id);
  const users = await readUsers(db, ids);
  return new Map([...users].map(([id, user]) => [id, user.settings]));
}
