import { afterEach, describe, expect, test } from 'vitest';
import { type Program, startProgram } from '../terminal/driver.ts';
import { makeDemoHome } from './demo-home.ts';
import { makeHome, peopleCsv } from './run.ts';

const programs: Program[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

const long = `${'Antoinette Maria '.repeat(7)}Silva`;

async function makeRoster() {
  const home = makeHome();
  await home.ok('init --account Acme --licenses 9');
  await home.ok('people import -', { input: `Email,Display Name\nant@acme.example,${long}\n` });
  await home.ok('add ant@acme.example --role Agent');
  return home;
}

type Home = Pick<Awaited<ReturnType<typeof makeRoster>>, 'env'>;

function onTerminal({ env }: Home, args: string[], more: Record<string, string> = {}): Program {
  const program = startProgram(args, { env: { ...env, ...more }, columns: 60 });
  programs.push(program);
  return program;
}

// Reading line by line is asked for by the terminal or on the command line.
const ways = [
  ['TERM=dumb', [], { TERM: 'dumb' }],
  ['--plain', ['--plain'], {}],
] as const;

describe.each(ways)('on a terminal with %s', (_, option, env) => {
  test('tables are neither cut nor colored, and neither is the question before removing', async () => {
    const home = await makeRoster();
    const list = onTerminal(home, ['list', ...option], env);
    await list.exit();
    expect(list.raw()).toContain(long);
    const remove = onTerminal(home, ['remove', 'ant@acme.example', ...option], env);
    await remove.waitFor('y/N');
    expect(remove.raw()).toContain(long);
    remove.type('n\r');
    await remove.exit();
    for (const program of [list, remove]) {
      expect(program.raw()).not.toContain('\x1b');
      expect(program.raw()).not.toContain('…');
    }
  });

  test('peaks are numbers, not a chart', async () => {
    const account = onTerminal(await makeDemoHome(), ['account', '--usage', ...option], env);
    await account.exit();
    expect(account.raw()).toMatch(/Hour +essentials/);
    expect(account.raw()).not.toMatch(/[▁-█]/);
  });

  test('nothing is written over', async () => {
    const home = makeHome();
    home.file('people.csv', peopleCsv(3_000));
    await home.ok('init --account Acme');
    const words = ['people', 'import', `${home.home}/people.csv`];
    const [program, usual] = [onTerminal(home, [...words, ...option], env), onTerminal(home, words)];
    await Promise.all([program.exit(), usual.exit()]);
    expect(usual.raw()).toContain('\r\x1b[K');
    expect(usual.raw()).toContain('people …');
    expect(program.raw()).toMatch(/3,000 people: 3,000 (added|unchanged)/);
    expect(program.raw()).not.toContain('\x1b');
    expect(program.raw()).not.toMatch(/\r(?!\n)/);
  });

  test('the screen names the commands instead', async () => {
    const program = onTerminal(await makeRoster(), [...option], env);
    expect(await program.exit()).toMatchObject({ code: 2 });
    expect(program.raw()).toContain('roster list, roster show EMAIL');
    expect(program.raw()).not.toContain('\x1b');
  });
});
