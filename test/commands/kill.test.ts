import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

const { roster, ok, database } = makeHome();
const users = 1000;
const rounds = 8;

beforeAll(async () => {
  await ok(`init --account Acme --licenses ${users}`);
  await ok('people import -', { input: peopleCsv(users) });
  await ok('queue add Billing');
  await ok('add - --role Agent', { input: emails(users) });
  await ok('edit --where role=Agent --add-queue Billing');
});

async function licensed(): Promise<number> {
  return (await ok('list --format ndjson')).split('\n').length - 1;
}

/** The newest change set, with the number of users it changed. */
async function newest(): Promise<{ kind: string; changed: number }> {
  const [set] = JSON.parse(await ok('history --limit 1 --format json'));
  return { kind: set.kind, changed: set.changes.length };
}

/** Resolves up to 5 ms after a file is written to, at the latest after 2 s. */
async function written(path: string): Promise<void> {
  const modified = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const before = modified();
  for (let tries = 0; tries < 2000 && (modified() === before || !statSync(path).size); tries++)
    await sleep(1);
  await sleep(Math.random() * 5);
}

test('killed at any moment, a removal is done whole or not at all, and history agrees', async () => {
  const begun = performance.now();
  expect(await ok('remove --where role=Agent --yes')).toContain('Remove 1,000 users: done');
  const duration = performance.now() - begun;
  await ok('undo');
  for (let round = 0; round < rounds; round++) {
    // Half of the kills fall anywhere in the second half of the run, half of them when the log is being written.
    const moment = duration * (0.5 + Math.random() / 2);
    const { signal } = await roster('remove --where role=Agent --yes', {
      async onStart(process) {
        await (round % 2 === 0 ? sleep(moment) : written(`${database}-wal`));
        process.kill('SIGKILL');
      },
    });
    const left = await licensed();
    expect([0, users], `round ${round}`).toContain(left);
    expect(await newest()).toEqual({ kind: left === 0 ? 'remove' : 'undo', changed: users });
    if (signal === null) expect(left).toBe(0);
    if (left === 0) await ok('undo');
  }
  expect(await licensed()).toBe(users);
  expect((await ok('list --queue Billing --format ndjson')).split('\n')).toHaveLength(users + 1);
});

test('commands that run at the same time wait for each other', async () => {
  const codes = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      roster(`edit p${n}@acme.example --status inactive`).then(result => result.code),
    ),
  );
  expect(codes).toEqual(Array(6).fill(0));
  expect((await ok('list --status inactive --format ndjson')).trimEnd().split('\n')).toHaveLength(6);
});
