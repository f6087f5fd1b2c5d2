import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { catalogNames, fill, makeNaughtyHome, obeyed, people } from './naughty-roster.ts';

const home = makeNaughtyHome();
const { run, ok } = home;

beforeAll(() => fill(home));

it.each([
  'list',
  'people list',
  'history',
  'history --show 1',
  'queue list',
  'skill list',
  'role list',
  'template list',
  'account --usage',
  'notify --list',
  'check',
  ...people.slice(0, 3).map(([email]) => `show ${email}`),
])('%s prints naughty names without anything that a terminal obeys', async line => {
  const args = line.split(' ');
  expect(obeyed(await ok(args))).toEqual([]);
  if (line === 'check') return;
  const json = await ok([...args, '--format', 'json']);
  expect(obeyed(json)).toEqual([]);
  JSON.parse(json);
});

it('naughty names come out of JSON as they went in', async () => {
  const listed = JSON.parse(await ok(['list', '--format', 'json'])) as {
    display_name: string;
    user_email: string;
  }[];
  const byEmail = new Map(listed.map(user => [user.user_email, user.display_name]));
  for (const [email, , , name] of people)
    expect(byEmail.get(email!)).toBe(name!.replace(/\s*[\u2028\u2029]\s*/g, ' '));
});

it('exported and imported again they differ in nothing', async () => {
  const users = await run(['import', '-'], { input: await ok(['export']) });
  expect(users).toMatchObject({ code: 0, stderr: expect.stringMatching(/nothing|unchanged/i) });
  const again = await run(['people', 'import', '-', '--format', 'json'], {
    input: await ok(['people', 'list', '--format', 'csv']),
  });
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, updated: 0, refused: 0 });
});

it('queues are found, filtered and completed by what they are called', async () => {
  for (const queue of catalogNames.slice(0, 3)) {
    const members = JSON.parse(await ok(['list', '--queue', queue, '--format', 'json'])) as unknown[];
    expect(members.length).toBeGreaterThan(10);
  }
  expect((await ok(['complete', 'list', '--queue', ''])).split('\n')).toHaveLength(catalogNames.length + 1);
  expect(existsSync(join(home.home, 'hacked'))).toBe(false);
});

it('operators are listed by their names, and nothing in them is obeyed', async () => {
  const operators = catalogNames.slice(0, 6);
  for (const name of operators) await ok(['operator', 'add', name, '--role', 'Admin']);
  expect(obeyed(await ok(['operator', 'list']))).toEqual([]);
  const listed = JSON.parse(await ok(['operator', 'list', '--format', 'json'])) as {
    operator_name: string;
  }[];
  expect(listed.map(operator => operator.operator_name)).toEqual(expect.arrayContaining(operators));
});
