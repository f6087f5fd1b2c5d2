import { beforeAll, describe, expect, test } from 'vitest';
import { commandTable } from '../../source/commands/shell/table.ts';
import { startAccount } from '../account/account.ts';
import { accountEnv } from '../account/connected-home.ts';
import { unlimited } from '../account/rules/rates.ts';
import { makeHome, peopleCsv, type Result } from './run.ts';

const kinds = ['queue', 'role', 'skill', 'team', 'region', 'template', 'operator'];
const additions: Record<string, string> = {
  skill: ' --category Languages',
  template: ' --type add --set role_name=Agent',
  operator: ' --role Agent --login somebody',
};
const edits: Record<string, string> = {
  queue: '--description New',
  role: '--privilege UserManagement:Read',
  skill: '--category Products',
  region: '--main',
  template: '--description New',
  operator: '--role Admin',
};

/** Every command, in an order in which each has something to do. */
const story: [args: string, input?: string][] = [
  ['init --account Acme --licenses 9'],
  ['people import -', peopleCsv(4)],
  ['people list'],
  ['add p0@acme.example p1@acme.example --role Agent'],
  ...kinds.flatMap<[string]>(kind => [
    [`${kind} add Thing${additions[kind] ?? ''}`],
    [`${kind} edit Thing ${edits[kind] ?? '--name Thing'}`],
    [`${kind} list --format csv`],
  ]),
  ['edit p0@acme.example --add-queue Thing --status inactive'],
  ['show p0@acme.example'],
  ['list --search silva'],
  ['import - --yes', 'user_email,role_name\np0@acme.example,Supervisor\n'],
  ['export'],
  ['undo'],
  ['redo'],
  ['remove p1@acme.example --yes'],
  ['history --format csv'],
  ...kinds.map<[string]>(kind => [`${kind} remove ${kind === 'region' ? 'Main' : 'Thing'} --yes`]),
  ['account set --licenses 12'],
  ['account --usage'],
  ['account connect'],
  ['pull --yes --format csv'],
  ['sync --yes --format csv'],
  ['diff --format csv'],
  ['resolve --all --mine --format json'],
  ['push --dry-run --format csv'],
  ['account probe alex.morgan@acme.example --dry-run'],
  ['account disconnect'],
  ['notify --list --format csv'],
  ['backup HOME/backup.db'],
  ['restore HOME/backup.db --yes'],
  ['rescue HOME/rescued.db'],
  ['check'],
  ['ssh-keys nobody ssh-ed25519 AAAA'],
  ['completion bash'],
  ['man'],
  ['demo --users 3 --keep HOME/demo.db'],
];

/** What a person sees of it, but for what differs from run to run. */
function seen({ code, stdout, stderr }: Result, home: string) {
  const plain = (text: string) =>
    text
      .replaceAll(home, 'HOME')
      .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:[\d.]+Z)?/g, 'TIME')
      .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'ID');
  return { code, stdout: plain(stdout), stderr: plain(stderr) };
}

describe('as a process, from the bundle, it does what it does in the tests', () => {
  const [here, built] = [makeHome(), makeHome()];
  let env: Record<string, string>;

  beforeAll(async () => {
    const account = await startAccount({ users: 5, limits: unlimited });
    env = accountEnv(account);
    return () => account.close();
  });

  test.each(story)('roster %s', async (args, input = '') => {
    const inHome = (home: string) => args.replaceAll('HOME', home);
    const wanted = seen(await here.roster(inHome(here.home), { input, env }), here.home);
    const got = seen(await built.spawn(inHome(built.home), { input, env }), built.home);
    expect(got).toEqual(wanted);
    const expected = args.startsWith('ssh-keys') ? 3 : 0;
    expect(got.code, got.stderr).toBe(expected);
  });

  test('none is left out', () => {
    const names = commandTable.map(({ name }) => name);
    expect(names.filter(name => story.some(([args]) => args.startsWith(name)))).toEqual(names);
  });
});

test('the built program folds the letters of all languages as its source says', async () => {
  const { ok, spawn } = makeHome();
  await ok('init --account Acme --licenses 10');
  await ok('people import -', {
    input: 'Email,Display Name\na@x.example,Zofia Łódzka\nb@x.example,Søren Groß\n',
  });
  await ok('add a@x.example b@x.example --role Agent');
  for (const [typed, email] of [
    ['lodzka', 'a@x.example'],
    ['soren gross', 'b@x.example'],
  ] as const) {
    const { stdout } = await spawn(`list --format json --search "${typed}"`);
    expect(JSON.parse(stdout)).toMatchObject([{ user_email: email }]);
  }
});
