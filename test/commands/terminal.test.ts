import { existsSync, readdirSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Program, startProgram } from '../terminal/driver.ts';
import { makeHome, peopleCsv } from './run.ts';

const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

async function makeRoster() {
  const home = makeHome();
  await home.ok('init --account Acme --licenses 9');
  await home.ok('people import -', { input: peopleCsv(4) });
  await home.ok('queue add Billing');
  await home.ok('add p0@acme.example p2@acme.example --role Agent');
  await home.ok('edit p2@acme.example --add-queue Billing');
  const onTerminal = (...args: string[]) => {
    const program = startProgram(args, { env: home.env });
    programs.push(program);
    return program;
  };
  return { ...home, onTerminal };
}

test('on a terminal removing shows whom and asks; only yes removes', async () => {
  const { ok, onTerminal } = await makeRoster();
  const no = onTerminal('remove', 'p0@acme.example', 'p2@acme.example');
  const screen = await no.waitFor('Remove 2 users from Contact Center? y/N');
  expect(screen).toContain(
    'Name         Email            Role   Queues\nAna Silva    p0@acme.example  Agent\n',
  );
  expect(screen).toContain('美玲 席尔瓦  p2@acme.example  Agent  Billing');
  expect(screen).toContain('Essentials licenses 2 → 0 of 9');
  no.type('\r');
  expect(await no.exit()).toMatchObject({ code: 1 });
  expect(no.screen()).toContain('Nothing was changed.');
  const interrupted = onTerminal('remove', 'p0@acme.example');
  await interrupted.waitFor('y/N');
  interrupted.type('\x03');
  expect(await interrupted.exit()).toMatchObject({ signal: 2 });
  expect((await ok('list --format ndjson')).match(/user_id/g)).toHaveLength(2);
  const yes = onTerminal('remove', 'p0@acme.example');
  await yes.waitFor('y/N');
  yes.type('y\r');
  expect(await yes.exit()).toMatchObject({ code: 0 });
  expect(yes.screen()).toContain('Remove Ana Silva: done, change set 4');
  expect(await ok('list')).not.toContain('p0@acme.example');
});

test('tables fit the terminal', async () => {
  const { onTerminal } = await makeRoster();
  const program = onTerminal('list');
  await program.exit();
  expect(program.row('席尔瓦')).toMatch(/^美玲 席尔瓦 +p2@acme\.example +Agent +Billing +Offline +active$/);
  expect(program.raw()).toContain('\x1b[2mName');
  const plain = onTerminal('list', '--no-color');
  await plain.exit();
  expect(plain.raw()).not.toContain('\x1b[');
});

test('a kept demo is made without a terminal; the same number of users gives the same rows', async () => {
  const { roster, ok, home } = makeHome();
  const path = join(home, 'demo.db');
  expect(await roster(`demo --users 40 --keep ${path}`)).toMatchObject({
    code: 0,
    stdout: `${path}\n`,
    stderr: '',
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await roster(`demo --keep ${path}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${path} exists already`),
  });
  await ok(`demo --users 40 --keep ${home}/other.db`);
  const exported = await ok(`export --db ${path}`);
  expect(exported.trimEnd().split('\r\n')).toHaveLength(41);
  expect(await ok(`export --db ${home}/other.db`)).toBe(exported);
  expect(await roster('demo --users 0')).toMatchObject({ code: 2 });
});

test.each(['leaving', 'SIGTERM'] as const)('the demo on screen leaves nothing behind: %s', async way => {
  const { onTerminal, home } = await makeRoster();
  const folders = () => readdirSync(home).filter(name => name.startsWith('roster-demo-'));
  const program = onTerminal('demo', '--users', '30');
  await program.waitFor('all keys');
  expect(folders()).toHaveLength(1);
  expect(existsSync(join(home, folders()[0] ?? '', 'demo.db'))).toBe(true);
  if (way === 'leaving') await program.press('q');
  else program.kill('SIGTERM');
  expect(await program.exit()).toMatchObject({
    code: 0,
    signal: way === 'leaving' ? 0 : constants.signals[way],
  });
  expect(folders()).toEqual([]);
});
