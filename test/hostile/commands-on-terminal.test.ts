import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { makeHome, peopleCsv } from '../commands/run.ts';
import { type Program, startProgram } from '../terminal/driver.ts';
import { whole } from '../whole.ts';
import { onPretendedTerminal } from './pretended-terminal.ts';
import { strayControlsOfCommand } from './stray-controls.ts';

/** Nobody can type it in here; a foreign hand can write it into the file, and name a folder so. */
const evil = 'Ana\x1b[2J\x1b[6n\x1b]52;c;YQ==\x07\x9b5n\u202e\tz';
const home = makeHome();
const folder = join(home.home, `folder ${evil}`);
const backup = join(folder, 'backup.db');
let p: Program | undefined;

beforeAll(async () => {
  mkdirSync(folder);
  await home.ok('init --account Acme --licenses 9');
  await home.ok('people import -', { input: peopleCsv(4) });
  await home.ok('queue add Billing');
  await home.ok('add p0@acme.example p1@acme.example --role Agent');
  await home.ok('edit p0@acme.example --add-queue Billing');
  await home.ok('operator add maria --role Admin');
  const db = new Database(home.database);
  db.prepare('update account set account_name = ?').run(evil);
  db.prepare('update queues set queue_name = ?').run(evil);
  db.prepare('update people set display_name = ?, department = ?').run(evil, evil);
  db.prepare(`update operators set operator_name = ? where operator_name = 'maria'`).run(evil);
  db.prepare('update change_sets set operator_name = ?, summary = ?').run(evil, evil);
  db.close();
});

afterEach(() => p?.close());

/** Runs a command on a terminal, and answers what it asks. */
async function onTerminal(args: readonly string[], { answer = '' } = {}) {
  await p?.close();
  p = startProgram([...args], { env: home.env, columns: 200 });
  if (answer) {
    await p.waitFor('y/N');
    p.type(answer);
  }
  const { code } = await p.exit();
  return { code, stray: strayControlsOfCommand(p.raw()), text: p.screen() };
}

/** Runs it in this process on what it takes for one; what it asks is answered as soon as it does. */
async function onPretended(args: readonly string[], { env = {}, answer = '' } = {}) {
  const { code, raw } = await onPretendedTerminal(args, { env: { ...home.env, ...env }, input: answer });
  return { code, stray: strayControlsOfCommand(raw), text: raw };
}

const printing = [
  'list',
  'list --format csv',
  'list --format json',
  'export',
  'people list --format csv',
  'show p0@acme.example',
  'queue list',
  'operator list --format csv',
  'history --format csv',
  'history --show 3',
  'account --usage',
];

const asSigns = { code: 0, stray: [], text: expect.stringMatching(/Ana(␛|\\u001b)\[2J/) };

it.each(printing)('%s prints nothing that a terminal obeys', async line => {
  expect(await onPretended(line.split(' '))).toEqual(asSigns);
});

it.each(whole ? printing : printing.slice(0, 1))('%s prints nothing else on a real one', async line => {
  expect(await onTerminal(line.split(' '))).toEqual(asSigns);
});

it.each([
  ['queue', 'remove', evil],
  ['remove', 'p0@acme.example'],
])('%s %s asks as signs', async (...args) => {
  const { code, stray, text } = await onPretended(args, { answer: 'n\n' });
  expect({ code, stray }).toEqual({ code: 1, stray: [] });
  expect(text).toContain('Ana␛[2J');
});

it('backup, restore, rescue and check show paths and names as signs, and lose nothing off a terminal', async () => {
  const piped = await home.call(['backup', join(folder, 'piped.db')]);
  expect(piped).toMatchObject({ code: 0, stdout: `${join(folder, 'piped.db')}\n` });
  for (const [args, answer] of [
    [['backup', backup], ''],
    [['backup', backup], ''],
    [['check', '--db', backup], ''],
    [['restore', backup, '--dry-run'], ''],
    [['restore', backup], 'y\r'],
    [['rescue', join(folder, 'rescued.db')], ''],
    [['rescue', join(folder, 'again.db'), '--db', backup], ''],
    [['restore', evil, '--yes'], ''],
    [['list', '--db', join(folder, 'none.db')], ''],
    [['import', join(folder, 'none.csv')], ''],
    [['demo', '--keep', backup], ''],
  ] as const) {
    // One asks and shows its progress: that is for a real terminal.
    const { stray } = await (answer || whole ? onTerminal : onPretended)(args, { answer });
    expect(stray, args.join(' ')).toEqual([]);
  }
});

it('a stack that was asked for is printed as signs as well', async () => {
  const { code, stray, text } = await onPretended(['show', evil], { env: { ROSTER_DEBUG: '1' } });
  expect({ code, stray }).toEqual({ code: 1, stray: [] });
  expect(text).toMatch(/Ana␛\[2J.* at /s);
});
