import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { randomFor } from '../../source/demo/random.ts';
import type { Account } from './account.ts';
import { type Asking, asking, openAccount } from './asking.ts';

interface Event {
  event: string;
  payload: { object: Record<string, string> };
}

/** Listens to the account and keeps what it hears. */
async function listen(account: Account, { token }: Asking, subscription = 'one') {
  const url = account.url.replace('http', 'ws');
  const socket = new WebSocket(`${url}/ws?subscriptionId=${subscription}&access_token=${token}`);
  const events: Event[] = [];
  const modules: string[] = [];
  socket.on('message', data => {
    const { module, content } = JSON.parse(data.toString());
    modules.push(module);
    if (module === 'message') events.push(JSON.parse(content));
  });
  await once(socket, 'message');
  return {
    socket,
    events,
    modules,
    names: () => events.map(({ event }) => event.replace('contact_center.', '')),
  };
}

it('tells of what the portal and the app change', async () => {
  const { account, ask } = await openAccount();
  const { events, names } = await listen(account, ask);
  const [, user, other] = [...account.state.users.values()];
  account.portal.rename(user!.user_email, 'Zoë');
  account.portal.setStatus(user!.user_id, '2', '20');
  account.portal.addUser('new.one@acme.example');
  account.portal.removeUser('new.one@acme.example');
  await expect.poll(names).toEqual(['user_updated', 'user_status_changed', 'user_created', 'user_deleted']);
  expect(events[0]!.payload.object).toMatchObject({ user_id: user!.user_id, display_name: 'Zoë' });
  await ask.patch(`/contact_center/users/${other!.user_id}`, { country_iso_code: 'PT' });
  await expect.poll(() => events[4]?.payload.object.user_id).toBe(other!.user_id);
});

it('answers heartbeats, and has one connection for a subscription', async () => {
  const { account, ask } = await openAccount();
  const first = await listen(account, ask);
  first.socket.send(JSON.stringify({ module: 'heartbeat' }));
  await expect.poll(() => first.modules).toEqual(['build_connection', 'heartbeat']);
  const closed = once(first.socket, 'close');
  const second = await listen(account, ask);
  await closed;
  account.portal.addUser('new.one@acme.example');
  await expect.poll(second.names).toEqual(['user_created']);
  expect(first.events).toEqual([]);
  expect(account.counts.sockets).toBe(2);
});

it('loses what happens while nobody is connected', async () => {
  const { account, ask } = await openAccount();
  const before = await listen(account, ask);
  const closed = once(before.socket, 'close');
  account.events.cut();
  await closed;
  account.portal.addUser('lost@acme.example');
  const after = await listen(account, ask);
  account.portal.removeUser('lost@acme.example');
  await expect.poll(after.names).toEqual(['user_deleted']);
});

it('lets nobody listen without a good token', async () => {
  const { account, ask } = await openAccount({ tokens: 'one' });
  await asking(account);
  const socket = new WebSocket(
    `${account.url.replace('http', 'ws')}/ws?subscriptionId=a&access_token=${ask.token}`,
  );
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain('401');
});

it('does the same random edits in the same account, and stays whole', async () => {
  const edits = async () => {
    const { account, ask } = await openAccount({ users: 30, limits: { medium: { perSecond: 1000 } } });
    const done = account.portal.random(randomFor(16, 5), 300);
    const list = await ask.all('/contact_center/users?page_size=300', 'users');
    expect(list).toHaveLength(account.state.users.size);
    for (const queue of account.state.queues.values())
      await ask.all(`/contact_center/queues/${queue.cc_queue_id}/agents?page_size=100`, 'agents');
    return { done, list: list.map(({ last_modified_time: _, ...user }) => user) };
  };
  const [one, again] = [await edits(), await edits()];
  expect(one).toEqual(again);
  expect(new Set(one.done.map(line => line.split(':')[0])).size).toBeGreaterThan(12);
});
