import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../after-file.ts';
import { startAccount } from './account.ts';
import { accountProcess } from './account-process.ts';
import { asking, rowsOf } from './asking.ts';
import { readKept } from './kept.ts';
import { unlimited } from './rules/rates.ts';

const center = '/contact_center';
const list = `${center}/users?page_size=300`;

it('has all that it answered for when it is killed and started again', async () => {
  const file = join(temporaryFolder(), 'account');
  const first = await accountProcess('--users', '30', '--kept', file);
  const ask = await asking(first);
  const before = rowsOf((await ask.get(list)).body, 'users');
  const [owner, leaving] = before.map(({ user_id }) => user_id);
  const [person] = (await ask.all('/users?page_size=300', 'users')).slice(before.length);
  const [role] = rowsOf((await ask.get(`${center}/roles`)).body, 'roles').slice(2);
  const addition = { users: [{ user_email: person!.email, role_id: role!.role_id }] };
  expect((await ask.post(`${center}/users/batch`, addition)).status).toBe(201);
  expect((await ask.remove(`${center}/users/${leaving}`)).status).toBe(204);
  const queue = await ask.post(`${center}/queues`, { queue_name: 'Nuit', channel: 'voice' });
  const { cc_queue_id } = queue.body as { cc_queue_id: string };
  expect((await ask.post(`${center}/queues/${cc_queue_id}/agents`, { user_ids: [owner] })).status).toBe(201);
  const users = await ask.all(list, 'users');
  await first.kill();

  const { port } = new URL(first.url);
  const again = await accountProcess('--kept', file, '--port', port);
  expect(again).toMatchObject({ url: first.url, credentials: first.credentials });
  // Its token is another one.
  expect((await ask.get(list)).status).toBe(401);
  const askAgain = await asking(again);
  expect(await askAgain.all(list, 'users')).toEqual(users);
  const agents = (await askAgain.get(`${center}/queues/${cc_queue_id}/agents`)).body;
  expect(rowsOf(agents, 'agents')).toMatchObject([{ user_id: owner }]);
  expect((await askAgain.post(`${center}/users/batch`, addition)).body).toMatchObject({ code: 1007 });
  expect((await again.counts()).additions).toEqual({ [String(person!.email)]: 1 });
  const other = await askAgain.post(`${center}/queues`, { queue_name: 'Nuit', channel: 'voice' });
  expect((other.body as { cc_queue_id: string }).cc_queue_id).not.toBe(cc_queue_id);
});

it('keeps what was done and not answered, and what the portal does when it is told to', async () => {
  const folder = temporaryFolder();
  const options = { keptIn: join(folder, 'account'), limits: unlimited };
  const account = await startAccount(options);
  const ask = await asking(account);
  const [, user] = account.state.users.values();
  account.faults.next('cut-after');
  const change = ask.patch(`${center}/users/${user!.user_id}`, { country_iso_code: 'PT' });
  await expect(change).rejects.toThrow('fetch failed');
  const kept = () => readKept(options.keptIn)!.state;
  expect(kept().users.get(user!.user_id)).toMatchObject({ country_iso_code: 'PT' });
  account.portal.rename(user!.user_id, 'Ana');
  account.keep();
  expect(kept()).toEqual(account.state);
  account.portal.catalog.addQueue('Late');
  await account.close();
  const again = await startAccount(options);
  expect(again.state).toEqual(account.state);
  await again.close();
  expect(readdirSync(folder)).toEqual(['account']);
});
