import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { command, newFile, type Opened, open, readDialog, resize } from './fixture.ts';

const people = 40;
const long = `${'Wilhelmina '.repeat(6)}Ash`;

/** A roster in which everything has a name of ASCII letters, some of them long. */
async function asciiFile(): Promise<string> {
  const file = newFile();
  const rows = Array.from(
    { length: people },
    (_, n) => `p${n}@acme.example,${n % 9 ? `Pat ${n}` : `${long} ${n}`},Care`,
  );
  writeFileSync(csv(file), `Email,Display Name,Department\n${rows.join('\n')}\n`);
  await command(file, 'init', '--account', 'Acme Support', '--licenses', '30');
  await command(file, 'people', 'import', csv(file));
  for (const queue of ['Billing', 'Sales', `Outage ${'Hotline '.repeat(6)}`])
    await command(file, 'queue', 'add', queue);
  await command(file, 'skill', 'add', 'Spanish', '--category', 'Language');
  const emails = Array.from({ length: 25 }, (_, n) => `p${n}@acme.example`);
  await command(file, 'add', ...emails, '--role', 'Agent', '--country', 'DE');
  await command(
    file,
    'edit',
    'p1@acme.example',
    '--add-queue',
    'Billing',
    '--skill',
    'Spanish',
    '--presence',
    'Ready',
  );
  return file;
}

function csv(file: string, name = 'people.csv'): string {
  return join(dirname(file), name);
}

/** Waits until something is shown, and makes sure that all that is shown is ASCII. */
async function see(p: Program, what: string | RegExp): Promise<void> {
  const screen = await p.waitFor(what);
  const strange = screen.split('\n').filter(line => /[^ -~]/.test(line));
  expect(strange, `with ${what} on the screen`).toEqual([]);
}

async function asciiScreen(size: { columns: number; rows: number }): Promise<Opened> {
  const file = await asciiFile();
  const p = await open(file, size);
  await p.press(':');
  p.type('marks: ascii\r');
  await p.waitFor('> .');
  return p;
}

it('draws nothing but ASCII on any screen, wide and narrow', async () => {
  const p = await asciiScreen({ columns: 120, rows: 40 });
  await see(p, 'Marks: ASCII');
  await roster(p);
  await lists(p);
  await pages(p);
  await resize(p, 62, 20);
  await forms(p);
  await files(p);
  await resize(p, 40, 8);
  await see(p, 'Needs 60x12');
});

async function roster(p: Program): Promise<void> {
  await p.press('Space', 'Space', 'v', 'j');
  await see(p, 'range: v selects');
  await p.press('Esc', '-');
  await see(p, 'Unselected 2 - - brings them back');
  await p.press('>');
  await see(p, /(Email|Name) \^/);
  await p.press('=');
  await see(p, /(Email|Name) v/);
  await p.press('<', '=');
  p.type('/nobody here');
  await see(p, 'Nobody matches');
  await p.press('Esc');
  p.type('/pat');
  await see(p, /\/ pat_/);
  await p.press('Esc');
}

async function lists(p: Program): Promise<void> {
  for (const [key, title] of [
    ['f', 'Queue'],
    ['r', 'Role'],
    ['c', 'Columns'],
    ['?', 'Keys of this screen'],
    [':', 'Commands'],
    ['.', 'Edit'],
  ] as const) {
    await p.press(key);
    await see(p, `+- ${title === 'Edit' ? '' : title}`);
    await p.press('PageDown');
    await p.settled();
    await see(p, '+-');
    await p.press('Esc');
    await p.waitGone('+-');
  }
}

async function pages(p: Opened): Promise<void> {
  await p.press('Enter');
  await see(p, 'License and access');
  await p.press('End');
  await p.settled();
  await see(p, 'Esc');
  await p.press('Esc', 'h');
  await see(p, /Edit .*: |Make |Put /);
  await p.press('Enter');
  await see(p, 'Billing');
  await p.press('Esc', 'Esc', 'l');
  await see(p, 'Licenses and usage');
  await p.press('End', 'Esc');
  // What others do is told on the roster alone, and after Esc the program waits for the rest of a sequence.
  await p.waitGone('Licenses and usage');
  await command(p.file, 'edit', 'p2@acme.example', '--status', 'inactive');
  await see(p, /changed Pat 2/);
}

async function forms(p: Program): Promise<void> {
  await p.press('a');
  await see(p, 'Add users');
  await p.press('Tab', 'Tab');
  await see(p, 'Add 2 users');
  await p.press('Enter', 'Enter');
  await see(p, '+- Role');
  p.type('agent\r');
  await see(p, 'Add 2 users as Agent');
  await p.press('s');
  await see(p, /\* Added .* - u/s);
  await p.press('u');
  await see(p, /removed/);
  await p.press('e');
  await see(p, /Edit (Pat|Wilhelmina)/);
  for (const [field, opened] of [
    [7, '+- Queues'],
    [8, '+- Skills'],
    [10, '0-20'],
    [15, 'two letters'],
  ] as const) {
    await p.press('Home', ...Array<string>(field).fill('Down'), 'Enter');
    await see(p, opened);
    await p.press('Esc');
  }
  await p.press('Home', 'Down', 'Enter');
  p.type('superv\r');
  await see(p, '> Supervisor');
  await p.press('Esc');
  await see(p, /not saved|Leave/i);
  await p.press('n', 's');
  await see(p, /\* (Edited|Made|Put|Took) .* - u undoes/s);
  await p.press('Space', 'Space', 'x');
  await see(p, 'Remove 2 users');
  await readDialog(p);
  await p.press('y');
  await see(p, /\* Removed .* - u undoes/s);
}

async function files(p: Opened): Promise<void> {
  const { file } = p;
  const bad = csv(file, 'bad.csv');
  writeFileSync(
    bad,
    `user_email,role_name,country_iso_code\np1@acme.example,${'Boss '.repeat(30)},DE\np3@acme.example,Agent,FR\n`,
  );
  p.type(`I${bad}\r`);
  await see(p, '1 problem');
  await p.press('Esc');
  const good = csv(file, 'good.csv');
  writeFileSync(
    good,
    'user_email,role_name,country_iso_code\np1@acme.example,Supervisor,\np3@acme.example,,FR\n',
  );
  p.type(`I${good}\r`);
  await see(p, '2 to change');
  await p.press('Esc', 'E');
  await see(p, '+- Export');
  await p.press('Esc');
}
