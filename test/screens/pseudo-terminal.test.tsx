import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ColorDepth } from '../../source/terminal/color-depth.ts';
import { connectedHome } from '../account/connected-home.ts';
import { command, demoFile, newFile } from '../flows/fixture.ts';
import { type Program, startProgram } from '../terminal/driver.ts';
import { naively, runs, type SeenCell, seen } from '../terminal/painted.ts';
import { environmentFor, openInProcess } from './in-process.tsx';

const size = { columns: 100, rows: 30 };

/** The same keys go to the program in a pseudo-terminal, and to its components without one. */
interface Pair {
  files: readonly [string, string];
  /** Presses keys, and waits until both show `what` and look the same, cell for cell. */
  compare(keys: readonly string[], what: RegExp): Promise<void>;
  close(): Promise<void>;
}

const mail = { ROSTER_SMTP_URL: 'smtp://127.0.0.1:1', ROSTER_MAIL_FROM: 'a@b.example', TZ: 'UTC' };

const terminals: { [Depth in ColorDepth]?: NodeJS.ProcessEnv } = {
  24: { TERM: 'xterm-256color', COLORTERM: 'truecolor' },
  4: { TERM: 'xterm', COLORTERM: undefined },
  0: { NO_COLOR: '1' },
};

async function openPair(file: string, depth: ColorDepth): Promise<Pair> {
  const copy = newFile();
  copyFileSync(file, copy);
  const env = { ...environmentFor(file), ...mail };
  const program = startProgram(['--db', file], { ...size, env: { ...env, ...terminals[depth] } });
  const inProcess = await openInProcess(copy, { size, depth, env: { ...environmentFor(copy), ...mail } });
  await program.waitFor('? all keys');
  return {
    files: [file, copy],
    async compare(keys, what) {
      inProcess.press(...keys);
      await program.press(...keys);
      await Promise.all([program.waitFor(what), inProcess.waitFor(what)]);
      await vi.waitFor(
        async () => {
          const rendered = await naively(inProcess.frame(), size.columns, size.rows);
          expect(rendered.map(runs)).toEqual(cellsOf(program).map(runs));
        },
        { timeout: 10_000 },
      );
    },
    async close() {
      await inProcess.close();
      await program.close();
    },
  };
}

function cellsOf(program: Program): SeenCell[][] {
  return Array.from({ length: size.rows }, (_, y) =>
    Array.from({ length: size.columns }, (_, x) => seen(program.cell(x, y))),
  );
}

interface Stop {
  name: string;
  keys: readonly string[];
  what: RegExp;
  /** Back to the roster as it was; Esc unless told. */
  back?: readonly string[];
  /** Tells something by its styles that is to be told with few or no colors, too. */
  tells?: true;
}

const ana = 'ana.silva@acme.example';
const bruno = 'bruno.dasilva@acme.example';

/** All screens, lists and dialogs, each begun on the roster with the cursor on the first user. */
const stops = (csv: string): Stop[] => [
  {
    name: 'the roster with a range and selected users',
    tells: true,
    keys: ['Space', 'Space', 'v', 'j'],
    what: /▣[\s\S]*2 selected · row 4 of 500/,
    back: ['Esc', '-', 'Home'],
  },
  { name: 'the search', keys: [...'/silva'], what: /\/ silva▏[\s\S]*row 1 of \d+ · 500 users/ },
  { name: 'a search that nobody matches', keys: [...'/qqz'], what: /Nobody matches "qqz"/ },
  { name: 'the queue list', keys: ['f', 'Down', 'Down'], what: /╭─ Queue[\s\S]*All +500[\s\S]*▸ Billing/ },
  { name: 'the columns', keys: ['c', 'Down', 'Tab'], what: /╭─ Columns/ },
  { name: 'the keys of the roster', keys: ['?', 'PageDown'], what: /╭─ Keys of this screen/ },
  { name: 'the commands', tells: true, keys: [...':only the sel'], what: /> only the sel▏[\s\S]*not now/ },
  { name: 'a list in which nothing matches', keys: [...':qqz'], what: /Nothing matches/ },
  { name: 'the row menu', keys: ['j', '.', 'Down'], what: /Copy e-mail/ },
  {
    name: 'the removal dialog',
    tells: true,
    keys: ['Space', 'Space', 'x'],
    what: /Remove 2 users from Contact Center\?/,
    back: ['n', '-', 'Home'],
  },
  {
    name: 'the removal dialog of many',
    keys: ['/', 's', 'i', 'l', 'v', 'Enter', '*', 'x', 'PageDown'],
    what: /Remove \d+ users from Contact Center\?/,
    back: ['n', '-', 'Esc', 'Home'],
  },
  {
    name: 'the edit form',
    tells: true,
    keys: ['e', 'Enter', ...'superv', 'Enter'],
    what: /Role +\S.* → Supervisor/,
    back: ['u', 'Esc'],
  },
  {
    name: 'a list in the form',
    tells: true,
    keys: ['e', ...Array<string>(6).fill('Down'), 'Enter', 'Tab', 'Right', 'Tab'],
    what: /╭─ Queues/,
    back: ['Esc', 'Esc'],
  },
  {
    name: 'the leave question',
    keys: ['e', 'Enter', ...'superv', 'Enter', 'Esc'],
    what: /Leave without saving\?/,
    back: ['n', 'u', 'Esc'],
  },
  {
    name: 'the add form',
    keys: ['a', 'Tab', 'Tab', 'Down'],
    what: /2 picked/,
    back: ['Home', 'Up', 'Up', 'Up', 'Tab', 'Tab', 'Esc'],
  },
  {
    name: 'the user page',
    keys: ['Enter'],
    what: /Last changes[\s\S]*License and access[\s\S]*user 1 of 500/,
  },
  { name: 'the history', keys: ['h', 'Down'], what: /▸ +\d+ {2}\d{4}-\d\d-\d\d[\s\S]*Esc/ },
  {
    name: 'a change set',
    keys: ['h', 'Down', 'Enter'],
    what: /Status +Active → Inactive/,
    back: ['Esc', 'Esc'],
  },
  { name: 'the usage page', keys: ['l'], what: /Licenses and usage[\s\S]*Users by role/ },
  { name: 'a prompt', keys: [...'I/nowhere/at-all.csv', 'Enter'], what: /There is no file/ },
  { name: 'an import preview', keys: [`I`, ...csv, 'Enter'], what: /~ 2 to change/ },
  { name: 'problems', keys: ['h', 'Down', 'u'], what: /╭─ Refused[\s\S]*2 problems/, back: ['Esc', 'Esc'] },
  { name: 'marks of ASCII', keys: [...':marks: ascii', 'Enter', 'x'], what: /\+- Remove/, back: ['n'] },
];

const demo = newFile();
const csv = join(dirname(demo), 'change.csv');

beforeAll(async () => {
  copyFileSync(await demoFile(), demo);
  await command(demo, 'edit', ana, bruno, '--status', 'inactive');
  await command(demo, 'edit', ana, bruno, '--status', 'active');
  writeFileSync(csv, `user_email,role_name,country_iso_code\n${ana},Supervisor,\n${bruno},,PT\n`);
});

describe.each<{ depth: ColorDepth; places: Stop[] }>([
  { depth: 24, places: stops(csv) },
  { depth: 4, places: stops(csv).filter(stop => stop.tells) },
  { depth: 0, places: stops(csv).filter(stop => stop.tells) },
])('at a color depth of $depth, ink-testing-library sees what a terminal shows', ({ depth, places }) => {
  let pair: Pair;

  beforeAll(async () => {
    const file = newFile();
    copyFileSync(demo, file);
    pair = await openPair(file, depth);
    return () => pair.close();
  });

  it.each(places)('of $name', async ({ keys, what, back = ['Esc'] }) => {
    await pair.compare(keys, what);
    await pair.compare([...back, 'Esc', 'Home'], /^ row 1 of 500 . 500 users$/m);
  });
});

it('sees of an empty roster what a terminal shows', async () => {
  const file = newFile();
  await command(file, 'init', '--account', 'Acme Support', '--licenses', '30');
  const pair = await openPair(file, 24);
  onTestFinished(() => pair.close());
  await pair.compare([], /roster demo/);
});

it('sees what a terminal shows where somebody else was quicker', async () => {
  const file = newFile();
  copyFileSync(demo, file);
  const pair = await openPair(file, 24);
  onTestFinished(() => pair.close());
  await pair.compare(['e', 'Enter', ...'superv', 'Enter'], /→ Supervisor/);
  for (const one of pair.files)
    await command(one, 'edit', 'abigail.campbell@acme.example', '--role', 'Admin');
  await pair.compare([], /Saving asks what to keep/);
  await pair.compare(['s'], /Changed meanwhile/);
});

it('sees of pushes what a terminal shows', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect --later');
  await home.ok('pull');
  home.account.refusals.refuse(ana, 4_444, 'User is on a call');
  await home.roster(`edit ${ana} ${bruno} --role Supervisor`);
  await home.ok(`edit ${bruno} --role Agent`);
  const pair = await openPair(home.database, 24);
  onTestFinished(() => pair.close());
  await pair.compare(['w', 'j'], /Pushes[\s\S]*▸! *5 .* partly refused +1/);
  await pair.compare(['Enter'], /! Role: The account says: User is on a call/);
  await pair.compare(['a'], /Whom the account refused/);
  await pair.compare(['u', 'Escape', 'Escape', 'f', 'f'], /f Refused/);
  await pair.compare(['Escape', 'h'], /History[\s\S]*! 5 .*partly undone/);
});
