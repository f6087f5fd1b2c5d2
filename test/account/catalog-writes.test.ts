import { expect, it } from 'vitest';
import { openAccount } from './asking.ts';
import { unlimited } from './rules/rates.ts';

const center = '/contact_center';
const open = () => openAccount({ users: 40, limits: unlimited });
type Made = Record<string, string>;

it('adds, changes and removes queues', async () => {
  const { account, ask } = await open();
  const { queues } = account.state;
  const queue_name = 'Nuit – 夜';
  const made = await ask.post(`${center}/queues`, { queue_name, channel: 'messaging' });
  expect(made).toMatchObject({
    status: 201,
    body: { queue_name, queue_description: '', channel_types: ['chat', 'sms', 'in_app_chat'] },
  });
  const { queue_id, cc_queue_id } = made.body as Made;
  const one = `${center}/queues/${cc_queue_id}`;
  const [user] = account.state.users.keys();
  expect((await ask.post(`${one}/agents`, { user_ids: [user] })).status).toBe(201);
  // By the older ID.
  const change = { queue_name: 'Night', queue_description: 'After ten', channel_types: ['sms'] };
  expect((await ask.patch(`${center}/queues/${queue_id}`, change)).status).toBe(204);
  expect(await ask.all(`${center}/queues?channel_type=sms`, 'queues')).toContainEqual(
    expect.objectContaining({ cc_queue_id, queue_name: 'Night', channel: 'messaging', agents_count: 1 }),
  );
  expect((await ask.remove(one)).status).toBe(204);
  expect(queues.has(cc_queue_id!)).toBe(false);
  for (const answer of [ask.remove(one), ask.patch(one, { queue_name })])
    expect(await answer).toMatchObject({ status: 404, body: { code: 1201 } });
  for (const body of [
    {},
    { channel: 'video', channel_types: ['voice'] },
    { channel_types: ['sms', 'voice'] },
  ])
    expect(await ask.post(`${center}/queues`, { queue_name, ...body })).toMatchObject({
      status: 400,
      body: { code: 1205 },
    });
  expect(account.counts.invalidRequests).toEqual([]);
  const longest = 'q'.repeat(150);
  expect((await ask.post(`${center}/queues`, { queue_name: longest, channel: 'email' })).status).toBe(201);
  expect((await ask.post(`${center}/queues`, { queue_name: `${longest}q`, channel: 'email' })).status).toBe(
    400,
  );
  expect((await ask.post(`${center}/queues`, { channel: 'email' })).status).toBe(400);
  expect(account.counts.invalidRequests).toHaveLength(2);
});

it('adds, changes and removes roles, whose users get another', async () => {
  const { account, ask } = await open();
  const { users, roles: all } = account.state;
  const roles = `${center}/roles`;
  const privileges = ['UserManagement:Read', 'OutboundSMS', 'RptWallboard:Edit'];
  const made = await ask.post(roles, { role_name: 'Coach', privileges });
  const groups = {
    analytics_settings: ['RptWallboard:Edit'],
    administration_settings: ['UserManagement:Read'],
    general_settings: ['OutboundSMS'],
  };
  expect(made).toMatchObject({ status: 201, body: { role_name: 'Coach', privileges: groups } });
  const { role_id } = made.body as Made;
  expect((await ask.post(roles, { role_name: 'Coach' })).body).toMatchObject({ code: 2203 });
  expect((await ask.post(roles, { role_name: 'x', privileges: ['Fly'] })).body).toMatchObject({ code: 2207 });
  const one = `${roles}/${role_id}`;
  expect((await ask.patch(one, { role_name: 'Coach', role_description: 'Helps' })).status).toBe(204);
  expect((await ask.patch(one, { role_name: 'Agent' })).body).toMatchObject({ code: 2203 });
  expect((await ask.patch(one, { privileges: ['OutboundEmail'] })).status).toBe(204);
  const [, user] = users.values();
  await ask.post(`${one}/users`, { user_ids: [user!.user_id] });
  expect((await ask.get(one)).body).toMatchObject({
    role_description: 'Helps',
    total_users: 1,
    privileges: { general_settings: ['OutboundEmail'], analytics_settings: [] },
  });
  const [admin, supervisor] = all.keys();
  expect((await ask.patch(`${roles}/${admin}`, { role_name: 'Boss' })).body).toMatchObject({ code: 2204 });
  const remove = (id: string, query = '') => ask.remove(`${roles}/${id}${query}`);
  expect(await remove(role_id!)).toMatchObject({ status: 400, body: { code: 2102 } });
  for (const to of ['gone', role_id]) {
    const status = to === 'gone' ? 404 : 400;
    expect((await remove(role_id!, `?transfer_role_id=${to}`)).status).toBe(status);
  }
  expect((await remove(admin!, `?transfer_role_id=${supervisor}`)).status).toBe(400);
  expect((await remove(role_id!, `?transfer_role_id=${supervisor}`)).status).toBe(204);
  expect(user!.role_id).toBe(supervisor);
  expect(await ask.get(one)).toMatchObject({ status: 404, body: { code: 2201 } });
  expect((await remove(role_id!, `?transfer_role_id=${supervisor}`)).status).toBe(404);
});

it('adds, changes and removes regions, but for the main one', async () => {
  const { account, ask } = await open();
  const regions = `${center}/regions`;
  const [main, emea] = [...account.state.regions.values()];
  const made = await ask.post(regions, { region_name: 'Iberia' });
  expect(made).toMatchObject({
    status: 201,
    body: { region_name: 'Iberia', sip_zone_id: main!.sip_zone_id },
  });
  const { region_id } = made.body as Made;
  const one = `${regions}/${region_id}`;
  const change = { region_name: 'Ibérica', sip_zone_id: emea!.sip_zone_id };
  expect((await ask.patch(one, change)).status).toBe(204);
  expect((await ask.get(one)).body).toEqual({
    ...change,
    region_id,
    sip_zone_name: emea!.sip_zone_name,
    is_main_region: false,
  });
  expect((await ask.patch(one, { sip_zone_id: 'x' })).status).toBe(400);
  const [, user] = account.state.users.values();
  await ask.post(`${one}/users`, { user_ids: [user!.user_id] });
  const remove = (id: string, to: string) => ask.remove(`${regions}/${id}?move_users_to_region_id=${to}`);
  expect((await remove(main!.region_id, region_id!)).status).toBe(400);
  expect((await remove(region_id!, region_id!)).status).toBe(400);
  expect(await remove(region_id!, 'gone')).toMatchObject({ status: 404, body: { code: 1017 } });
  expect((await remove(region_id!, emea!.region_id)).status).toBe(204);
  expect(user!.region_id).toBe(emea!.region_id);
  expect((await ask.patch(one, change)).status).toBe(404);
  expect(account.counts.invalidRequests).toEqual([]);
  expect((await ask.remove(`${regions}/${emea!.region_id}`)).status).toBe(400);
  expect(account.counts.invalidRequests).toHaveLength(1);
});

it('adds, changes and removes categories of skills', async () => {
  const { account, ask } = await open();
  const categories = `${center}/skills/categories`;
  const add = (body: object) => ask.post(categories, { skill_category_name: 'Tones', ...body });
  const made = await add({ skill_type: 'proficiency', max_proficiency_level: 4 });
  expect(made).toMatchObject({ status: 201, body: { skill_type: 'proficiency', max_proficiency_level: 4 } });
  const { skill_category_id } = made.body as Made;
  const one = `${categories}/${skill_category_id}`;
  expect((await ask.patch(one, { skill_category_description: 'Of voice' })).status).toBe(204);
  expect((await ask.get(one)).body).toMatchObject({ skill_category_description: 'Of voice' });
  for (const body of [{ skill_type: 'proficiency' }, { skill_type: 'text', max_proficiency_level: 2 }])
    expect((await add(body)).body).toMatchObject({ code: 1502 });
  const text = (await add({ skill_type: 'text' })).body as Made;
  expect(text).not.toHaveProperty('max_proficiency_level');
  const plain = `${categories}/${text.skill_category_id}`;
  expect((await ask.patch(plain, { max_proficiency_level: 2 })).body).toMatchObject({ code: 1502 });
  const { body } = await ask.post(`${center}/skills`, { skill_name: 'Low', skill_category_id });
  const [user] = account.state.users.values();
  account.portal.setSkill(user!.user_email, (body as Made).skill_id!, 3);
  expect((await ask.patch(one, { max_proficiency_level: 2 })).status).toBe(400);
  expect((await ask.patch(one, { max_proficiency_level: 3 })).status).toBe(204);
  expect((await ask.remove(one)).status).toBe(400);
  expect((await ask.remove(plain)).status).toBe(204);
  for (const answer of [ask.remove(plain), ask.get(plain), ask.patch(plain, {})])
    expect(await answer).toMatchObject({ status: 404, body: { code: 1501 } });
});

it('adds, renames and removes skills, which users lose', async () => {
  const { account, ask } = await open();
  const skills = `${center}/skills`;
  const [skill_category_id] = account.state.categories.keys();
  const made = await ask.post(skills, { skill_name: 'Català', skill_category_id });
  expect(made).toMatchObject({
    status: 201,
    body: {
      skill_name: 'Català',
      skill_category_name: 'Languages',
      max_proficiency_level: 5,
      total_users: 0,
    },
  });
  const { skill_id } = made.body as Made;
  const one = `${skills}/${skill_id}`;
  const taken = { skill_name: 'PCI', skill_category_id };
  expect((await ask.post(skills, taken)).body).toMatchObject({ code: 1502 });
  expect((await ask.patch(one, { skill_name: 'PCI' })).body).toMatchObject({ code: 1502 });
  expect(await ask.post(skills, { skill_name: 'x', skill_category_id: 'gone' })).toMatchObject({
    status: 404,
    body: { code: 1501 },
  });
  expect((await ask.patch(one, { skill_name: 'Catalan' })).status).toBe(204);
  const [user] = account.state.users.values();
  const give = { skills: [{ skill_id, max_proficiency_level: 2 }] };
  expect((await ask.post(`${center}/users/${user!.user_id}/skills`, give)).status).toBe(201);
  expect((await ask.get(one)).body).toMatchObject({ skill_name: 'Catalan', total_users: 1 });
  expect((await ask.remove(one)).status).toBe(204);
  expect(user!.skills.has(skill_id!)).toBe(false);
  for (const answer of [ask.remove(one), ask.get(one), ask.patch(one, { skill_name: 'x' })])
    expect(await answer).toMatchObject({ status: 404, body: { code: 1401 } });
  expect(account.counts.invalidRequests).toEqual([]);
  // What else a skill has can't be changed.
  const [, other] = account.state.skills.keys();
  expect((await ask.patch(`${skills}/${other}`, { skill_category_id })).status).toBe(400);
});

it('leaves out a change of the catalog that it accepts, and never what an addition needs', async () => {
  const { account, ask } = await open();
  const [queue] = account.state.queues.values();
  const { queue_name, cc_queue_id } = queue!;
  account.faults.next('ignored-field');
  expect((await ask.patch(`${center}/queues/${cc_queue_id}`, { queue_name: 'Other' })).status).toBe(204);
  expect(queue!.queue_name).toBe(queue_name);
  account.faults.next('ignored-field');
  const made = await ask.post(`${center}/queues`, { queue_name, channel: 'voice', queue_description: 'All' });
  expect(made).toMatchObject({ status: 201, body: { queue_name, queue_description: '' } });
});
