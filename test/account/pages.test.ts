import { expect, it } from 'vitest';
import { openAccount, rowsOf } from './asking.ts';

interface Page {
  next_page_token: string;
  total_records: number;
}

const unlimited = { perSecond: 1000 };
const free = { limits: { light: unlimited, medium: unlimited, general: unlimited } };

it('gives all users page by page, each once, and an empty token at the end', async () => {
  const { account, ask } = await openAccount({ users: 650, ...free });
  const first = await ask.get('/contact_center/users?page_size=300');
  expect(first.body).toMatchObject({
    total_records: 650,
    page_size: 300,
    next_page_token: expect.stringMatching(/./),
  });
  const all = await ask.all('/contact_center/users?page_size=300', 'users');
  expect(all.map(({ user_id }) => user_id)).toEqual([...account.state.users.keys()]);
  const people = await ask.all('/users?page_size=300&status=pending', 'users');
  expect(people.length).toBeGreaterThan(0);
  expect(people.every(person => !('id' in person))).toBe(true);
});

it('finds by e-mail or name, access and region', async () => {
  const { account, ask } = await openAccount({ users: 200, ...free });
  const [user] = [...account.state.users.values()].filter(({ user_access }) => user_access === 'inactive');
  const found = await ask.get(
    `/contact_center/users?search_key=${encodeURIComponent(user!.user_email.toUpperCase())}`,
  );
  expect(rowsOf(found.body, 'users').map(({ user_email }) => user_email)).toContain(user!.user_email);
  const inactive = await ask.all(
    `/contact_center/users?user_access=inactive&region_id=${user!.region_id}`,
    'users',
  );
  expect(inactive.map(({ user_id }) => user_id)).toContain(user!.user_id);
  expect(inactive.every(({ user_access }) => user_access === 'inactive')).toBe(true);
});

it('binds a page token to the list and its parameters, for a quarter of an hour', async () => {
  const { account, ask } = await openAccount({ users: 100, ...free });
  const { body } = await ask.get('/contact_center/users?page_size=30&user_access=active');
  const { next_page_token } = body as Page;
  const second = `/contact_center/users?page_size=30&next_page_token=${next_page_token}`;
  const expired = { status: 400, body: { code: 300 } };
  expect((await ask.get(`${second}&user_access=active`)).status).toBe(200);
  expect(await ask.get(second)).toMatchObject(expired);
  expect(await ask.get(`${second}&user_access=active`.replace('30', '31'))).toMatchObject(expired);
  expect(
    await ask.get(`/contact_center/queues?page_size=30&next_page_token=${next_page_token}`),
  ).toMatchObject(expired);
  account.clock.advance(15 * 60_000);
  expect(await ask.get(`${second}&user_access=active`)).toMatchObject(expired);
  expect(account.counts.invalidRequests).toEqual([]);
});

it('holds the largest page of each list', async () => {
  const { account, ask } = await openAccount({ users: 20, ...free });
  const [queue, region, skill] = [account.state.queues, account.state.regions, account.state.skills].map(
    map => [...map.keys()][0],
  );
  for (const [list, max] of [
    ['/contact_center/users', 300],
    ['/users', 300],
    [`/contact_center/queues/${queue}/agents`, 100],
    [`/contact_center/queues/${queue}/supervisors`, 100],
    [`/contact_center/regions/${region}/users`, 100],
    [`/contact_center/skills/${skill}/users`, 300],
  ] as const) {
    expect((await ask.get(`${list}?page_size=${max}`)).status).toBe(200);
    expect(await ask.get(`${list}?page_size=${max + 1}`)).toMatchObject({ status: 400, body: { code: 300 } });
  }
  expect(account.counts.invalidRequests).toHaveLength(6);
  expect((await ask.get(`/contact_center/regions/${region}/users`)).body).toMatchObject({ page_size: 10 });
});

it('does not say how many users of a skill and categories there are', async () => {
  const { account, ask } = await openAccount({ users: 100, ...free });
  const [skill] = account.state.skills.keys();
  for (const path of [`/contact_center/skills/${skill}/users`, '/contact_center/skills/categories'])
    expect((await ask.get(path)).body).not.toHaveProperty('total_records');
});

it('can end a list early, begin it anew, and give a row twice', async () => {
  const { account, ask } = await openAccount({ users: 250, ...free });
  const path = '/contact_center/users?page_size=100';
  const ids = async () => (await ask.all(path, 'users')).map(({ user_id }) => user_id);
  account.faults.next('short', 'GET /contact_center/users');
  expect(await ids()).toHaveLength(100);
  account.faults.next('loop');
  const looped = await ids();
  expect(looped).toHaveLength(350);
  expect(looped.slice(100, 200)).toEqual(looped.slice(0, 100));
  account.faults.next('duplicate');
  const twice = await ids();
  expect(twice).toHaveLength(251);
  expect(twice[100]).toBe(twice[99]);
  expect(new Set(await ids()).size).toBe(250);
  account.faults.on('GET /contact_center/users', 'loop');
  const { body } = await ask.get(path);
  const next = await ask.get(`${path}&next_page_token=${(body as Page).next_page_token}`);
  expect(rowsOf(next.body, 'users')).toEqual(rowsOf(body, 'users'));
  expect((next.body as Page).next_page_token).not.toBe('');
});
