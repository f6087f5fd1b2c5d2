import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { command, demoFile, json, leave, leaveForm, type Opened, open, openDemo } from './fixture.ts';

/** The files that sessions on a roster have left, or keep. */
function sessionsOf(file: string): string[] {
  const folder = join(dirname(file), 'config', 'roster');
  return readdirSync(folder)
    .filter(name => name.startsWith('session-'))
    .map(name => join(folder, name));
}

/** Waits until a session has written something down that a person would miss. */
async function keeps(file: string, what: RegExp): Promise<void> {
  const written = () => sessionsOf(file).map(path => readFileSync(path, 'utf8'));
  await vi.waitFor(() => expect(written()).toContainEqual(expect.stringMatching(what)), 30_000);
}

/** The last moments before may be lost, so this waits until something is kept. */
async function killed(p: Opened, what: RegExp): Promise<void> {
  await keeps(p.file, what);
  p.kill('SIGKILL');
  await p.exit();
}

/** Opens the form on two users and gives them another role, without saving. */
async function begin(p: Program): Promise<void> {
  await p.press('Space', 'Space', 'e');
  await p.waitFor('Edit 2 users');
  await p.press('Enter');
  p.type('team coach\r');
  await p.waitFor('Change 2 users');
}

/** What `begin` has filled in, as it is kept. */
const begun = /"of":"edit".*"Team Coach"/;

it('is the selection after a quit, with the view, and nothing is said', async () => {
  const file = await demoFile();
  const p = await open(file);
  p.type('/an\r');
  await p.waitFor(/row 1 of \d/);
  await p.press('Space', 'Space', '"');
  await p.waitFor(/2 selected · row \d of 2/);
  await leave(p);
  const again = await open(file);
  await again.waitFor('2 selected · row 1 of 2 · 500 users');
  expect(again.row('/ an')).toBeDefined();
  expect(again.screen()).not.toContain('R goes on');
  expect(statSync(sessionsOf(file)[0]!).mode & 0o777).toBe(0o600);
});

it('is selection and form after SIGHUP, SIGTERM and kill -9; saved once it is offered no more', async () => {
  const file = await demoFile();
  const emails = (await json(file, 'list', '--limit', '2')).map(user => String(user.user_email));
  const p = await open(file);
  await begin(p);
  p.kill('SIGHUP');
  await p.exit();

  const second = await open(file);
  await second.waitFor(/Not saved: editing 2 users, from \d\d:\d\d · R goes on with it/);
  expect(second.screen()).toContain('2 selected');
  await second.press('R');
  await second.waitFor('Change 2 users');
  second.kill('SIGTERM');
  await second.exit();

  const third = await open(file);
  await third.waitFor(/Not saved: editing 2 users, from \d\d:\d\d · R goes on with it/);
  expect(third.screen()).toContain('2 selected');
  await third.press('R');
  await third.waitFor('Change 2 users');
  await killed(third, begun);

  const last = await open(file);
  await last.waitFor('Not saved: editing 2 users');
  // The offer outlasts the toast, and is never in the way.
  await last.press('j');
  await last.waitGone('Not saved');
  await last.waitFor('R unsaved form');
  await last.press('R');
  await last.waitFor('As you left it: nothing of it is saved yet.');
  await last.waitFor('Change 2 users');
  await last.press('s');
  await last.waitFor(/✓ (Edited|Made|Put|Took) /);
  await last.waitGone('unsaved form');
  const roles = await Promise.all(emails.map(email => json<{ role_name: string }>(file, 'show', email)));
  expect(roles.map(user => user.role_name)).toEqual(['Team Coach', 'Team Coach']);
  last.kill('SIGKILL');
  await last.exit();
  expect((await open(file)).screen()).not.toContain('Not saved');
});

it('keeps whom one had picked to add, and what was typed and not yet taken', async () => {
  const file = await demoFile();
  const p = await open(file);
  await p.press('a');
  await p.waitFor('Add users');
  await p.press('Tab', 'Tab', 'Enter');
  await p.waitFor('2 picked');
  await p.press('Enter');
  p.type('agent\r');
  await p.waitFor(/Add 2 users as Agent/);
  await killed(p, /"of":"add".*"Agent"/);
  const again = await open(file);
  await again.waitFor('Not saved: adding 2 people');
  await again.press('R');
  await again.waitFor(/Add 2 users as Agent/);
  // Discarded it is gone, too.
  await leaveForm(again);
  await leave(again);
  const last = await open(file);
  expect(last.screen()).not.toContain('Not saved');
});

it('leaves out who and what is gone meanwhile, and says so', async () => {
  const file = await demoFile();
  const emails = (await json(file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await command(file, 'queue', 'add', 'Short Lived', '--channel', 'voice');
  const p = await open(file);
  await begin(p);
  for (let field = 0; field < 6; field++) await p.press('Down');
  await p.press('Enter');
  p.type('short lived');
  await p.press('Tab', 'Enter');
  await p.waitFor('+ Short Lived');
  await killed(p, /"Team Coach".*"Short Lived"/);
  await command(file, 'queue', 'remove', 'Short Lived', '--yes');
  await command(file, 'remove', emails[0]!, '--yes');
  const again = await open(file);
  await again.waitFor('1 selected');
  await again.press('R');
  await again.waitFor('1 person left out: no users any more.');
  expect(again.screen().replace(/\s+/g, ' ')).toContain('Queues Short Lived no longer exists.');
  await again.waitFor('Change 1 user');
});

it('leaves alone what another session that still runs keeps, and takes it once that is over', async () => {
  const file = await demoFile();
  const one = await open(file);
  await begin(one);
  await keeps(file, begun);
  const other = await open(file);
  expect(other.screen()).not.toMatch(/selected|Not saved/);
  await other.press('j', 'Space');
  await other.waitFor('1 selected');
  await leave(other);
  // What the other one kept has not become this one's.
  expect(one.screen()).toContain('Edit 2 users');
  await killed(one, begun);
  const again = await open(file);
  await again.waitFor('Not saved: editing 2 users');
  expect(sessionsOf(file).length).toBeGreaterThan(0);
});

it('starts whatever stands in the file', async () => {
  const p = await openDemo();
  await p.press('Space');
  await p.waitFor('1 selected');
  await killed(p, /"selected":"\w/);
  writeFileSync(sessionsOf(p.file)[0]!, '{"selected":"\x1b]52;c;x\x07","unsaved":[{}]}');
  const again = await open(p.file);
  await again.waitFor('row 1 of 500 · 500 users');
  expect(again.screen()).not.toContain('selected');
});
