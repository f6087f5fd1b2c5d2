import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../terminal/driver.ts';
import { command, demoFile, json, open, openDemo } from './fixture.ts';
import { currentEmail } from './shown.ts';

/** Changes of others are to appear within this. Milliseconds. */
const soon = 2_000;

const run = promisify(execFile);

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwC2HgP7sBo+Zz6Lw9lD0U7Xo3S2v3o1cZcZrWb5n3q kim@laptop\n';

/** Lets Kim in by a key; what is returned runs a command in Kim's name. */
async function kim(file: string): Promise<(words: string) => Promise<unknown>> {
  const pub = join(dirname(file), 'kim.pub');
  writeFileSync(pub, key);
  const added = JSON.parse(
    await command(file, 'operator', 'add', 'Kim', '--role', 'Admin', '--key', pub, '--format', 'json'),
  );
  const { fingerprint } = added.catalog[0].fields.keys.after[0];
  // The newest of a new roster, from which nobody was removed.
  const id = (await json(file, 'operator', 'list')).length;
  const session = ['session', '--db', file, '--key', fingerprint, '--operator', String(id)];
  const env = { PATH: process.env.PATH, HOME: dirname(file) };
  return words =>
    run(process.execPath, [join(root, 'dist', 'roster.js'), ...session], {
      env: { ...env, SSH_ORIGINAL_COMMAND: words },
    });
}

it('marks for a moment whom somebody else changed, says who did what, and is still again', async () => {
  const file = await demoFile();
  const asKim = await kim(file);
  const p = await open(file);
  const [first, second, third] = (await json(file, 'list', '--limit', '3')).map(user =>
    String(user.user_email),
  );
  await p.press('j', 'Space');
  await p.waitFor('1 selected · row 3 of 500');
  await p.settled();
  await asKim(`edit ${first} ${second} --status inactive`);
  await p.waitFor('Kim changed', soon);
  const lines = p.screen().split('\n');
  expect(lines[4]).toMatch(/^ {2}~☐ /);
  expect(lines[5]).toMatch(/^ {2}~☑ /);
  expect(lines[6]).toMatch(/^ ▸ ☐ /);
  expect(currentEmail(p)).toBe(third);
  await p.waitGone('~☐', 4_000);
  expect(p.screen()).toContain('1 selected · row 3 of 500');
  await asKim(`remove ${first} --yes`);
  await p.waitFor('Kim removed Abigail Campbell', soon);
  await p.waitFor('1 selected · row 2 of 499');
  expect(currentEmail(p)).toBe(third);
  await asKim('undo');
  await p.waitFor(/Kim undid change set \d+/, soon);
  expect(currentEmail(p)).toBe(third);
  await p.press('Home');
  await p.waitFor(/\+☐ Abigail Campbell/, 1_000);
  await p.waitGone('+☐', 4_000);
  await p.press('Esc');
  await p.settled();
  const bytes = p.bytes();
  await new Promise(resolve => setTimeout(resolve, 1_200));
  expect(p.bytes()).toBe(bytes);
});

it('marks what was done in the same name elsewhere, and nothing that was done here', async () => {
  const p = await openDemo();
  const [first] = (await json(p.file, 'list', '--limit', '1')).map(user => String(user.user_email));
  await p.press('Down', '.');
  await p.waitFor('╭─');
  p.type('inactive\r');
  await p.waitFor('u undoes');
  await new Promise(resolve => setTimeout(resolve, 1_000));
  expect(p.screen()).not.toMatch(/~[☐☑]/);
  await command(p.file, 'edit', first!, '--status', 'inactive');
  await p.waitFor('~☐', soon);
});

it('leaves it to a form to say what concerns it, and says the next thing, too', async () => {
  const file = await demoFile();
  const asKim = await kim(file);
  const p = await open(file);
  const [first, second] = (await json(file, 'list', '--limit', '2')).map(user => String(user.user_email));
  const other = await open(file);
  await other.press('e');
  await other.waitFor('Edit Abigail');
  await asKim(`edit ${first} --status inactive`);
  await p.waitFor(`Kim changed Abigail Campbell`, soon);
  await other.waitFor('Kim changed Abigail Campbell meanwhile: status.', soon);
  await p.press('z');
  await p.waitGone('Kim changed');
  await asKim(`edit ${second} --status inactive`);
  await p.waitFor('Kim changed', soon);
});
