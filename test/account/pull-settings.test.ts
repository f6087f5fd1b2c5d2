import { expect, test } from 'vitest';
import { connectedHome } from './connected-home.ts';
import { usersThere } from './mirror.ts';

async function pulled() {
  const home = await connectedHome();
  await home.ok('account connect');
  await home.ok('pull');
  return home;
}

test('what is set in the portal alone arrives, is shown, and can be set nowhere else', async () => {
  const home = await pulled();
  const { portal, state } = home.account;
  const [queue] = [...state.queues.values()];
  const email = Object.keys(usersThere(home))[5]!;
  const { channel_settings } = [...state.users.values()].find(user => user.user_email === email)!;
  portal.set(email, {
    add_ons_plan: ['epic', 'quality_management'],
    channel_settings: {
      ...channel_settings,
      multi_channel_engagements: { enable: false, max_agent_load: 60, email_max_agent_load: 70 },
    },
    portal: {
      ...{ enable_user_level_recording: true, allowed_devices: ['mobile', 'cti'], mobile_client: false },
      external_url: { enable_external_url: true, external_launch_url: 'https://crm.example/%E' },
      assigned_queues: { default_outbound_voice_queue_id: queue!.queue_id },
      ...{ messaging_occupied: true, email_occupied: false },
    },
  });
  await home.ok('pull');
  const said = {
    add_ons_plan: ['epic', 'quality_management'],
    ...{ multi_channel_engagements: false, max_agent_load: 60, email_max_agent_load: 70 },
    ...{ enable_user_level_recording: true, allowed_devices: ['mobile', 'cti'], mobile_client: false },
    external_url: 'https://crm.example/%E',
    default_outbound_voice_queue_name: queue!.queue_name,
    default_outbound_message_queue_name: null,
    ...{ messaging_occupied: true, email_occupied: false },
  };
  expect(await home.json(`show ${email}`)).toMatchObject(said);
  const shown = await home.ok(`show ${email}`);
  expect(shown).toMatch(/^Agent load +60 \(no effect: several channels are off\)$/m);
  expect(shown).toMatch(/\n\nSet at the account only\n(.+\n)*Allowed devices +mobile; cti\n/);
  expect(shown).not.toContain('Outbound messages');
  expect(await home.ok(`list --search ${email} --columns email,external_url,mobile_client --plain`)).toMatch(
    /^Email +External URL +Mobile client\n.* https:\/\/crm\.example\/%E +off\n/,
  );
  const { code, stderr } = await home.roster(`edit ${email} --set mobile_client=on`);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      '--set mobile_client=on: Mobile client can be set at the account only, in the Zoom web portal under ' +
      'Contact Center Management → Users. Leave it out.\n',
  });
  // What it exports it takes again, and says what it does not take.
  const file = home.file('users.csv', (await home.ok('export')).replace('mobile; cti', 'desk phone'));
  expect(await home.ok(`import ${file}`)).toMatch(/Not used: .*allowed_devices/);
  expect(await home.json(`show ${email}`)).toMatchObject(said);
  await home.ok(`edit ${email} --add-ons "Quality-Management" --later`);
  expect(await home.json(`show ${email}`)).toMatchObject({ add_ons_plan: ['quality_management'] });
});

test('statuses and reasons of the account’s own are taken, and reasons can be given to others', async () => {
  const home = await pulled();
  const { portal, state } = home.account;
  const own = [...state.statuses.values()].filter(({ status_type }) => status_type === 'custom');
  const lunch = own.find(({ status_category }) => status_category === 'agent_status')!;
  const doctor = own.find(({ status_category }) => status_category !== 'agent_status')!;
  const [one, two, three] = Object.keys(usersThere(home)).slice(10) as [string, string, string];
  for (const email of [one, two, three]) portal.setAccess(email, 'active');
  portal.setStatus(one, lunch.status_id);
  portal.setStatus(two, '2', doctor.status_id);
  await home.ok('pull');
  const presence = async (email: string) => {
    const { status_name, sub_status_name } = await home.json<Record<string, unknown>>(`show ${email}`);
    return [status_name, sub_status_name];
  };
  expect(await presence(one)).toEqual(['Not Ready', 'Lunch']);
  expect(await presence(two)).toEqual(['Not Ready', 'Seeing a doctor']);
  // Also where nobody is away for that reason.
  state.statuses.set('99', { ...doctor, status_id: '99', status_name: 'Stock-taking' });
  state.statuses.set('98', { ...doctor, status_id: '98', status_name: 'Old reason', enable: false });
  await home.ok('pull');
  expect(await home.ok('complete edit --reason S')).toBe('Seeing a doctor\nStock-taking\n');
  await home.ok(`edit ${three} --presence Not-Ready --reason seeing-a-doctor`);
  expect(await presence(three)).toEqual(['Not Ready', 'Seeing a doctor']);
  const { code, stderr } = await home.roster(`edit ${three} --reason Siesta`);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/"Siesta" is not allowed here: one of Break,/),
  });
});
