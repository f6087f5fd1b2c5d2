import { expect, it } from 'vitest';
import { openAccount } from './asking.ts';
import type { BatchMode } from './operations/operation.ts';
import { unlimited } from './rules/rates.ts';

const users = '/contact_center/users';
const refused = { status: 400, body: { code: 1009, message: 'Not this one.' } };

async function openWithBadUser(batches: BatchMode = 'whole') {
  const { account, ask } = await openAccount({ limits: unlimited, batches });
  const [, one, bad, other] = [...account.state.users.values()];
  account.refusals.refuse(bad!.user_email.toUpperCase(), 1009, 'Not this one.');
  return { account, ask, rows: [one!, bad!, other!], bad: bad! };
}

it('refuses whatever is written to one user, and reads them', async () => {
  const { account, ask, bad } = await openWithBadUser();
  const [queue] = account.state.queues.keys();
  const [skill_id] = account.state.skills.keys();
  const one = `${users}/${bad.user_id}`;
  for (const answer of [
    ask.patch(one, { user_access: 'inactive' }),
    ask.patch(`${one}/status`, { status_id: '1' }),
    ask.post(`${one}/skills`, { skills: [{ skill_id }] }),
    ask.patch(`${one}/opt_in_out_queues`, { opt_in_out_status: 1 }),
    ask.post(`/contact_center/queues/${queue}/agents`, { user_ids: [bad.user_id] }),
    ask.remove(`/contact_center/queues/${queue}/agents/${bad.user_id}`),
    ask.remove(`${users}?user_ids=${bad.user_id}`),
    ask.remove(one),
  ])
    expect(await answer).toMatchObject(refused);
  expect((await ask.get(one)).status).toBe(200);
  account.refusals.allow(bad.user_email);
  expect((await ask.remove(one)).status).toBe(204);
});

const role_id = ({ state }: Awaited<ReturnType<typeof openWithBadUser>>['account']) =>
  [...state.roles.keys()][3]!;

it.each([
  ['whole', 400, []],
  ['until-bad', 400, [0]],
  ['good-rows', 204, [0, 2]],
] as const)('has a bad row in a batch that is done %s', async (mode, status, done) => {
  const { account, ask, rows } = await openWithBadUser(mode);
  for (const user of rows) Object.assign(user, { country_iso_code: 'ES' });
  const change = rows.map(({ user_email }) => ({ user_email, country_iso_code: 'PT' }));
  expect((await ask.patch(users, { users: change })).status).toBe(status);
  const changed = rows.flatMap(({ country_iso_code }, at) => (country_iso_code === 'PT' ? [at] : []));
  expect(changed).toEqual(done);
  const user_ids = rows.map(({ user_id }) => user_id);
  await ask.post(`/contact_center/roles/${role_id(account)}/users`, { user_ids });
  const inRole = rows.flatMap((user, at) => (user.role_id === role_id(account) ? [at] : []));
  expect(inRole).toEqual(done);
});

it('counts how often somebody was added', async () => {
  const { account, ask } = await openAccount({ limits: unlimited });
  const { state, portal, counts, refusals } = account;
  const [one, bad] = [...state.people.values()].filter(
    ({ id, status }) => status === 'active' && !state.users.has(id),
  );
  const add = (email: string) =>
    ask.post(`${users}/batch`, { users: [{ user_email: email, role_id: role_id(account) }] });
  refusals.refuse(bad!.email, 1009, 'Not this one.');
  expect(await add(bad!.email)).toMatchObject(refused);
  expect((await add(one!.email)).status).toBe(201);
  expect((await add(one!.email)).body).toMatchObject({ code: 1007 });
  expect(counts.additions).toEqual({ [one!.email]: 1 });
  portal.removeUser(one!.email);
  expect((await add(one!.email)).status).toBe(201);
  portal.addUser(bad!.email);
  expect(counts.additions).toEqual({ [one!.email]: 2 });
});

it('has as many licenses as the portal says', async () => {
  const { account, ask } = await openAccount({ limits: unlimited });
  const [, user] = account.state.users.values();
  Object.assign(user!, { package_name: 'essentials' });
  account.portal.setLicenses('elite', 0);
  const change = () => ask.patch(`${users}/${user!.user_id}`, { package_name: 'elite' });
  expect((await change()).body).toMatchObject({ code: 290010 });
  account.portal.setLicenses('elite', 1_000);
  expect((await change()).status).toBe(204);
});
