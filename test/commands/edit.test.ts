import { beforeAll, expect, test } from 'vitest';
import { fields, settableFields } from '../../source/roster/users/fields.ts';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
let ana: string;
beforeAll(async () => {
  home = await makeDemoHome();
  ana = home.users[0] ?? '';
});

const user = async (email = ana) => JSON.parse(await home.ok(`show ${email} --format json`));

test('every setting has an option, and clearing takes it back', async () => {
  await home.ok(
    `edit ${ana} --role supervisor --status active --package premium --add-ons ai_expert_assist --country br ` +
      '--region "asia pacific" --client-integration zendesk --client-integration-name Org ' +
      '--concurrent-message-capacity 1 --concurrent-email-capacity 2 --max-agent-load 3 --email-max-agent-load 4 ' +
      '--multi-channel-engagements on ' +
      '--display-name "Ana S." --presence not-ready --reason training --team "Dublin (both)" ' +
      '--set queues=Chat --add-queue "Billing (supervisor)" --set "skills=English=2; Television" --skill English=5',
  );
  expect(await user()).toMatchObject({
    role_name: 'Supervisor',
    user_access: 'active',
    package_name: 'premium',
    add_ons_plan: ['ai_expert_assist'],
    country_iso_code: 'BR',
    region_name: 'Asia Pacific',
    client_integration: 'Zendesk',
    client_integration_name: 'Org',
    concurrent_message_capacity: 1,
    concurrent_email_capacity: 2,
    multi_channel_engagements: true,
    max_agent_load: 3,
    email_max_agent_load: 4,
    display_name: 'Ana S.',
    status_name: 'Not Ready',
    sub_status_name: 'Training',
    team: { team_name: 'Dublin', team_role: 'both' },
    queues: [
      { queue_name: 'Billing', user_assignment_type: 'supervisor', opted_in: true },
      { queue_name: 'Chat', user_assignment_type: 'agent', opted_in: true },
    ],
    skills: [
      { skill_name: 'English', level: 5 },
      { skill_name: 'Television', level: null },
    ],
  });
  const clearable = settableFields.filter(name => fields[name].cleared !== undefined);
  await home.ok(`edit ${ana} ${clearable.map(name => `--set "${fields[name].jsonName}=(clear)"`).join(' ')}`);
  const cleared = await user();
  for (const name of clearable) {
    const { jsonName, cleared: value, toJson } = fields[name];
    if (name !== 'display_name') expect(cleared[jsonName], jsonName).toEqual(toJson(value as never));
  }
  expect(cleared.display_name).not.toBe('Ana S.');
});

test('queues and skills are changed in parts, and opting out shows', async () => {
  await home.ok(`edit ${ana} --add-queue Chat --add-queue Billing --skill English=1`);
  const dry = await home.roster(`edit ${ana} --opt-out chat --dry-run`);
  expect(dry.stdout).toMatch(/Queues +Billing; Chat +Billing; Chat \(opted out\)$/m);
  await home.ok(`edit ${ana} --opt-out chat --remove-queue Billing --remove-skill English`);
  expect(await user()).toMatchObject({ queues: [{ queue_name: 'Chat', opted_in: false }], skills: [] });
  expect(await home.ok(`show ${ana}`)).toMatch(/^Queues +Chat \(opted out\)$/m);
  // A file says nothing of opting, and leaves it as it is.
  const csv = await home.ok(`export ${ana}`);
  expect(await home.roster('import -', { input: csv })).toMatchObject({ stderr: 'Nothing to change.\n' });
  await home.ok(`edit ${ana} --opt-in chat`);
  expect(await user()).toMatchObject({ queues: [{ queue_name: 'Chat', opted_in: true }] });
});

test('whom: those from standard input, or everybody who passes', async () => {
  const [, bruno = '', carla = ''] = home.users;
  await home.ok('edit - --max-agent-load 77', { input: `${bruno}\n\n${carla.toUpperCase()}\n` });
  expect(await user(carla)).toMatchObject({ max_agent_load: 77 });
  const matching = JSON.parse(await home.ok('list --role Supervisor --format json'));
  const set = JSON.parse(
    await home.ok('edit --where role=Supervisor --email-max-agent-load 66 --yes --format json'),
  );
  expect(set.changes).toHaveLength(matching.length);
});

test('what cannot be is wrong usage, and names what can', async () => {
  const wrong = {
    [`edit ${ana}`]: 'Say what to change',
    [`edit ${ana} --concurrent-message-capacity 21`]: 'a whole number from 0 to 20.',
    [`edit ${ana} --display-name ${'x'.repeat(129)}`]: '129 characters; at most 128 are allowed.',
    [`edit ${ana} --multi-channel-engagements maybe`]: 'Choose one of: on, off, (clear).',
    [`edit ${ana} --set mobile_client=on`]:
      'Mobile client can be set at the account only, in the Zoom web portal',
    [`edit ${ana} --role (clear)`]: "--role: Role can't be cleared: a user always has one.",
    [`edit ${ana} --set status`]: '--set takes FIELD=VALUE, not "status"',
    [`edit ${ana} --set queues=`]: 'To empty a field, say (clear).',
  };
  for (const [args, message] of Object.entries(wrong)) {
    const { code, stderr, stdout } = await home.roster(args);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  }
  // The account may have more of these, so the roster is asked.
  expect(await home.roster(`edit ${ana} --presence not-ready --reason lunch`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"lunch" is not allowed here: one of Break, End Shift,'),
  });
  expect(await home.roster(`edit ${ana} --presence ready --reason meal`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The reason meal goes with Not Ready only'),
  });
});
