import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { makeHome, type ProcessOptions, peopleCsv } from './run.ts';

const home = makeHome();
const { roster, ok } = home;
const temporary = join(home.home, 'tmp');
const numbers = { SIGTERM: 143, SIGHUP: 129, SIGINT: 130 };
const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;

beforeAll(async () => {
  mkdirSync(temporary);
  await ok('init --account Acme --licenses 9');
});

const people = async () => JSON.parse(await ok('people list --format json')).length as number;
const leftovers = () =>
  [temporary, dirname(home.database)]
    .flatMap(folder => readdirSync(folder))
    .filter(name => !/^roster\.db(-wal|-shm)?$|^node-compile-cache$/.test(name));

/** Runs a command whose standard input does not end, and ends it by a signal when `ready` resolves. */
async function ended(
  args: string,
  signal: NodeJS.Signals,
  ready: (options: Parameters<NonNullable<ProcessOptions['onStart']>>[0]) => Promise<unknown>,
  input = '',
) {
  const { code, signal: by } = await home.spawn(args, {
    input,
    stayOpen: true,
    env: { TMPDIR: temporary },
    async onStart(process) {
      await ready(process);
      process.kill(signal);
    },
  });
  // Whoever has nothing to put in order is ended by the signal itself, which a shell shows as the same number.
  return by === null ? code : numbers[by as keyof typeof numbers];
}

test.each(signals)('an import of people that is told to end keeps whole batches only: %s', async signal => {
  const before = await people();
  // The bad row in the end is told when all before it are read.
  const input = `${peopleCsv(2_300).replaceAll('acme', signal.toLowerCase())}bad\n`;
  expect(await ended('people import -', signal, process => process.says(/^line 2302/m), input)).toBe(
    numbers[signal],
  );
  expect(((await people()) - before) % 500).toBe(0);
  expect(leftovers()).toEqual([]);
});

test.each(signals)('a strict one writes nothing, and removes what it kept of its input: %s', async signal => {
  const before = await people();
  const input = peopleCsv(3_000).replaceAll('acme', 'strict');
  const kept = async () => {
    while (leftovers().length === 0) await sleep(2);
  };
  expect(await ended('people import - --strict', signal, kept, input)).toBe(numbers[signal]);
  expect(await people()).toBe(before);
  expect(leftovers()).toEqual([]);
});

test.each(signals)('a demo that is told to end is not half made: %s', async signal => {
  const path = join(dirname(home.database), 'demo.db');
  const begun = async () => {
    while (leftovers().length === 0) await sleep(2);
    await sleep(Math.random() * 200);
  };
  expect(await ended(`demo --users 20000 --keep ${path}`, signal, begun)).toBe(numbers[signal]);
  expect(existsSync(path)).toBe(false);
  expect(leftovers()).toEqual([]);
});

test('killed in the midst of an import with a result, no half result is there', async () => {
  const result = join(home.home, 'result.csv');
  const users = home.file('users.csv', 'user_email,role_name\nnobody@acme.example,Agent\n');
  expect(await roster(`import ${users} --yes --result ${result}`)).toMatchObject({ code: 1 });
  expect(existsSync(result)).toBe(true);
  const other = join(home.home, 'other.csv');
  await ended(`import - --yes --result ${other}`, 'SIGTERM', () => sleep(300), 'user_email,role_name\n');
  expect(existsSync(other)).toBe(false);
  expect(readdirSync(home.home).filter(name => name.includes('.part'))).toEqual([]);
});
