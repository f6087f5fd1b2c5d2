import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { countView } from '../../db/users/totals.ts';
import { nobody } from '../../source/roster/screen/selection.ts';
import { wholeRoster } from '../../source/roster/screen/view.ts';
import { type Fixture, makeRoster, openFixture } from '../db/fixture.ts';
import { adding, joining, setting } from '../roster/intents.ts';
import { type Program, startProgram } from '../terminal/driver.ts';
import { whole } from '../whole.ts';
import { names, someNaughty } from './naughty-strings.ts';
import { strayControls } from './stray-controls.ts';

const everyName = names(128);
const everybody = everyName.map((name, n) => ({
  user_email: `p${n}@acme.example`,
  display_name: name,
  first_name: name.slice(0, 30).toWellFormed(),
  department: everyName[(n * 7) % everyName.length]!,
}));
/** One screen for all that is told here, on a roster that holds such names wherever there is one. */
let p: Program;
let fixture: Fixture;

beforeAll(async () => {
  const path = await makeRoster(everybody, {
    account_name: `Acme \u202e ${everyName[3]} ${everyName[90]}`.slice(0, 60),
  });
  fixture = await openFixture(path);
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
  const own = userInfo().username;
  await write.updateTable('operators').set({ login: own, operator_name: 'ma\u202eria \u200f席' }).execute();
  const carry = (ids: number[], edits: ReturnType<typeof joining>) =>
    fixture.carryOut({ kind: 'edit', edits, template: null }, { ids });
  const emails = everybody.map(person => person.user_email);
  await fixture.carryOut(adding(setting({ role: '\u2067ש\u{e0041}Ａgent' })), {
    emails: emails.slice(0, -20),
  });
  await carry([1, 2, 3, 4, 5], joining('B\u202e席\u200b👩🏽‍💻\u0301\u0301\u0301\u0301\u0301 =1'));
  const env = {
    XDG_CONFIG_HOME: join(path, '..', 'config'),
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    ROSTER_MAIL_FROM: 'a@b.example',
  };
  p = startProgram(['--db', path], { columns: 120, rows: 40, env });
  await p.waitFor('? all keys');
});

afterAll(async () => {
  await p.close();
  await fixture.close();
});

afterEach(() => {
  const raw = p.raw();
  expect(strayControls(raw)).toEqual([]);
  expect(raw).not.toMatch(/unexpected|Error:/);
});

/** How many people a search finds. */
async function matchingOf(search: string): Promise<number> {
  const view = { ...wholeRoster, search };
  const counted = await countView(fixture.read, view, { selected: nobody, person_id: null });
  return counted!.totals.matching;
}

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
  let shown = p.screen();
  aligned();
  while (!shown.includes('row 174 of 174')) {
    const before = shown;
    await p.press('PageDown');
    shown = await p.waitFor(now => now !== before && /row \d+ of 174/.test(now));
    aligned();
  }
  p.resize(80, 24);
  await p.waitFor(screen => screen.split('\n')[23]?.includes('all keys') ?? false);
  aligned();
});

it('shows them on user page, history, forms, lists, dialogs and toasts', async () => {
  p.resize(100, 30);
  for (const row of whole ? [0, 40, 80] : [40]) {
    const steps: [keys: string[], seen: string | RegExp][] = [
      [['Home', ...Array<string>(row).fill('Down'), 'Enter'], 'Identity'],
      [['n', 'h'], /change 1 of \d/],
      [['Enter'], /^ Change \d/m],
      [['Escape', 'Escape', 'Escape', 'e'], /field \d of/],
      [['Escape', 'f'], '╭─ Queue'],
      [['Escape', 'r'], '╭─ Role'],
      [['Escape', '.'], 'Make inactive'],
      [['Escape', 'x'], 'Remove 1 user'],
      [['n', 'a'], '20 people'],
      [['Down', 'Down', 'Escape', 'l'], 'Licenses and usage'],
      [['Escape', 'h'], /change 1 of \d/],
      [['Enter'], /^ Change \d/m],
      [['Escape', 'Escape', ':'], '╭─ Commands'],
      [['Escape', '.', 'Down', 'Enter'], /✓ Made .* inactive/],
      [['u'], /changed back .* redoes/],
      [['y'], /Copied .*@acme/],
      [['Space', 'Space', 'y'], 'Copied 2 rows'],
    ];
    for (const [keys, seen] of steps) {
      await p.press(...keys);
      await p.waitFor(seen);
    }
    await p.press('Escape', 'Escape', '-');
  }
  expect(p.clipboard).toContain('@acme.example');
});

it('takes every naughty string as a search, pasted', async () => {
  await p.press('/');
  for (const text of someNaughty) {
    await p.press('Ctrl+U');
    await p.waitFor(/^ \/ ▏[\s\S]*row \d+ of 174 /m);
    const pasted = text.replaceAll('\x1b[201~', '').toWellFormed();
    p.paste(pasted);
    const matching = await matchingOf(pasted.replace(/\s+/g, ' '));
    if (pasted !== '') await p.waitGone(/^ \/ ▏/m);
    await p.waitFor(matching === 0 ? 'Nobody matches "' : new RegExp(`^ row \\d+ of ${matching} `, 'm'));
  }
});

it('takes one that is far too long', async () => {
  await p.press('Ctrl+U');
  await p.waitFor(/^ \/ ▏/m);
  p.paste('searched '.repeat(whole ? 1_200_000 : 120_000));
  await p.waitFor('Nobody matches');
  await p.press('Ctrl+U');
  p.paste('ana');
  await p.waitFor('/ ana▏');
  await p.press('Escape');
  await p.waitFor(/row \d+ of 174/);
});

it('takes them in a form, and leaves', async () => {
  await p.press('Escape', 'e');
  await p.waitFor('Display name');
  for (let field = 0; field < 25 && !/▸ +Display name/.test(p.screen()); field++) await p.press('Up');
  await p.press('Enter');
  for (const text of someNaughty.filter((_, n) => n % 5 === 0)) {
    await p.press('Ctrl+U');
    await p.waitFor('▏   0 of 128');
    const pasted = text.toWellFormed().replace(/\s+/g, ' ').slice(0, 2_000);
    p.paste(text.toWellFormed());
    await p.waitFor(`▏   ${Array.from(pasted).length} of 128`);
  }
  await p.press('Ctrl+C');
  expect((await p.exit()).code).toBe(0);
});
