import { expect, it } from 'vitest';
import { openAccount, rowsOf } from './asking.ts';

/** An account, and somebody Ready who is agent of one voice and one messaging queue. */
async function openWithAgent() {
  const opened = await openAccount({ users: 20 });
  const { state, portal } = opened.account;
  const [, user] = [...state.users.values()] as [unknown, { user_id: string }];
  const id = user.user_id;
  for (const queue of state.queues.values()) queue.agents.delete(id);
  const [voice, messaging] = (['voice', 'messaging'] as const).map(
    channel => [...state.queues.values()].find(queue => queue.channel === channel)!,
  );
  for (const { cc_queue_id } of [voice!, messaging!]) portal.addToQueue(id, cc_queue_id);
  portal.setStatus(id, '1');
  const statuses = () => [voice, messaging].map(queue => queue!.agents.get(id));
  return { ...opened, id, voice: voice!, messaging: messaging!, statuses };
}

it('says of agents who is opted in (0), out by an admin (1) or by themselves (2)', async () => {
  const { account, ask, id, voice } = await openWithAgent();
  const agents = `/contact_center/queues/${voice.cc_queue_id}/agents`;
  const shown = async () =>
    (await ask.all(`${agents}?page_size=100`, 'agents')).find(({ user_id }) => user_id === id)!;
  expect(await shown()).toMatchObject({ opt_in_out_status: 0 });
  account.portal.setOptStatus(id, voice.queue_name, 2);
  expect(await shown()).toMatchObject({ opt_in_out_status: 2 });
  expect((await ask.patch(`${agents}/${id}`, { opt_in_out_status: 1 })).status).toBe(204);
  expect(await shown()).toMatchObject({ opt_in_out_status: 1 });
  account.portal.setStatus(id, '0');
  expect(await ask.patch(`${agents}/${id}`, { opt_in_out_status: 0 })).toMatchObject({
    status: 400,
    body: { code: 1010 },
  });
  expect(await ask.patch(`${agents}/gone`, { opt_in_out_status: 1 })).toMatchObject({
    status: 404,
    body: { code: 1001 },
  });
  account.portal.removeFromQueue(id, voice.queue_name);
  expect(() => account.portal.setOptStatus(id, voice.queue_name, 0)).toThrow('is not an agent of');
});

it('opts a user out of queues that are named, or of a channel, and in again', async () => {
  const { account, ask, id, voice, messaging, statuses } = await openWithAgent();
  const path = `/contact_center/users/${id}/opt_in_out_queues`;
  const opt = async (body: object) => (await ask.patch(path, body)).status;
  const other = [...account.state.queues.values()].find(queue => !queue.agents.has(id))!;
  const queue_ids = [voice.queue_id, other.cc_queue_id, 'gone'];
  expect(await opt({ opt_in_out_status: 1, queue_ids })).toBe(204);
  expect(statuses()).toEqual([1, 0]);
  expect(other.agents.has(id)).toBe(false);
  expect(await opt({ opt_in_out_status: 1, channel_type: 7, queue_ids: [voice.cc_queue_id] })).toBe(204);
  expect(statuses()).toEqual([1, 1]);
  expect(await opt({ opt_in_out_status: 0 })).toBe(204);
  expect(statuses()).toEqual([1, 1]);
  expect(await opt({ opt_in_out_status: 0, queue_ids: [voice, messaging].map(it => it.cc_queue_id) })).toBe(
    204,
  );
  expect(statuses()).toEqual([0, 0]);
  expect(await opt({ opt_in_out_status: 2 })).toBe(400);
  account.features.optInOut = 'absent';
  expect(await opt({ opt_in_out_status: 1, channel_type: 0 })).toBe(404);
});

it('lists queues by how the user belongs to them', async () => {
  const { account, ask, id, voice, messaging } = await openWithAgent();
  for (const queue of account.state.queues.values()) queue.supervisors.delete(id);
  account.portal.addToQueue(id, voice.queue_name, 'supervisor');
  const listed = async (query: string) => {
    const { body } = await ask.get(`/contact_center/users/${id}/queues?${query}`);
    return rowsOf(body, 'queues').map(row => [row.queue_name, row.user_assignment_type]);
  };
  const [both, agent] = [
    [voice.queue_name, 'both'],
    [messaging.queue_name, 'agent'],
  ];
  expect(await listed('')).toEqual([both, agent]);
  expect(await listed('user_assignment_type=any')).toEqual([both, agent]);
  expect(await listed('user_assignment_type=both')).toEqual([both]);
  expect(await listed('user_assignment_type=supervisor')).toEqual([both]);
  expect(await listed('channel=messaging')).toEqual([agent]);
});
