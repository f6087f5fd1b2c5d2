import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Program, type ProgramOptions, startProgram } from '../terminal/driver.ts';
import { makeHome, program as roster } from './run.ts';

const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

function makeTerminal() {
  const home = makeHome();
  const start = (args: string[], options: ProgramOptions = {}) => {
    const program = startProgram(args, { ...options, env: { ...home.env, ...options.env } });
    programs.push(program);
    return program;
  };
  return {
    ...home,
    init: (...args: string[]) => start(['init', ...args]),
    /** `roster init` where it asks for the name, with more arguments. */
    async asking(...args: string[]) {
      const program = start(['init', ...args]);
      await program.waitFor('Account name:');
      return program;
    },
    /** A script that knows `roster`. */
    shell: (script: string, env: ProgramOptions['env'] = {}) =>
      start(['-c', `roster() { '${process.execPath}' '${roster}' "$@"; }\n${script}`], {
        ...{ file: '/bin/sh', env },
      }),
    isMade: () => existsSync(dirname(home.database)),
  };
}

test('init asks for name, plan and licenses, and the answers stay there', async () => {
  const { asking, ok, database } = makeTerminal();
  const program = await asking();
  expect(program.screen().replace('\n', '')).toContain(`Makes a roster of your account in ${database}.`);
  expect(program.alternate).toBe(false);
  await program.press(...'Acme', 'Space', ...'Support', 'Enter');
  await program.waitFor('Plan (pro, business, education) [business]:');
  await program.press(...'Pro', 'Enter');
  await program.waitFor('Licenses bought (such as 500, or 500 premium=20) [0]:');
  await program.press(...'500', 'Space', ...'premium=20', 'Enter');
  expect(await program.exit()).toMatchObject({ code: 0, signal: 0 });
  expect(program.screen()).toContain(
    ['Account name: Acme Support', 'Plan: Pro', 'Licenses bought: 500 premium=20', `Made ${database};`].join(
      '\n',
    ),
  );
  const account = await ok('account');
  expect(account).toMatch(/^Acme Support\nPlan: Pro\nLicenses: named/);
  expect(account).toMatch(/essentials +0 +500 [\s\S]*premium +0 +20 [\s\S]*elite +0 +0 /);
});

test('Enter takes what stands in brackets, and keys may come in one write', async () => {
  const { asking, ok } = makeTerminal();
  const program = await asking();
  program.type('Acme\r\r\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(program.screen()).toContain('Plan: business\nLicenses bought: 0\n');
  expect(await ok('account')).toMatch(/^Acme\nPlan: Business\n[\s\S]*essentials +0 +0 /);
});

test('what was typed before it asked is an answer, too', async () => {
  const { init, ok } = makeTerminal();
  const program = init();
  program.type('Acme\r\r\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(await ok('account')).toMatch(/^Acme\nPlan: Business\n/);
});

test('a wrong answer is named below its field, which keeps it to be put right', async () => {
  const { asking, ok } = makeTerminal();
  const program = await asking();
  program.type('\r');
  await program.waitFor('Account name:\nA name is needed.');
  await program.press('A');
  await program.waitGone('A name is needed.');
  program.type('\r');
  await program.waitFor('Plan');
  program.type('basic\r');
  await program.waitFor(/\[business\]: basic\nBasic does not include Contact Center/);
  // Ctrl+U
  program.type('\x15gold\r');
  await program.waitFor(/\[business\]: gold\n"gold" is not allowed here: one of pro, business, education\./);
  program.type('\x15EDUCATION\r');
  await program.waitFor('Licenses bought');
  program.type('gold=5\r');
  await program.waitFor(/: gold=5\nSay a number or PACKAGE=NUMBER, not "gold=5"; packages: essentials/);
  program.type('\x15elite=5\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(program.screen()).not.toContain('gold');
  expect(await ok('account')).toMatch(/^A\nPlan: Education\n[\s\S]*elite +0 +5 /);
});

test('a paste is one line without control characters, and waits for Enter', async () => {
  const { asking, ok } = makeTerminal();
  const program = await asking();
  program.paste('Acme\nSupport\x1b[31m\x07\n');
  await program.waitFor('Account name: Acme Support[31m');
  await program.press(...Array.from('[31m ', () => 'Backspace'));
  await program.waitFor(/Account name: Acme Support$/m);
  program.type('\r\r\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(await ok('account')).toMatch(/^Acme Support\n/);
});

test('the field is edited by characters, as people see them, and not beyond its ends', async () => {
  const { asking, ok } = makeTerminal();
  const program = await asking();
  const left = '\x1b[D';
  const right = '\x1b[C';
  // All at once: a name of letters with marks, of two units and of two cells, gone again one by one.
  program.type('ABe\u0301👩🏽\u200d🚒東京\x7f\x7f\x7f\x7f');
  await program.waitFor(/Account name: AB$/m);
  // Beyond the beginning, Delete, beyond the end, Ctrl and Alt with letters, Tab, an unknown key.
  program.type(`${left.repeat(5)}東\x1b[3~${right.repeat(5)}京\x01\x0b\x1bx\t\x1b[15~\0`);
  await program.waitFor(/Account name: 東B京$/m);
  program.type('\x1b[HÅ\x1b[F!\r\r\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(await ok('account')).toMatch(/^Å東B京!\n/);
});

test.each([
  ['Esc', 'Escape', 1],
  ['Ctrl+C', 'Ctrl+C', 130],
])('%s leaves, and nothing is made', async (_name, key, code) => {
  const { asking, isMade } = makeTerminal();
  const program = await asking();
  await program.press(...'Acme', 'Enter', ...'pro', key);
  expect(await program.exit()).toMatchObject({ code, signal: 0 });
  expect(program.screen()).toMatch(/Plan .*: pro\nNothing was made\.$/m);
  expect(program.cursorShown).toBe(true);
  expect(isMade()).toBe(false);
});

test.each([
  ['when all was asked', 'Acme\r\r\r', '0'],
  ['when somebody left', 'Acme\r\x03', '130'],
])('the terminal is as it was: %s', async (_name, typed, code) => {
  const { shell } = makeTerminal();
  const program = shell(
    'before=$(stty -g); roster init; echo "exit $?"; [ "$before" = "$(stty -g)" ] && echo same',
  );
  await program.waitFor('Account name:');
  await program.waitFor(() => program.raw().includes('\x1b[?2004h'));
  program.type(typed);
  await program.exit();
  expect(program.screen()).toMatch(new RegExp(`^exit ${code}\nsame$`, 'm'));
  expect(program.cursorShown).toBe(true);
  expect(program.raw().lastIndexOf('\x1b[?2004l')).toBeGreaterThan(program.raw().lastIndexOf('\x1b[?2004h'));
});

test.each(['SIGHUP', 'SIGTERM', 'SIGINT'] as const)('%s ends it, and nothing is made', async signal => {
  const { asking, isMade } = makeTerminal();
  const program = await asking();
  program.type('Acme\r');
  await program.waitFor('Plan');
  program.kill(signal);
  expect((await program.exit()).signal).toBeGreaterThan(0);
  expect(program.cursorShown).toBe(true);
  expect(program.raw().lastIndexOf('\x1b[?2004l')).toBeGreaterThan(program.raw().lastIndexOf('\x1b[?2004h'));
  expect(isMade()).toBe(false);
});

test('a line that drops ends it, and nothing is made', async () => {
  const { asking, isMade } = makeTerminal();
  const program = await asking();
  program.type('Acme\r');
  await program.waitFor('Plan');
  program.vanish();
  await program.exit();
  expect(isMade()).toBe(false);
});

test('what is given is not asked for, and nothing is where the account is', async () => {
  const { asking, shell, ok, database } = makeTerminal();
  const program = await asking('--plan', 'pro', '--licenses', '7');
  program.type('Acme\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(program.screen()).not.toContain('Plan');
  expect(await ok('account')).toMatch(/^Acme\nPlan: Pro\n[\s\S]*essentials +0 +7 /);
  const given = shell('roster init --account Other --db other.db; echo "exit $?"');
  await given.exit();
  expect(given.screen()).toMatch(/^Made .*\/other\.db; [\s\S]*\nexit 0$/m);
  expect(given.raw()).not.toContain('\x1b[?2004h');
  // What can't be made is not asked for.
  const again = shell('roster init; echo "exit $?"');
  await again.exit();
  expect(again.screen().replaceAll('\n', '')).toContain(`${database} exists already; it was left as it is.`);
  expect(again.screen()).toContain('exit 1');
  expect(again.screen()).not.toContain('Account name');
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR codes begin with one
const color = /\x1b\[(?:[349]\d|10\d)[;m]/;
const names = "Required option '--account <name>' not specified\nHelp: roster init --help\n";

test.each([
  ['stdin', 'roster init < /dev/null 2> said'],
  ['stderr', 'roster init 2> said'],
])('it names --account where no terminal is there: %s', async (_name, script) => {
  const { shell, isMade } = makeTerminal();
  const program = shell(`${script}; echo "exit $?"`);
  await program.exit();
  expect(program.screen().trim()).toBe('exit 2');
  expect(readFileSync(join(program.home, 'said'), 'utf8')).toBe(names);
  expect(isMade()).toBe(false);
});

test.each([
  ['TERM=dumb', 'roster init', { TERM: 'dumb' }],
  ['--plain', 'roster init --plain', {}],
])('nor does it draw where lines are wanted: %s', async (_name, script, env) => {
  const { shell, isMade } = makeTerminal();
  const program = shell(`${script}; echo "exit $?"`, env);
  await program.exit();
  expect(program.raw().replaceAll('\r', '')).toBe(`${names}exit 2\n`);
  expect(isMade()).toBe(false);
});

test('it asks on stderr, and without color as well: the cursor is seen', async () => {
  const { shell } = makeTerminal();
  const program = shell('roster init > printed', { NO_COLOR: '1', COLORTERM: undefined });
  await program.waitFor('Account name:');
  program.type('Acme');
  await program.waitFor('Account name: Acme');
  const y = program
    .screen()
    .split('\n')
    .findIndex(line => line.startsWith('Account name'));
  expect(program.cell('Account name: Acme'.length, y)).toMatchObject({ inverse: true });
  program.type('\r\r\r');
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(readFileSync(join(program.home, 'printed'), 'utf8')).toBe('');
  expect(program.raw()).not.toMatch(color);
});
