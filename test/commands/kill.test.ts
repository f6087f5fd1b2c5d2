import { expect, test } from 'vitest';
import { killAtRandom } from './killed.ts';
import { makeHome, peopleCsv } from './run.ts';

// A soak asks for more: npm run soak -- --only kills
test('killed at any moment, a change set of 1,000 users is done whole or not at all, and history agrees', async () => {
  // One anywhere, one while the log is written, one when success is reported.
  expect(await killAtRandom(3)).toMatchObject({
    kills: 3,
    'half done': 0,
    'lost after success': 0,
    'findings of check': 0,
    'additions without e-mail': 0,
  });
});

test('commands that run at the same time wait for each other', async () => {
  const { spawn, ok } = makeHome();
  await ok('init --account Acme --licenses 4');
  await ok('people import -', { input: peopleCsv(4) });
  await ok('add --role Agent p0@acme.example p1@acme.example');
  const results = await Promise.all([
    ...[0, 1].map(n => spawn(`edit p${n}@acme.example --status inactive`)),
    ...[2, 3].map(n => spawn(`add p${n}@acme.example --role Agent`)),
  ]);
  for (const { code, stderr } of results) expect(code, stderr).toBe(0);
  expect((await ok('list --status inactive --format ndjson')).trimEnd().split('\n')).toHaveLength(2);
  expect((await ok('list --format ndjson')).trimEnd().split('\n')).toHaveLength(4);
});
