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

test('from a file: rows come first, options fill their blanks', async () => {
  const [, ana = '', bruno = ''] = home.addable;
  const input = `user_email,role_name,country_iso_code,skills\n${ana},Supervisor,,English=2\n${bruno},,FR,\n`;
  const dry = await home.roster('add --from - --role Agent --country DE --dry-run', { input });
  expect(dry.stdout).toContain('Import: add 2 users');
  const result = `${home.home}/added.csv`;
  await home.ok(`add --from - --role Agent --country DE --result ${result}`, { input });
  expect(await added(ana)).toMatchObject({
    role_name: 'Supervisor',
    country_iso_code: 'DE',
    skills: [{ skill_name: 'English', level: 2 }],
  });
  expect(await added(bruno)).toMatchObject({ role_name: 'Agent', country_iso_code: 'FR', skills: [] });
  expect(home.read(result)).toContain(`${bruno},added,3,,`);
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
    'add a@b.example --role Agent --team Dublin': "Unknown option '--team'",
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

test('what comes only after adding, and a template there is none of, are refused', async () => {
  const [, , , ana = ''] = home.addable;
  const early = await home.roster(`add ${ana} --role Agent --set queues=Chat`);
  expect(early).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Queues can be set only after adding.'),
  });
  const unknown = await home.roster(`add ${ana} --template Nobody --format json`);
  expect(unknown.code).toBe(1);
  expect(JSON.parse(unknown.stdout).problems).toMatchObject([{ code: 'unknown_template' }]);
});
