import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { command, demoFile, json, leave, open, openDemo, readDialog } from './fixture.ts';

/** Whoever is killed may lose what they did in this time. Milliseconds. */
const second = 1_000;

/** Where the settings of those who open a roster are. */
function folderOf(file: string): string {
  return join(dirname(file), 'config', 'roster');
}

function sessionsOf(file: string): string[] {
  return readdirSync(folderOf(file)).filter(name => name.startsWith('session-'));
}

async function killed(p: Program): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, second));
  p.kill('SIGKILL');
  await p.exit();
}

/** Opens the form on two users and gives them another role, without saving. */
async function begin(p: Program): Promise<void> {
  await p.press('Space', 'Space', 'e');
  await p.waitFor('Edit 2 users');
  await p.press('Down', 'Down', 'Enter');
  p.type('team coach\r');
  await p.waitFor('Change 2 users');
}

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
  const [name] = sessionsOf(file);
  expect(statSync(join(folderOf(file), name!)).mode & 0o777).toBe(0o600);
});

it.each<[NodeJS.Signals]>([['SIGHUP'], ['SIGTERM']])('is selection and form after %s', async signal => {
  const file = await demoFile();
  const p = await open(file);
  await begin(p);
  p.kill(signal);
  await p.exit();
  const again = await open(file);
  await again.waitFor(/Not saved: editing 2 users, from \d\d:\d\d · R goes on with it/);
  expect(again.screen()).toContain('2 selected');
});

it('goes on with a form after kill -9, saves it once, and offers it no more', async () => {
  const file = await demoFile();
  const emails = (await json(file, 'list', '--limit', '2')).map(user => String(user.user_email));
  const p = await open(file);
  await begin(p);
  await killed(p);
  const again = await open(file);
  await again.waitFor('Not saved: editing 2 users');
  // The offer outlasts the toast, and is never in the way.
  await again.press('j');
  await again.waitGone('Not saved');
  await again.waitFor('R unsaved form');
  await again.press('R');
  await again.waitFor('As you left it: nothing of it is saved yet.');
  await again.waitFor('Change 2 users');
  await again.press('s');
  await again.waitFor('✓ Changed');
  expect(again.screen()).not.toContain('unsaved form');
  const roles = await Promise.all(emails.map(email => json<{ role_name: string }>(file, 'show', email)));
  expect(roles.map(user => user.role_name)).toEqual(['Team Coach', 'Team Coach']);
  again.kill('SIGKILL');
  await again.exit();
  const last = await open(file);
  expect(last.screen()).not.toContain('Not saved');
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
  await killed(p);
  const again = await open(file);
  await again.waitFor('Not saved: adding 2 people');
  await again.press('R');
  await again.waitFor(/Add 2 users as Agent/);
  // Discarded it is gone, too.
  await again.press('Escape');
  await readDialog(again);
  await again.press('y');
  await again.waitFor('Left. Nothing was changed.');
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
  await killed(p);
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
  await new Promise(resolve => setTimeout(resolve, second));
  const other = await open(file);
  expect(other.screen()).not.toMatch(/selected|Not saved/);
  await other.press('j', 'Space');
  await other.waitFor('1 selected');
  await leave(other);
  // What the other one kept has not become this one's.
  expect(one.screen()).toContain('Edit 2 users');
  await killed(one);
  const again = await open(file);
  await again.waitFor('Not saved: editing 2 users');
  expect(sessionsOf(file).length).toBeGreaterThan(0);
});

it('keeps nothing of a demo, and starts whatever stands in the file', async () => {
  const p = await openDemo();
  await p.press('Space');
  await p.waitFor('1 selected');
  await killed(p);
  const [name] = sessionsOf(p.file);
  writeFileSync(join(folderOf(p.file), name!), '{"selected":"\x1b]52;c;x\x07","unsaved":[{}]}');
  const again = await open(p.file);
  await again.waitFor('row 1 of 500 · 500 users');
  expect(again.screen()).not.toContain('selected');
});
