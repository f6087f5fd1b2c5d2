import { beforeAll, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

const { roster, ok, file } = makeHome();

beforeAll(async () => {
  await ok('init --account Acme --licenses 5');
  await ok('people import -', { input: peopleCsv(8) });
  await ok('queue add Billing --description "Money matters"');
  await ok('queue add Chat --channel messaging');
});

test('from people and queues to a roster, by commands', async () => {
  const added = await roster('add p0@acme.example P1@ACME.example - --role agent', {
    input: 'p2@acme.example\n\np3@acme.example\n',
  });
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toBe(
    'Add Ana Silva and 3 others as Agent: done, change set 3\nEssentials licenses 0 → 4 of 5\n4 e-mails wait until mail is set up: roster notify says how\n',
  );
  await ok(
    'edit p0@acme.example p2@acme.example --add-queue billing --add-queue "Chat (supervisor)" --status inactive',
  );
  await ok('edit p1@acme.example --role Supervisor --presence not-ready --add-queue Chat');
  expect(await ok('list')).toBe(
    [
      'Name           Email            Role        Queues         Presence   Status',
      'Ana Silva      p0@acme.example  Agent       Billing, Chat  Offline    inactive',
      'Jürgen Müller  p1@acme.example  Supervisor  Chat           Not Ready  active',
      'Zofia Łódzka   p3@acme.example  Agent                      Offline    active',
      '美玲 席尔瓦    p2@acme.example  Agent       Billing, Chat  Offline    inactive',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(await ok('queue list --format json'))).toEqual([
    { queue_name: 'Billing', description: 'Money matters', channel: 'voice', users: 2 },
    { queue_name: 'Chat', description: '', channel: 'messaging', users: 3 },
  ]);
});

test('list narrows, sorts and pages', async () => {
  const names = async (args: string) =>
    (JSON.parse(await ok(`list ${args} --format json`)) as { user_email: string }[])
      .map(user => user.user_email[1])
      .join('');
  expect(await names('--search muller')).toBe('1');
  expect(await names('--search "acme silva"')).toBe('0');
  expect(await names('--queue Billing')).toBe('02');
  expect(await names('--queue Billing --queue Chat')).toBe('012');
  expect(await names('--queue Chat --status active')).toBe('1');
  expect(await names('--role Agent --role Supervisor --sort email:desc')).toBe('3210');
  expect(await names('--sort role')).toBe('0321');
  expect(await names('--limit 2 --offset 1')).toBe('13');
  expect(await roster('list --queue Biling')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'No queue is called "Biling". There is: Billing.\n',
  });
  expect(await roster('list --search nobody')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'Nobody matches search "nobody"; 4 users in all.\n',
  });
});

test('a user as JSON has every field, in order', async () => {
  const user = JSON.parse(await ok('show p0@acme.example --format json'));
  expect(Object.keys(user).join(' ')).toBe(
    'user_id user_email first_name last_name display_name department role_name user_access status_name sub_status_name ' +
      'package_name add_ons_plan country_iso_code region_name client_integration client_integration_name ' +
      'concurrent_message_capacity concurrent_email_capacity multi_channel_engagements max_agent_load ' +
      'email_max_agent_load team queues skills enable_user_level_recording allowed_devices mobile_client external_url ' +
      'default_outbound_voice_queue_name default_outbound_message_queue_name messaging_occupied email_occupied ' +
      'added_at modified_at modified_by version',
  );
  expect(user.queues).toEqual([
    { queue_name: 'Billing', channel: 'voice', user_assignment_type: 'agent', opted_in: true },
    { queue_name: 'Chat', channel: 'messaging', user_assignment_type: 'supervisor', opted_in: true },
  ]);
  const shown = await ok('show p0@acme.example');
  expect(shown).toContain('Queues                   Billing; Chat (supervisor)\n');
  expect(shown).toContain('Last changes\n');
  expect(await roster('show p7@acme.example')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('roster add p7@acme.example'),
  });
});

test('a refused addition names everybody who hinders it, and adds nobody', async () => {
  const refused = await roster(
    'add p0@acme.example p4@acme.example gone@acme.example --role Agnt --format json',
  );
  expect(refused.code).toBe(1);
  const { problems, changes } = JSON.parse(refused.stdout);
  expect(changes).toEqual([]);
  expect(problems.map((problem: { code: string }) => problem.code)).toEqual([
    'unknown_role',
    'already_licensed',
    'unknown_person',
  ]);
  expect(refused.stderr).toContain('gone@acme.example');
  const short = await roster('add p4@acme.example p5@acme.example --role Agent');
  expect(short).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('1 essentials license missing'),
  });
  expect(JSON.parse(await ok('list --format json'))).toHaveLength(4);
});

test('a dry run shows every field and writes nothing', async () => {
  const before = await ok('history');
  const dry = await roster(
    'edit --where queue=Billing --where status=inactive --status active --remove-queue Chat --dry-run --format csv',
  );
  expect(dry).toMatchObject({ code: 0, stderr: 'Nothing was written (--dry-run).\n' });
  expect(dry.stdout).toBe(
    '\uFEFFuser_email,action,field,before,after\r\n' +
      ['p0', 'p2']
        .map(
          name =>
            `${name}@acme.example,update,user_access,inactive,active\r\n${name}@acme.example,update,queues,Billing; Chat (supervisor),Billing\r\n`,
        )
        .join(''),
  );
  expect((await roster('remove --where role=Agent --dry-run')).stdout).toContain(
    'Essentials licenses 4 → 1 of 5',
  );
  expect((await roster('add p0@acme.example --role Agent --dry-run')).code).toBe(1);
  expect(await ok('history')).toBe(before);
});

test('what is so already is nothing to change', async () => {
  const { code, stderr } = await roster('edit p0@acme.example --status inactive');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Nothing to change.\n' });
  expect((await roster('remove --where queue=Billing --where search=nobody --yes')).code).toBe(0);
});

test('export writes all users, or those named, as CSV that spreadsheets take', async () => {
  const csv = await ok('export');
  expect(csv.startsWith('\uFEFFuser_id,user_email,')).toBe(true);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(5);
  expect(csv).toContain('Billing; Chat (supervisor)');
  expect((await ok('export --where role=Supervisor --format ndjson')).trimEnd().split('\n')).toHaveLength(1);
  expect((await ok('export - --format json', { input: 'p3@acme.example\n' })).match(/user_id/g)).toHaveLength(
    1,
  );
  expect(await roster('export nobody@acme.example')).toMatchObject({ code: 1, stdout: '' });
});

test('whom and what has to be said', async () => {
  const wrong = {
    'edit --status active': 'Say whom',
    'edit p0@acme.example': 'Say what to change',
    'remove --yes': 'Say whom',
    'remove p0@acme.example --where role=Agent --yes': 'not both',
    'edit --where name=Ana --status active': '--where takes FIELD=VALUE, not "name=Ana"',
    'edit --where status=away --status active': 'A status is active or inactive, not "away".',
  };
  for (const [args, message] of Object.entries(wrong)) {
    const { code, stderr } = await roster(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  }
});

test('queues have names of their own', async () => {
  expect(await roster('queue add BILLING')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"BILLING" already'),
  });
  expect((await roster(`queue add ${'x'.repeat(151)}`)).stderr).toContain(
    'The name has 151 characters; at most 150',
  );
  expect(await roster('queue add Sales --dry-run')).toMatchObject({
    code: 0,
    stderr: 'Nothing was written (--dry-run).\n',
  });
  expect(await ok('queue list')).not.toContain('Sales');
});

test('more than 1,000 at once are refused; 1,000 are listed in order', async () => {
  const big = file('big.csv', peopleCsv(1001));
  await ok(`people import ${big}`);
  const home = makeHome();
  await home.ok('init --account Big --licenses 5000');
  await home.ok(`people import ${big}`);
  const refused = await home.roster('add - --role Agent', { input: emails(1001) });
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('1,001 users to add; at most 1,000'),
  });
  expect(await home.ok('add - --role Agent', { input: emails(1000) })).toContain(
    'Add Ana Silva and 999 others as Agent: done',
  );
  // Long lists are read in pieces, which must neither leave out nor repeat anybody.
  const order = async (args: string) => (await home.ok(`list ${args} --format ndjson`)).match(/p\d+@/g) ?? [];
  const all = await order('--sort role');
  expect(new Set(all).size).toBe(1000);
  expect(await order('--sort role:desc')).toEqual(all.toReversed());
  expect(await order('--sort role --offset 300 --limit 600')).toEqual(all.slice(300, 900));
});

test('a reader who stops early is no failure', async () => {
  const home = makeHome();
  await home.ok('init --account Big');
  await home.ok('people import -', { input: peopleCsv(4000) });
  const head = [
    'sh',
    '-c',
    `"${process.execPath}" "$0" people list --format json | head -c 10; echo "$?"`,
  ] as const;
  const { program } = await import('./run.ts');
  const { stdout, stderr } = await home.spawn('', { command: [...head, program] });
  expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('[\n{"user_'), stderr: '' });
});
