import { expect, test } from 'vitest';
import { killAtRandom } from './killed.ts';
import { makeHome, peopleCsv } from './run.ts';

// A soak asks for more: npm run soak -- --only kills
test('killed at any moment, a change set of 1,000 users is done whole or not at all, and history agrees', {
  timeout: 60_000,
}, async () => {
  expect(await killAtRandom(6)).toMatchObject({
    kills: 6,
    'half done': 0,
    'lost after success': 0,
    'findings of check': 0,
    'additions without e-mail': 0,
  });
});

test('commands that run at the same time wait for each other', async () => {
  const { roster, ok } = makeHome();
  await ok('init --account Acme --licenses 6');
  await ok('people import -', { input: peopleCsv(6) });
  await ok('add --role Agent p0@acme.example p1@acme.example p2@acme.example p3@acme.example');
  const codes = await Promise.all([
    ...Array.from({ length: 4 }, (_, n) => roster(`edit p${n}@acme.example --status inactive`)),
    ...Array.from({ length: 2 }, (_, n) => roster(`add p${n + 4}@acme.example --role Agent`)),
  ]);
  expect(codes.map(result => result.code)).toEqual(Array(6).fill(0));
  expect((await ok('list --status inactive --format ndjson')).trimEnd().split('\n')).toHaveLength(4);
  expect((await ok('list --format ndjson')).trimEnd().split('\n')).toHaveLength(6);
});
