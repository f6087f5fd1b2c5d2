import { expect, it } from 'vitest';
import { randomFor } from '../../source/demo/random.ts';
import { openAccount, rowsOf } from './asking.ts';
import { type Fault, faultKinds } from './faults.ts';

const unlimited = { perSecond: 10_000 };
const free = { limits: { light: unlimited, medium: unlimited } };
const list = '/contact_center/users';

it('cuts the connection before and after it has done what was asked', async () => {
  const { account, ask } = await openAccount(free);
  const [, user] = [...account.state.users.values()];
  const change = () => ask.patch(`${list}/${user!.user_id}`, { country_iso_code: 'PT' });
  user!.country_iso_code = 'ES';
  account.faults.next('cut-before');
  await expect(change()).rejects.toThrow('fetch failed');
  expect(user!.country_iso_code).toBe('ES');
  account.faults.next('cut-after');
  await expect(change()).rejects.toThrow('fetch failed');
  expect(user!.country_iso_code).toBe('PT');
  account.faults.next('cut-body');
  await expect(ask.get(list)).rejects.toThrow();
  expect(account.faults.done.map(({ kind }) => kind)).toEqual(['cut-before', 'cut-after', 'cut-body']);
});

it('leaves a request without an answer, and lets its user be written again', async () => {
  const { account, ask } = await openAccount(free);
  const [, user] = [...account.state.users.values()];
  const path = `${account.url}/v2${list}/${user!.user_id}`;
  account.faults.next('hang');
  const headers = { Authorization: `Bearer ${ask.token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ country_iso_code: 'JP' });
  const stop = new AbortController();
  const hanging = fetch(path, { method: 'PATCH', headers, body, signal: stop.signal });
  await expect.poll(() => user!.country_iso_code).toBe('JP');
  expect((await ask.patch(`${list}/${user!.user_id}`, { country_iso_code: 'KR' })).status).toBe(204);
  stop.abort();
  await expect(hanging).rejects.toThrow('aborted');
});

it.each(['429', '500', '502', '503', '504'] as const)('answers %s, to one operation alone', async status => {
  const { account, ask } = await openAccount(free);
  account.faults.on('GET /contact_center/users', status);
  expect((await ask.get('/contact_center/roles')).status).toBe(200);
  for (const _ of [1, 2]) expect((await ask.get(list)).status).toBe(Number(status));
  account.faults.off('GET /contact_center/users');
  expect((await ask.get(list)).status).toBe(200);
  expect(account.counts.tooMany.fault).toBe(status === '429' ? 2 : 0);
});

it('answers with what nobody can read, and with what nobody knows yet', async () => {
  const { account, ask } = await openAccount(free);
  account.faults.next('html');
  expect((await ask.get(list)).body).toContain('<!DOCTYPE html>');
  account.faults.next('invalid-json');
  await expect(ask.get(list)).rejects.toThrow('JSON');
  account.faults.next('new-fields');
  const { body } = await ask.get(list);
  expect(body).toHaveProperty('ai_companion');
  for (const row of rowsOf(body, 'users')) expect(row).toHaveProperty('ai_companion.modes');
  account.faults.next('new-values');
  expect(rowsOf((await ask.get(list)).body, 'users')[0]).toMatchObject({ client_integration: 'HubSpot' });
});

it('accepts a change and silently leaves out a field', async () => {
  const { account, ask } = await openAccount(free);
  const [, user] = [...account.state.users.values()];
  Object.assign(user!, { country_iso_code: 'ES', user_access: 'active' });
  account.faults.next('ignored-field');
  const change = { country_iso_code: 'PT', user_access: 'inactive' };
  expect((await ask.patch(`${list}/${user!.user_id}`, change)).status).toBe(204);
  expect(user).toMatchObject({ country_iso_code: 'PT', user_access: 'active' });
});

it('does the same to the same requests from the same seed', async () => {
  const kinds: Fault[] = ['429', '500', 'html', 'new-fields'];
  const run = async (seed: number) => {
    const { account, ask } = await openAccount(free);
    account.faults.seeded(seed, 0.3, kinds);
    for (let at = 0; at < 40; at++) await ask.get(list);
    return account.faults.done.map(({ kind }) => kind);
  };
  const [one, again, other] = [await run(3), await run(3), await run(4)];
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect(one.length).toBeGreaterThan(3);
  expect(faultKinds).toEqual(expect.arrayContaining(kinds));
});

it('stays whole itself, whatever happens meanwhile', async () => {
  const { account, ask } = await openAccount({ users: 60, ...free });
  const quick = faultKinds.filter(kind => !/hang|slow/.test(kind));
  account.faults.seeded(9, 0.5, quick);
  const random = randomFor(17, 9);
  for (let at = 0; at < 300; at++) {
    account.portal.random(random, 2);
    const [id, user] = random.pick([...account.state.users]);
    const calls = [
      () => ask.get(`${list}?page_size=${1 + random.below(40)}`),
      () => ask.get(`${list}/${id}/skills`),
      () => ask.patch(`${list}/${id}`, { user_access: random.pick(['active', 'inactive']) }),
      () => ask.patch(list, { users: [{ user_email: user.user_email, package_name: 'Elite' }] }),
      () =>
        ask.post(`${list}/${id}/skills`, {
          skills: [{ skill_id: random.pick([...account.state.skills.keys()]) }],
        }),
      () =>
        ask.post(`/contact_center/queues/${[...account.state.queues.keys()][0]}/agents`, { user_ids: [id] }),
    ];
    // A cut connection and half an answer reject.
    await random
      .pick(calls)()
      .catch(() => {});
  }
  expect(new Set(account.faults.done.map(({ kind }) => kind)).size).toBeGreaterThan(9);
  expect(account.counts.invalidRequests).toEqual([]);
});
