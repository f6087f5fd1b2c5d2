import { expect, test } from 'vitest';
import { connectedHome } from './connected-home.ts';

test('a roster that is disconnected while it sends has sent first, and keeps its users', async () => {
  const home = await connectedHome();
  await home.ok('account connect --later');
  await home.ok('pull');
  const { length } = await home.json<unknown[]>('list');
  const users = [...home.account.state.users.values()].map(({ user_email }) => user_email);
  await home.ok('account set --rate-share 5%');
  await home.ok(`edit ${users.slice(0, 70).join(' ')} --country JP --yes --later`);
  const calls = () => home.account.counts.requests['PATCH /contact_center/users'] ?? 0;
  const before = calls();
  const push = home.roster('push');
  await expect.poll(calls).toBeGreaterThan(before);
  await home.ok('account disconnect');
  expect((await push).code).toBe(0);
  expect(await home.json<unknown[]>('list')).toHaveLength(length);
});
