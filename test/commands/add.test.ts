import { beforeAll, expect, test } from 'vitest';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome();
});

const added = async (email: string) => JSON.parse(await home.ok(`show ${email} --format json`));

test('every setting that can be set when adding has an option', async () => {
  const [ana = ''] = home.addable;
  const { code, stderr } = await home.roster(
    `add ${ana} --role "team coach" --package essentials --status inactive --country de --region emea ` +
      '--client-integration salesforce --client-integration-name "Org 1" --add-ons ai_expert_assist ' +
      '--concurrent-message-capacity 4 --concurrent-email-capacity 0 --max-agent-load 50 --set email_max_agent_load=60',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await added(ana)).toMatchObject({
    role_name: 'Team Coach',
    user_access: 'inactive',
    add_ons_plan: ['ai_expert_assist'],
    country_iso_code: 'DE',
    region_name: 'EMEA',
    client_integration: 'Salesforce',
    client_integration_name: 'Org 1',
    concurrent_message_capacity: 4,
    concurrent_email_capacity: 0,
    max_agent_load: 50,
    email_max_agent_load: 60,
  });
});

test('a new agent is one change: the addition, and then queues, skills, team and the rest', async () => {
  const [, , , , ana = '', bruno = ''] = home.addable;
  const args =
    `add ${ana} ${bruno} --role Agent --queue Billing --add-queue "Chat (both)" --opt-out Billing ` +
    '--skill English=4 --skill Complaints=2 --team "São Paulo (supervisor)" --display-name Desk --presence "not ready" --reason meal';
  const dry = await home.ok(`${args} --dry-run`);
  expect(dry).toMatch(new RegExp(`${ana} +add +Role +– +Agent`));
  expect(dry).toMatch(new RegExp(`${ana} +then set +Queues +– +Chat \\(both\\); Billing \\(opted out\\)`));
  expect(dry).toMatch(new RegExp(`${bruno} +then set +Team +– +São Paulo \\(supervisor\\)`));
  expect(await home.roster(`show ${ana}`)).toMatchObject({ code: 1 });
  const set = JSON.parse(await home.ok(`${args} --format json`));
  expect(set).toMatchObject({ kind: 'add', changes: [{ action: 'add' }, { action: 'add' }] });
  const settings = {
    role_name: 'Agent',
    display_name: 'Desk',
    status_name: 'Not Ready',
    sub_status_name: 'Meal',
    team: { team_name: 'São Paulo', team_role: 'supervisor' },
    queues: [
      { queue_name: 'Billing', user_assignment_type: 'agent', opted_in: false },
      { queue_name: 'Chat', user_assignment_type: 'both', opted_in: true },
    ],
    skills: [
      { skill_name: 'Complaints', level: 2 },
      { skill_name: 'English', level: 4 },
    ],
  };
  const before = await added(ana);
  expect(before).toMatchObject(settings);
  expect(JSON.parse(await home.ok('history --format json --limit 1'))).toMatchObject([
    {
      id: set.id,
      kind: 'add',
      summary: expect.stringMatching(/^Add .+ as Agent with display name, presence and 4 more$/),
    },
  ]);
  expect(await home.ok(`history --show ${set.id}`)).toMatch(
    new RegExp(`${ana} +then set +Display name +– +Desk`),
  );
  await home.ok('undo');
  expect(await home.roster(`show ${bruno}`)).toMatchObject({ code: 1 });
  await home.ok('redo');
  const { version: _, modified_at: __, ...after } = await added(ana);
  expect(before).toMatchObject(after);
  await home.ok('undo');
});

test('from a file: rows come first, options fill their blanks', async () => {
  const [, ana = '', bruno = ''] = home.addable;
  const input = `user_email,role_name,country_iso_code,skills\n${ana},Supervisor,,English=2\n${bruno},,FR,\n`;
  const dry = await home.roster('add --from - --role Agent --country DE --dry-run', { input });
  expect(dry.stdout).toMatch(/^Import: add .* and .*\nEmail/);
  const result = `${home.home}/added.csv`;
  await home.ok(`add --from - --role Agent --country DE --result ${result}`, { input });
  expect(await added(ana)).toMatchObject({
    role_name: 'Supervisor',
    country_iso_code: 'DE',
    skills: [{ skill_name: 'English', level: 2 }],
  });
  expect(await added(bruno)).toMatchObject({ role_name: 'Agent', country_iso_code: 'FR', skills: [] });
  expect(home.read(result)).toContain(`${bruno},added,3,,`);
  await home.ok('undo');
  await home.ok(`add --from - --role Agent --queue Chat --skill Arabic=1 --team Lisbon`, { input });
  const rest = { queues: [{ queue_name: 'Chat' }], team: { team_name: 'Lisbon' } };
  expect(await added(ana)).toMatchObject({ ...rest, skills: [{ skill_name: 'English', level: 2 }] });
  expect(await added(bruno)).toMatchObject({ ...rest, skills: [{ skill_name: 'Arabic', level: 1 }] });
  const again = await home.roster('add --from - --role Agent', { input });
  expect(again).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is a contact center user already'),
  });
});

test('what cannot be is wrong usage, told before the roster is opened', async () => {
  const wrong = {
    'add a@b.example': 'Say which role they get',
    'add --role Agent': 'Say whom',
    'add a@b.example --role Agent --from x.csv': 'not both',
    'add a@b.example --role Agent --result x.csv': '--result goes with --from',
    'add a@b.example --role Agent --max-agent-load 0':
      '--max-agent-load: "0" is not allowed here: a whole number from 1 to 100.',
    'add a@b.example --role Agent --country XX': '--country: "XX" is not allowed here',
    'add a@b.example --role Agent --client-integration-name ""': 'a value is missing',
    'add a@b.example --role Agent --set shoe_size=43':
      '--set takes FIELD=VALUE, not "shoe_size=43"; FIELD is one of role_name,',
    'add a@b.example --set role_name=(clear)': "Role can't be cleared",
    'add a@b.example --role Agent --package gold': 'Choose one of: essentials, premium, elite.',
    'add a@b.example --role Agent --skill Spanish=7': '--skill: "Spanish=7" needs a level from 1 to 5.',
    'add a@b.example --role Agent --presence away': 'Choose one of: Offline, Ready, Not Ready, Occupied.',
    'add a@b.example --role Agent --remove-queue Chat': "Unknown option '--remove-queue'",
  };
  for (const [args, message] of Object.entries(wrong)) {
    const { code, stderr, stdout } = await home.roster(args);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  }
});

test('queues, skills, teams and templates there are none of are refused', async () => {
  const [, , , ana = ''] = home.addable;
  const args = `add ${ana} --role Agent --queue Bilings --skill Klingon=3 --team "Tier 9" --opt-out Chat`;
  const { code, stdout } = await home.roster(`${args} --format json`);
  expect(code).toBe(1);
  const problems: { code: string; column: string; value: string }[] = JSON.parse(stdout).problems;
  expect(problems.map(problem => [problem.code, problem.column, problem.value])).toEqual([
    ['unknown_team', 'team', 'Tier 9'],
    ['unknown_queue', 'queues', 'Bilings'],
    ['unknown_skill', 'skills', 'Klingon'],
    ['not_in_queue', 'queues', 'Chat'],
  ]);
  const unknown = await home.roster(`add ${ana} --template Nobody --format json`);
  expect(unknown.code).toBe(1);
  expect(JSON.parse(unknown.stdout).problems).toMatchObject([{ code: 'unknown_template' }]);
});
