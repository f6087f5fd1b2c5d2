import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { someOf } from '../whole.ts';
import { makeHome, peopleCsv, program, type Running } from './run.ts';

const home = makeHome();
const { roster, ok } = home;
const temporary = join(home.home, 'tmp');
const numbers = { SIGTERM: 143, SIGHUP: 129, SIGINT: 130 };
type Signal = keyof typeof numbers;
/** Each of them in the long run, else the first: the three are heard in the same way. */
const some = (...signals: Signal[]) => someOf(signals, () => 'a signal to leave');

beforeAll(async () => {
  mkdirSync(temporary);
  await ok('init --account Acme --licenses 9');
});

const people = async () => JSON.parse(await ok('people list --format json')).length as number;
const leftovers = () =>
  [temporary, dirname(home.database)]
    .flatMap(folder => readdirSync(folder))
    .filter(name => !/^roster\.db(-wal|-shm)?$|^node-compile-cache$/.test(name));

/** Resolves when a command has begun to write something that it must not leave behind. */
async function begun(process: Running) {
  while (leftovers().length === 0 && !process.ended()) await sleep(2);
}

/** Runs a command whose standard input does not end, and ends it by a signal when `ready` resolves; tells how it ended. */
async function ended(
  args: string,
  signal: Signal,
  ready: (process: Running) => Promise<unknown>,
  input = '',
) {
  const result = await home.spawn(args, {
    input,
    stayOpen: true,
    env: { TMPDIR: temporary },
    async onStart(process) {
      await ready(process);
      process.kill(signal);
    },
  });
  // Whoever has nothing to put in order is ended by the signal itself, which a shell shows as the same number.
  const code = result.signal === null ? result.code : numbers[result.signal as Signal];
  return { code, said: result.stdout + result.stderr };
}

test.each(some('SIGTERM', 'SIGHUP', 'SIGINT'))(
  'an import of people that is told to end keeps whole batches only: %s',
  async signal => {
    const before = await people();
    // The bad row in the end is told when all before it are read.
    const input = `${peopleCsv(2_300).replaceAll('acme', signal.toLowerCase())}bad\n`;
    const told = (process: Running) => process.says(/^line 2302/m);
    const { code, said } = await ended('people import -', signal, told, input);
    expect(code, said).toBe(numbers[signal]);
    expect(((await people()) - before) % 500).toBe(0);
    expect(leftovers()).toEqual([]);
  },
);

test.each(some('SIGHUP', 'SIGINT', 'SIGTERM'))(
  'a strict one writes nothing, and removes what it kept of its input: %s',
  async signal => {
    const before = await people();
    const input = peopleCsv(3_000).replaceAll('acme', 'strict');
    const { code, said } = await ended('people import - --strict', signal, begun, input);
    expect(code, said).toBe(numbers[signal]);
    expect(await people()).toBe(before);
    expect(leftovers()).toEqual([]);
  },
);

test.each(some('SIGINT', 'SIGTERM', 'SIGHUP'))(
  'a demo that is told to end is not half made: %s',
  async signal => {
    const path = join(dirname(home.database), 'demo.db');
    const tell = () =>
      ended(`demo --users 20000 --keep ${path}`, signal, async process => {
        await begun(process);
        await sleep(Math.random() * 200);
      });
    let { code, said } = await tell();
    // Where this process is slow, the demo may be ready before it is told to end.
    for (let tries = 1; code === 0 && tries < 20; tries++) {
      rmSync(path);
      ({ code, said } = await tell());
    }
    expect(code, said).toBe(numbers[signal]);
    expect(existsSync(path)).toBe(false);
    expect(leftovers()).toEqual([]);
  },
);

test('killed in the midst of an import with a result, no half result is there', async () => {
  const result = join(home.home, 'result.csv');
  const users = home.file('users.csv', 'user_email,role_name\nnobody@acme.example,Agent\n');
  expect(await roster(`import ${users} --yes --result ${result}`)).toMatchObject({ code: 1 });
  expect(existsSync(result)).toBe(true);
  const other = join(home.home, 'other.csv');
  const child = spawn(process.execPath, [program, 'import', '-', '--yes', '--result', other], {
    env: home.env,
  });
  const closed = once(child, 'close');
  child.stdin.on('error', () => {});
  // More than a pipe holds: once it is written, most of it is read.
  const rows = `nobody@acme.example,${'x'.repeat(1_000)}\n`.repeat(2_000);
  await new Promise(resolve => child.stdin.write(`user_email,role_name\n${rows}`, resolve));
  child.kill('SIGTERM');
  expect(await closed).toEqual([null, 'SIGTERM']);
  expect(existsSync(other)).toBe(false);
  expect(readdirSync(home.home).filter(name => name.includes('.part'))).toEqual([]);
});
