import { beforeAll, expect, test } from 'vitest';
import { completing } from '../../source/commands/completion/completing.ts';
import { whereFields } from '../../source/commands/users/change-options.ts';
import { makeHome } from './run.ts';

let home: ReturnType<typeof makeHome>;
beforeAll(async () => {
  home = makeHome();
  await home.ok('init --account Corp --licenses 10 --licenses premium=10 --licenses elite=10');
  const people = ['ana', 'bruno', 'carla', 'dario'].map(name => `${name}@corp.example`);
  await home.ok('people import -', { input: `Email\n${people.join('\n')}\n` });
  await home.ok('queue add Billing --channel voice');
  await home.ok('add ana@corp.example bruno@corp.example --role Agent');
  await home.ok('add carla@corp.example --role Supervisor --package premium');
  await home.ok('add dario@corp.example --role Agent --package elite');
  await home.ok('edit bruno@corp.example --status inactive --add-queue Billing');
  await home.ok('people import -', { input: 'Email,account_status\ndario@corp.example,inactive\n' });
});

const found = async (...where: string[]) =>
  (await home.ok(`export --format ndjson ${where.map(each => `--where ${each}`).join(' ')}`))
    .split('\n')
    .flatMap(line => (line ? [JSON.parse(line).user_email.split('@')[0]] : []));

const values: Record<(typeof whereFields)[number], [value: string, who: string[]]> = {
  search: ['car', ['carla']],
  queue: ['Billing', ['bruno']],
  status: ['inactive', ['bruno']],
  role: ['supervisor', ['carla']],
  package: ['Premium', ['carla']],
  person: ['inactive', ['dario']],
};

test.each(whereFields)('--where %s finds whom it says, in every command that takes it', async field => {
  const [value, who] = values[field];
  expect(await found(`${field}=${value}`)).toEqual(who);
  for (const command of ['remove', 'edit --role Admin'])
    expect(
      JSON.parse(await home.ok(`${command} --where ${field}=${value} --dry-run --format json`)).changes.map(
        ({ user_email }: { user_email: string }) => user_email.split('@')[0],
      ),
    ).toEqual(who);
});

test.each([
  [['package=essentials'], ['ana', 'bruno']],
  [['package=elite'], ['dario']],
  [['package=essentials', 'queue=Billing'], ['bruno']],
  [['package=elite', 'role=Agent', 'status=active'], ['dario']],
  [['package=elite', 'package=premium'], []],
  [['package=premium', 'search=ana'], []],
])('%j: all hold', async (where, who) => expect(await found(...where)).toEqual(who));

test('who gets another package is found by that', async () => {
  await home.ok('edit ana@corp.example --package elite');
  expect(await found('package=elite')).toEqual(['ana', 'dario']);
  expect(await found('package=essentials')).toEqual(['bruno']);
  await home.ok('undo');
  expect(await found('package=elite')).toEqual(['dario']);
});

test('help, completion and the refusal name the same fields', async () => {
  const all = whereFields.join(', ');
  for (const command of ['edit', 'remove', 'export'])
    expect((await home.ok(`${command} --help`)).replaceAll(/\s+/g, ' ')).toContain(
      `instead of e-mails: ${all};`,
    );
  expect(await home.roster('export --where size=9')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`FIELD is one of ${all}.`),
  });
  const words = (typed: string) => {
    const completed = completing(['export', '--where', typed]);
    return completed.kind === 'words' ? completed.words.map(({ word }) => word) : completed.kind;
  };
  expect(words('')).toEqual(whereFields.map(field => `${field}=`));
  expect(words('package=')).toEqual(['package=essentials', 'package=premium', 'package=elite']);
  expect(words('person=in')).toEqual(['person=inactive']);
  expect(words('queue=')).toBe('names');
  expect(await home.roster('export --where package=gold')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('A package is essentials, premium, elite, not "gold".'),
  });
});
