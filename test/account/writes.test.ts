import { expect, it } from 'vitest';
import type { Account, AccountOptions } from './account.ts';
import { openAccount, rowsOf } from './asking.ts';

const users = '/contact_center/users';
const unlimited = { perSecond: 1000 };
const open = (options?: AccountOptions) =>
  openAccount({ users: 40, people: 100, limits: { light: unlimited, medium: unlimited }, ...options });

/** People of the account who have no license. */
function unlicensed({ state }: Account, status = 'active') {
  return [...state.people.values()].filter(person => person.status === status && !state.users.has(person.id));
}

function idOf<T extends string>(map: Map<string, Record<T, unknown>>, field: T, name: string): string {
  return [...map].find(([, value]) => value[field] === name)![0];
}

it('adds, changes and removes one user', async () => {
  const { account, ask } = await open();
  const [person] = unlicensed(account);
  const role_id = idOf(account.state.roles, 'role_name', 'Supervisor');
  const added = await ask.post(users, {
    user_email: person!.email.toUpperCase(),
    role_id,
    package_name: 'elite',
  });
  expect(added).toMatchObject({
    status: 201,
    body: { user_id: person!.id, role_name: 'Supervisor', package_name: 'elite', region_name: 'Main Region' },
  });
  expect(await ask.post(users, { user_id: person!.id, role_id })).toMatchObject({
    status: 400,
    body: { code: 1007 },
  });
  const one = `${users}/${person!.id}`;
  const channel_settings = { concurrent_message_capacity: 7 };
  expect(await ask.patch(one, { client_integration: 'Zendesk', channel_settings })).toMatchObject({
    status: 204,
  });
  expect((await ask.get(one)).body).toMatchObject({
    client_integration: 'Zendesk',
    channel_settings: { concurrent_message_capacity: 7, concurrent_email_capacity: 2 },
  });
  expect((await ask.remove(one)).status).toBe(204);
  expect(await ask.get(one)).toMatchObject({ status: 404, body: { code: 300 } });
  expect(await ask.patch(one, { role_id })).toMatchObject({ status: 404, body: { code: 1001 } });
  expect(await ask.remove(one)).toMatchObject({ status: 404, body: { code: 1001 } });
});

it('refuses additions of whom it does not know, without a role, with what it does not have', async () => {
  const { account, ask } = await open();
  const [person] = unlicensed(account);
  const [pending] = unlicensed(account, 'pending');
  const role_id = idOf(account.state.roles, 'role_name', 'Agent');
  const user = { user_id: person!.id, role_id };
  for (const [body, code] of [
    [{ user_email: 'nobody@acme.example', role_id }, 1004],
    [{ user_email: pending!.email, role_id }, 1004],
    [{ role_id }, 1009],
    [{ user_id: person!.id }, 300],
    [{ ...user, role_id: 'x' }, 2201],
    [{ ...user, region_id: 'x' }, 1017],
    [{ ...user, country_iso_code: 'Spain' }, 2202],
    [{ ...user, client_integration: 'Microsoft_Dynamics_365' }, 1006],
    [{ ...user, client_integration: 'Salesforce', client_integration_name: 'x' }, 1020],
    [{ ...user, add_ons_plan: ['x'] }, 1702],
    [{ ...user, template_id: 'x' }, 8003],
    [{ user_id: person!.id, template_id: idOf(account.state.templates, 'template_name', 'Pause') }, 8004],
    [
      { user_id: person!.id, template_id: idOf(account.state.templates, 'template_name', 'Saisonnier été') },
      8005,
    ],
  ] as const)
    expect((await ask.post(users, body)).body, JSON.stringify(body)).toMatchObject({ code });
  expect(account.state.users.size).toBe(40);
});

it('takes from a template what a request does not say', async () => {
  const { account, ask } = await open();
  const [person] = unlicensed(account);
  const template_id = idOf(account.state.templates, 'template_name', 'New agent');
  const { body } = await ask.post(users, { user_id: person!.id, template_id, package_name: 'elite' });
  expect(body).toMatchObject({
    role_name: 'Agent',
    package_name: 'elite',
    channel_settings: { concurrent_message_capacity: 4 },
  });
  const queues = await ask.get(`${users}/${person!.id}/queues`);
  expect(rowsOf(queues.body, 'queues')).toHaveLength(2);
  const skills = await ask.get(`${users}/${person!.id}/skills`);
  expect(rowsOf(skills.body, 'skills')).toMatchObject([
    { user_proficiency_level: 1, skill_type: 'proficiency' },
  ]);
});

it('does a batch whole, up to its bad row, or but for it', async () => {
  const { account, ask } = await open();
  const role_id = idOf(account.state.roles, 'role_name', 'Agent');
  const rows = (at: number) => {
    const [one, other] = unlicensed(account).slice(at);
    return { users: [one!.id, 'nobody', other!.id].map(user_id => ({ user_id, role_id })) };
  };
  const add = () => ask.post(`${users}/batch`, rows(0));
  expect(await add()).toMatchObject({ status: 400, body: { code: 1004 } });
  expect(account.state.users.size).toBe(40);
  account.batches = 'until-bad';
  expect((await add()).status).toBe(400);
  expect(account.state.users.size).toBe(41);
  account.batches = 'good-rows';
  expect((await add()).status).toBe(201);
  expect(account.state.users.size).toBe(43);
});

it('changes and removes in batches, with the spelling that each wants', async () => {
  const { account, ask } = await open();
  const [, one, other] = [...account.state.users.values()];
  const ids = [one!.user_id, other!.user_id];
  const rows = ids.map(user_id => ({ user_id, package_name: 'Elite' }));
  expect((await ask.patch(users, { users: rows })).status).toBe(204);
  expect([one!.package_name, other!.package_name]).toEqual(['elite', 'elite']);
  expect((await ask.patch(users, { users: [{ user_id: ids[0], package_name: 'elite' }] })).status).toBe(400);
  expect((await ask.patch(users, { users: [{ user_id: ids[0], region_id: 'x' }] })).status).toBe(400);
  const statuses = [
    { user_id: ids[0], status_id: '2', sub_status_id: '21' },
    { user_id: 'gone', status_id: '1' },
  ];
  expect((await ask.patch(`${users}/status`, { users: statuses })).status).toBe(204);
  const gone = await ask.patch(`${users}/status`, { users: statuses.slice(1) });
  expect(gone).toMatchObject({ status: 404, body: { code: 1012 } });
  expect(one).toMatchObject({ status_id: '2', sub_status_id: '21' });
  expect(await ask.remove(`${users}?user_ids=${ids},nobody`)).toMatchObject({
    status: 404,
    body: { code: 1012 },
  });
  expect((await ask.remove(`${users}?user_ids=${ids[0]}&user_emails=${other!.user_email}`)).status).toBe(204);
  expect(account.state.users.size).toBe(38);
  expect(account.counts.invalidRequests).toHaveLength(2);
});

it('has only so many licenses, within a batch too', async () => {
  const { account, ask } = await open();
  const used = [...account.state.users.values()].filter(user => user.package_name === 'premium').length;
  account.state.pools.set('premium', used + 1);
  const role_id = idOf(account.state.roles, 'role_name', 'Agent');
  const rows = unlicensed(account)
    .slice(0, 2)
    .map(({ id }) => ({ user_id: id, role_id, package_name: 'premium' }));
  expect(await ask.post(`${users}/batch`, { users: rows })).toMatchObject({
    status: 400,
    body: { code: 290010 },
  });
  expect((await ask.post(`${users}/batch`, { users: rows.slice(0, 1) })).status).toBe(201);
  expect((await ask.post(`${users}/batch`, { users: rows.slice(1) })).body).toMatchObject({ code: 290010 });
});

it('puts users into queues and takes them out one by one', async () => {
  const { account, ask } = await open();
  const [queue] = [...account.state.queues.values()];
  const ids = [...account.state.users.keys()].filter(id => !queue!.agents.has(id)).slice(0, 3);
  const agents = `/contact_center/queues/${queue!.cc_queue_id}/agents`;
  expect((await ask.post(agents, { user_ids: ids })).status).toBe(201);
  const listed = await ask.all(`${agents}?page_size=100`, 'agents');
  expect(listed.map(({ user_id }) => user_id)).toEqual(expect.arrayContaining(ids));
  expect((await ask.remove(`${agents}/${ids[0]}`)).status).toBe(204);
  expect(await ask.remove(`${agents}/${ids[0]}`)).toMatchObject({ status: 404, body: { code: 1201 } });
  expect(await ask.get('/contact_center/queues/gone/agents')).toMatchObject({
    status: 404,
    body: { code: 1201 },
  });
  const supervisors = agents.replace('agents', 'supervisors');
  expect((await ask.post(supervisors, { user_ids: ids.slice(1, 2) })).status).toBe(201);
  const of = await ask.get(`${users}/${ids[1]}/queues?user_assignment_type=both`);
  expect(rowsOf(of.body, 'queues')).toMatchObject([
    { cc_queue_id: queue!.cc_queue_id, user_assignment_type: 'both' },
  ]);
});

it('changes the level of a skill only by taking it away first', async () => {
  const { account, ask } = await open();
  const user = [...account.state.users.values()][3]!;
  user.skills.clear();
  const skill_id = idOf(account.state.skills, 'skill_name', 'Spanish');
  const path = `${users}/${user.user_id}/skills`;
  const give = (max_proficiency_level: number) =>
    ask.post(path, { skills: [{ skill_id, max_proficiency_level }] });
  expect((await give(2)).status).toBe(201);
  expect(await give(4)).toMatchObject({ status: 400, body: { code: 1405 } });
  expect((await ask.remove(`${path}/${skill_id}`)).status).toBe(204);
  expect(await ask.remove(`${path}/${skill_id}`)).toMatchObject({ status: 404, body: { code: 1404 } });
  expect((await give(6)).status).toBe(400);
  expect((await give(4)).status).toBe(201);
  expect(rowsOf((await ask.get(path)).body, 'skills')).toMatchObject([
    { skill_id, user_proficiency_level: 4 },
  ]);
});

it('moves users to regions and roles', async () => {
  const { account, ask } = await open();
  const ids = [...account.state.users.keys()].slice(1, 4);
  const region = idOf(account.state.regions, 'region_name', 'APAC');
  expect((await ask.post(`/contact_center/regions/${region}/users`, { user_ids: ids })).status).toBe(201);
  const role = idOf(account.state.roles, 'role_name', 'Team Lead');
  expect((await ask.post(`/contact_center/roles/${role}/users`, { user_ids: ids })).status).toBe(201);
  const inRegion = await ask.all(`/contact_center/regions/${region}/users?role_id=${role}`, 'users');
  expect(inRegion.map(({ user_id }) => user_id)).toEqual(expect.arrayContaining(ids));
});
