import { userInfo } from 'node:os';
import { beforeAll, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

const { roster, ok } = makeHome();
const me = userInfo().username;

const list = async (args: string) => JSON.parse(await ok(`${args} list --format json`));

beforeAll(async () => {
  await ok('init --account Acme --licenses 20');
  await ok('people import -', { input: peopleCsv(6) });
});

test('queues, roles, skills, teams, regions, templates and operators are added and listed', async () => {
  const added = await roster('queue add Billing --channel email --description "Money matters"');
  expect(added).toEqual({
    code: 0,
    signal: null,
    stdout: 'Add the queue Billing: done, change set 1\n',
    stderr: '',
  });
  await ok('role add Coach --privilege usermanagement:read');
  await ok('skill add Spanish --category Languages --graded');
  await ok('skill add Broadband --category Products');
  await ok('team add Lisbon');
  await ok('region add EMEA --main');
  await ok(
    'template add "New agent" --type add --set role_name=Coach --set "queues=Billing (both)" --set skills=Spanish=3',
  );
  await ok('template add Away --type update --remove-queue Billing --set region_name=EMEA');
  await ok('operator add Olga --role Admin --login olga --owner');
  await ok('operator add Sam --role Coach --email P5@acme.example');
  expect(await list('queue')).toEqual([
    { queue_name: 'Billing', channel: 'email', description: 'Money matters', users: 0 },
  ]);
  expect(await list('role')).toContainEqual({
    role_name: 'Coach',
    privileges: ['UserManagement:Read'],
    built_in: false,
    users: 0,
  });
  expect(await list('skill')).toEqual([
    { skill_name: 'Broadband', category: 'Products', graded: false, users: 0 },
    { skill_name: 'Spanish', category: 'Languages', graded: true, users: 0 },
  ]);
  expect(await list('team')).toEqual([{ team_name: 'Lisbon', users: 0 }]);
  expect(await list('region')).toEqual([
    { region_name: 'EMEA', is_main: true, users: 0 },
    { region_name: 'Main', is_main: false, users: 0 },
  ]);
  expect(await list('template')).toContainEqual({
    template_name: 'Away',
    type: 'update',
    description: '',
    edits: [
      { field: 'region_name', op: 'set', value: 'EMEA' },
      { field: 'queues', op: 'remove', value: 'Billing' },
    ],
  });
  expect(await list('operator')).toEqual([
    { operator_name: me, role_name: 'Admin', is_owner: true, login: me, keys: [], user_email: null },
    { operator_name: 'Olga', role_name: 'Admin', is_owner: true, login: 'olga', keys: [], user_email: null },
    {
      operator_name: 'Sam',
      role_name: 'Coach',
      is_owner: false,
      login: null,
      keys: [],
      user_email: 'p5@acme.example',
    },
  ]);
  expect(await ok('skill list')).toBe(
    'Name       Category   Levels  Users\nBroadband  Products   no      0\nSpanish    Languages  yes     0\n',
  );
});

test('a template for edits is one of type update', async () => {
  await ok('template add Season --type edit --set user_access=inactive');
  const listed = JSON.parse(await ok('template list --format json')) as {
    template_name: string;
    type: string;
  }[];
  expect(listed.find(({ template_name }) => template_name === 'Season')?.type).toBe('update');
  await ok('template remove Season --yes');
});

test('a template gives new users what it says', async () => {
  await ok('add - --template "New agent"', { input: emails(3) });
  const user = JSON.parse(await ok('show p0@acme.example --format json'));
  expect(user).toMatchObject({
    role_name: 'Coach',
    queues: [{ queue_name: 'Billing', user_assignment_type: 'both' }],
    skills: [{ skill_name: 'Spanish', level: 3 }],
  });
});

test('an edit changes what it names; a new name stays with everybody who has it', async () => {
  await ok('queue edit billing --name Invoices --description "(clear)"');
  expect(await list('queue')).toEqual([
    { queue_name: 'Invoices', channel: 'email', description: '', users: 3 },
  ]);
  expect(await ok('list --queue Invoices --format ndjson')).toContain('p0@acme.example');
  expect(await ok('template list')).toContain('queues=Invoices (both)');
  expect(await roster('queue edit Invoices')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Say what to change'),
  });
  expect(await roster('queue edit Invoices --channel email')).toMatchObject({
    code: 0,
    stderr: 'Nothing to change.\n',
  });
});

test('removing says who has it and what happens to them, and needs --yes off a terminal', async () => {
  expect(await roster('role remove Coach --transfer Agent')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Say --yes'),
  });
  expect(await roster('role remove Coach --yes')).toMatchObject({
    code: 1,
    stdout: '',
    stderr:
      'Coach is the role of 3 users and 1 operator. Name the role they get instead: --transfer ROLE\nNothing was changed.\n',
  });
  const dry = await ok('role remove Coach --transfer Agent --dry-run');
  expect(dry).toContain('role Coach          remove  Name');
  expect(dry).toContain('p0@acme.example  update  Role   Coach   Agent');
  expect(dry).toContain('Coach is in use by 3 users and 1 operator; they become Agent.');
  expect(await list('role')).toHaveLength(4);
  const before = await ok('list --format json');
  expect(await ok('role remove Coach --transfer Agent --yes')).toContain(
    'The template New agent gives Agent instead.',
  );
  expect(await list('role')).toHaveLength(3);
  await ok('undo');
  const users = (text: string) =>
    JSON.parse(text).map(({ role_name, queues }: Record<string, unknown>) => ({ role_name, queues }));
  expect(users(await ok('list --format json'))).toEqual(users(before));
  await ok('redo');
  expect(await list('role')).toHaveLength(3);
});

test('history shows what became of the catalog, before and after', async () => {
  const [newest] = JSON.parse(await ok('history --format json --limit 1'));
  expect(newest).toMatchObject({
    kind: 'redo',
    catalog: [
      {
        of: 'operator',
        name: 'Sam',
        action: 'update',
        fields: { role_name: { before: 'Coach', after: 'Agent' } },
      },
      { of: 'template', name: 'New agent', action: 'update' },
      {
        of: 'role',
        name: 'Coach',
        action: 'remove',
        fields: { role_name: { before: 'Coach', after: null } },
      },
    ],
  });
  const shown = await ok(`history --show ${newest.id}`);
  expect(shown).toMatch(/role Coach +remove +Name +Coach +–/);
  expect(shown).toMatch(/p0@acme.example +update +Role +Coach +Agent/);
  expect(await ok(`history --show ${newest.id} --format csv`)).toContain(
    '\r\nuser,p0@acme.example,update,role_name,Coach,Agent\r\n',
  );
  const [plain] = JSON.parse(await ok('history p0@acme.example --format json')).toReversed();
  expect(plain.catalog).toBeUndefined();
});

test('nobody locks themselves out, and built-in roles stay as they are', async () => {
  const refused: Record<string, string> = {
    [`operator remove ${me} --yes`]: 'self_lockout',
    [`operator edit ${me} --login other`]: 'self_lockout',
    'role edit Admin --remove-privilege UserManagement:Edit': 'built_in_role',
    'role remove Agent --transfer Admin --yes': 'built_in_role',
    'region remove EMEA --yes': 'main_region',
    'skill edit Spanish --no-graded': 'skill_in_use',
    'queue add INVOICES': 'name_taken',
    'template add T --type update --set role_name=Boss': 'unknown_role',
    'team remove Nowhere --yes': 'unknown_team',
  };
  for (const [args, code] of Object.entries(refused)) {
    const { code: exit, stdout, stderr } = await roster(`${args} --format json`);
    const { kind, problems } = JSON.parse(stdout);
    expect({ args, exit, kind, code: problems[0]?.code }).toEqual({ args, exit: 1, kind: 'catalog', code });
    expect(stderr).toContain(problems[0].message);
  }
});
