import { once } from 'node:events';
import { expect, it } from 'vitest';
import { startAccount } from './account.ts';
import { accountProcess } from './account-process.ts';
import { asking, openAccount, requestToken } from './asking.ts';
import { operations } from './operations/table.ts';

const unlimited = { perSecond: 1000 };
const free = { limits: { light: unlimited, medium: unlimited, general: unlimited } };

it('reads everything, and never says what its own schemas forbid', async () => {
  const { account, ask } = await openAccount({ users: 120, ...free });
  const { users, queues, regions, roles, categories, skills, templates, teams } = account.state;
  const ids: Record<string, Map<string, unknown>> = {
    userId: users,
    queueId: queues,
    regionId: regions,
    roleId: roles,
    skillId: skills,
    skillCategoryId: categories,
    templateId: templates,
    teamId: teams,
  };
  for (const { name } of operations.filter(operation => operation.name.startsWith('GET '))) {
    const path = name.slice(4);
    const map = ids[/\{(\w+)\}/.exec(path)?.[1] ?? ''] ?? new Map([['', null]]);
    for (const id of [...map.keys()].slice(0, 30))
      expect((await ask.get(path.replace(/\{\w+\}/, id))).status, path).toBe(200);
    expect(account.counts.requests[name]).toBeGreaterThan(0);
  }
  expect(account.counts.invalidRequests).toEqual([]);
});

it('says of a missing user that the ID is not valid, whatever is read of them', async () => {
  const { ask } = await openAccount();
  for (const of of ['', '/queues', '/skills'])
    expect(await ask.get(`/contact_center/users/gone${of}`), of).toMatchObject({
      status: 404,
      body: { code: 300 },
    });
});

it('counts what breaks the specification, and says what it was', async () => {
  const { account, ask } = await openAccount(free);
  const [user] = account.state.users.keys();
  const wrong: [Promise<{ status: number }>, string][] = [
    [ask.get('/contact_center/users?page_size=301'), 'query /page_size must be <= 300'],
    [ask.get('/contact_center/users?role=x'), 'query must NOT have additional properties: role'],
    [ask.get('/contact_center/users?page_size=3&page_size=4'), 'query page_size twice'],
    [ask.patch(`/contact_center/users/${user}`, { user_access: 'on' }), 'body /user_access must be equal'],
    [
      ask.patch(`/contact_center/users/${user}`, { display_name: 'Ana' }),
      'additional properties: display_name',
    ],
    [
      ask.post('/contact_center/users/batch', { users: Array(21).fill({}) }),
      'must NOT have more than 20 items',
    ],
    [ask.post(`/contact_center/users/${user}/skills`, { skills: [] }), 'must NOT have fewer than 1 items'],
    [ask.remove('/contact_center/users'), 'query must NOT have fewer than 1'],
    [ask.get('/contact_center/nothing'), 'no such operation'],
  ];
  for (const [answer, sentence] of wrong) {
    expect([400, 404]).toContain((await answer).status);
    expect(account.counts.invalidRequests.join('\n')).toContain(sentence);
  }
  expect(account.counts.invalidRequests.length).toBeGreaterThanOrEqual(wrong.length);
});

it('throws at its end if it said what its schemas forbid', async () => {
  const account = await startAccount();
  const ask = await asking(account);
  const [user] = [...account.state.users.values()];
  Object.assign(user!, { user_access: 'perhaps' });
  expect((await ask.get('/contact_center/users')).status).toBe(500);
  await expect(account.close()).rejects.toThrow('/users/0/user_access');
});

it('is the same account for the same seed', async () => {
  const [one, again, other] = [await openAccount(), await openAccount(), await openAccount({ seed: 2 })];
  expect(one.account.state).toEqual(again.account.state);
  expect(one.account.credentials).not.toEqual(other.account.credentials);
  const names = [...one.account.state.users.values()].map(user => user.display_name).join();
  expect(names).toMatch(/[À-ž]/);
  expect(names).toMatch(/\p{Script=Han}/u);
});

it('tells whoever forked it what it has seen, and since when', async () => {
  const { url, credentials, running, counts } = await accountProcess('--users', '30');
  const ask = await asking({ url, credentials });
  const name = 'GET /contact_center/users';
  await ask.get('/contact_center/users');
  const { requests, spans, most } = await counts();
  expect({ requests, most }).toMatchObject({ requests: { [name]: 1 }, most: { medium: 1 } });
  expect(spans[name]!.to).toBeGreaterThan(spans[name]!.from);
  expect(await counts()).toMatchObject({ requests: { [name]: 1 }, spans: {} });
  running.disconnect();
  expect(await once(running, 'exit')).toEqual([0, null]);
});

it('runs as a process that says where it is and ends when told', async () => {
  const { url, credentials, running } = await accountProcess('--users', '30', '--plan', 'pro', '--seed', '3');
  expect(Object.keys(credentials)).toEqual(['account_id', 'client_id', 'client_secret']);
  expect(await requestToken({ url, credentials })).toMatchObject({ status: 200, body: { api_url: url } });
  running.kill('SIGTERM');
  expect(await once(running, 'exit')).toEqual([0, null]);
});
