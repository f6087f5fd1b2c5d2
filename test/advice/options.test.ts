import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandWords } from '../../source/commands/shell/command-words.ts';
import { makeHome } from '../commands/run.ts';

const { home, ok, call } = makeHome();
const inHome = (name: string) => join(home, name);
const ana = 'ana@acme.example';
const bruno = 'bruno@acme.example';

beforeAll(async () => {
  await ok('init --account Acme --licenses 9');
  await ok('people import -', { input: `Email,First Name\n${ana},Ana\n${bruno},Bruno\n` });
  for (const thing of ['queue add Billing', 'queue add Chat', 'role add Coach']) await ok(thing);
  await ok(`add ${ana} --role Coach`);
  await ok('template add Calm --type add --set role_name=Agent');
  cpSync(inHome('data'), inHome('ready'), { recursive: true });
});

/** What is refused, how the option is said, and what it is said with then. */
const said: [command: string, says: RegExp, option: string][] = [
  [`add ${bruno}`, /--role NAME/, '--role Agent'],
  [`add ${bruno}`, /--template NAME/, '--template Calm'],
  [`edit ${ana}`, /such as --role NAME/, '--role Agent'],
  ['edit --role Agent', /--where FIELD=VALUE/, '--where role=Coach --yes'],
  ['account set', /such as --licenses 600/, '--licenses 600'],
  ...['queue edit Billing', 'role edit Coach', 'template edit Calm', 'region edit Main'].map(
    command => [command, /such as --name NEW/, '--name NEW'] as [string, RegExp, string],
  ),
  [`edit ${ana} --opt-out Chat`, /--add-queue Chat/, '--add-queue Chat'],
  ['template add Other --type add', /such as --set role_name=Agent/, '--set role_name=Agent'],
  ['role remove Coach --yes', /--transfer ROLE/, '--transfer Agent'],
  ...['queue remove Chat', `remove ${ana}`, 'edit --where role=Coach --status inactive'].flatMap(command =>
    ['--yes', '--dry-run'].map(
      option => [command, new RegExp(`Say.*${option}`), option] as [string, RegExp, string],
    ),
  ),
  ['init --account Acme', /with --db FILE/, '--db other.db'],
];

test.each(said)('%s, told %s, works with %s', async (command, says, option) => {
  rmSync(inHome('data'), { recursive: true, force: true });
  rmSync(inHome('other.db'), { force: true });
  cpSync(inHome('ready'), inHome('data'), { recursive: true });
  const refused = await call(commandWords(command));
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toMatch(says);
  const { code, stderr } = await call(commandWords(`${command} ${option}`));
  expect(code, stderr).toBe(0);
});

test('who does not clash is undone with --skip-conflicts', async () => {
  rmSync(inHome('data'), { recursive: true, force: true });
  cpSync(inHome('ready'), inHome('data'), { recursive: true });
  await ok(`add ${bruno} --role Agent`);
  await ok(`edit ${ana} ${bruno} --country PT`);
  await ok(`edit ${ana} --country DE`);
  const refused = await call(['undo', '7', '--yes']);
  expect(refused.stderr).toMatch(/All who don't clash, with --skip-conflicts/);
  const part = await call(['undo', '7', '--yes', '--skip-conflicts']);
  expect(part.code, part.stderr).toBe(4);
});
