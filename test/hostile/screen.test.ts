import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { makeRoster, openFixture } from '../db/fixture.ts';
import { open } from '../flows/fixture.ts';
import { adding, joining, setting } from '../roster/intents.ts';
import type { Program } from '../terminal/driver.ts';
import { names, naughtyStrings } from './naughty-strings.ts';
import { strayControls } from './stray-controls.ts';

const everyName = names(128);
const everybody = everyName.map((name, n) => ({
  user_email: `p${n}@acme.example`,
  display_name: name,
  first_name: name.slice(0, 30).toWellFormed(),
  department: everyName[(n * 7) % everyName.length]!,
}));
let path: string;
let p: Program;

beforeAll(async () => {
  path = await makeRoster(everybody, {
    account_name: `Acme \u202e ${everyName[3]} ${everyName[90]}`.slice(0, 60),
  });
  const fixture = await openFixture(path);
  const write = fixture.roster.write();
  await write
    .updateTable('queues')
    .set({ queue_name: 'B\u202e席\u200b👩🏽‍💻\u0301\u0301\u0301\u0301\u0301 =1' })
    .where('queue_id', '=', 1)
    .execute();
  await write
    .updateTable('roles')
    .set({ role_name: '\u2067ש\u{e0041}Ａgent' })
    .where('role_id', '=', 3)
    .execute();
  const own = (await import('node:os')).userInfo().username;
  await write.updateTable('operators').set({ login: own, operator_name: 'ma\u202eria \u200f席' }).execute();
  const carry = (ids: number[], edits: ReturnType<typeof joining>) =>
    fixture.carryOut({ kind: 'edit', edits, template: null }, { ids });
  const emails = everybody.map(person => person.user_email);
  await fixture.carryOut(adding(setting({ role: '\u2067ש\u{e0041}Ａgent' })), {
    emails: emails.slice(0, -20),
  });
  await carry([1, 2, 3, 4, 5], joining('B\u202e席\u200b👩🏽‍💻\u0301\u0301\u0301\u0301\u0301 =1'));
  await fixture.close();
});

afterEach(() => {
  const raw = p.raw();
  expect(strayControls(raw)).toEqual([]);
  expect(raw).not.toMatch(/unexpected|Error:/);
});

/** The columns of the table on the screen begin where their titles do. */
function aligned(): void {
  const lines = p.screen().split('\n');
  const head = lines.findIndex(line => /^ {5}Name .*Status$/.test(line));
  const status = lines[head]!.length - 'Status'.length;
  let rows = 0;
  for (let y = head + 1; /^ [▸ ] [☑☐]/.test(lines[y] ?? ''); y++) {
    const word = Array.from({ length: 6 }, (_, x) => p.cell(status + x, y).chars).join('');
    expect(word, p.screen()).toBe('Active');
    rows++;
  }
  expect(rows).toBeGreaterThan(5);
}

it('shows every naughty name in its columns, on every page of the roster', async () => {
  p = await open(path, { columns: 120, rows: 40 });
  for (let page = 0; page <= everyName.length / 25; page++) {
    await p.settled();
    aligned();
    await p.press('PageDown');
  }
  p.resize(80, 24);
  await p.settled();
  aligned();
});

it('shows them on user page, history, forms, lists, dialogs and toasts', async () => {
  p = await open(path, { columns: 100, rows: 30 });
  for (const row of [0, 40, 80]) {
    for (const keys of [
      ['Home', ...Array<string>(row).fill('Down'), 'Enter'],
      ['n', 'h', 'Enter'],
      ['Escape', 'Escape', 'Escape', 'e'],
      ['Escape', 'f'],
      ['Escape', 'r'],
      ['Escape', '.'],
      ['Escape', 'x'],
      ['n', 'a'],
      ['Down', 'Down', 'Escape', 'l'],
      ['Escape', 'h', 'Enter'],
      ['Escape', 'Escape', ':'],
      ['Escape', '.', 'Down', 'Enter'],
      ['u', 'y', 'Space', 'Space', 'y'],
    ]) {
      await p.press(...keys);
      await p.settled();
    }
    await p.press('Escape', 'Escape', '-');
  }
  expect(p.clipboard).toBeDefined();
  await p.press('Ctrl+C');
  expect((await p.exit()).code).toBe(0);
});

it('takes every naughty string as a search and in a form, pasted', { timeout: 60_000 }, async () => {
  p = await open(path, { columns: 100, rows: 30 });
  await p.press('/');
  for (const text of naughtyStrings) {
    await p.press('Ctrl+U');
    p.paste(text.replaceAll('\x1b[201~', '').toWellFormed());
    await sleep(15);
  }
  await p.press('Ctrl+U');
  p.paste(`${'searched '.repeat(1_200_000)}`);
  await p.settled(30_000);
  await p.press('Ctrl+U');
  p.paste('ana');
  await p.waitFor('/ ana▏', 30_000);
  await p.press('Escape');
  await p.waitFor(/row \d+ of 174/, 20_000);
  await p.press('Escape', 'e');
  await p.waitFor('Display name', 20_000);
  for (let field = 0; field < 25 && !/▸ +Display name/.test(p.screen()); field++) await p.press('Down');
  await p.press('Enter');
  for (const text of naughtyStrings.filter((_, n) => n % 5 === 0)) {
    await p.press('Ctrl+U');
    p.paste(text.toWellFormed());
    await sleep(15);
  }
  await p.settled(20_000);
  await p.press('Ctrl+C');
  expect((await p.exit()).code).toBe(0);
});
