import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createRoster } from '../../db/create.ts';
import { openRoster } from '../../db/open.ts';
import { runCommand } from '../../source/commands/shell/run-command.ts';
import { commandTable } from '../../source/commands/shell/table.ts';
import { effectiveLogin } from '../../source/operator/who.ts';
import { pretendIo } from './run.ts';

/** Of each connection that was opened, whether it can only read. */
const opened: boolean[] = [];

vi.mock('better-sqlite3', async importOriginal => {
  const { default: Original } = await importOriginal<{ default: typeof Database }>();
  class Watched extends Original {
    constructor(path?: string, options?: { readonly?: boolean }) {
      super(path, options);
      opened.push(options?.readonly === true);
    }
  }
  return { default: Watched };
});

const folder = mkdtempSync(join(tmpdir(), 'roster-read-only-'));
const db = join(folder, 'roster.db');

/** An account that Olga owns, and where whoever runs this is a supervisor. */
beforeAll(async () => {
  await createRoster(db, {
    account_name: 'Acme',
    plan: 'business',
    license_model: 'named',
    pools: { essentials: 5 },
    owner: { operator_name: 'Olga Owner', login: 'olga' },
    created_at: '2026-11-23T07:41:00.000Z',
  });
  const roster = await openRoster(db);
  const { role_id } = await roster.read
    .selectFrom('roles')
    .select('role_id')
    .where('role_key', '=', 'supervisor')
    .executeTakeFirstOrThrow();
  await roster
    .write()
    .insertInto('operators')
    .values({ operator_name: 'Sam', login: effectiveLogin(), role_id, is_owner: 0, user_email_key: null })
    .execute();
  await roster.close();
});

beforeEach(() => {
  opened.length = 0;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  name: string,
  args: string[] = [],
  options: Record<string, unknown> = {},
): Promise<number> {
  const entry = commandTable.find(candidate => candidate.name === name)!;
  return await runCommand(entry, { name, arguments: args, options: { db, ...options }, io: pretendIo({}) });
}

const readers = [
  ...['list', 'export', 'people list', 'account', 'notify'],
  ...['queue', 'role', 'skill', 'team', 'region', 'template', 'operator'].map(kind => `${kind} list`),
];

/** What makes a command one that only looks. */
const looking: Record<string, Record<string, unknown>> = {
  account: { usage: true },
  notify: { list: true },
};

test.each(readers)('%s opens only the read connection', async name => {
  expect(await run(name, [], looking[name])).toBe(0);
  expect(opened).toEqual([true, true]);
});

const changes: [name: string, args: string[], options: Record<string, unknown>][] = [
  ['edit', ['a@acme.example'], { status: 'inactive' }],
  ['remove', ['a@acme.example'], { yes: true }],
  ['undo', [], {}],
  ['notify', [], {}],
  ['account set', [], { name: 'Mine' }],
  ['queue add', ['Billing'], {}],
  ['role add', ['Boss'], {}],
  ['skill add', ['Spanish'], { category: 'Languages' }],
  ['team add', ['Lisbon'], {}],
  ['region edit', ['Main'], { name: 'Europe' }],
  ['template add', ['New'], { type: 'add', set: ['role_name=Agent'] }],
  ['operator edit', ['Sam'], { role: 'Admin' }],
  ['operator remove', ['Olga Owner'], { yes: true }],
];

test.each(changes)(
  'without UserManagement:Edit %s is refused with exit code 3',
  async (name, args, options) => {
    await expect(run(name, args, options)).rejects.toMatchObject({
      name: 'Refusal',
      exitCode: 3,
      message:
        'Sam may not change the roster: the role Supervisor lacks UserManagement:Edit. Ask Olga Owner.',
    });
    expect(opened).toEqual([true, true]);
  },
);
