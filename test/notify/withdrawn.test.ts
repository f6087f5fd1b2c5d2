import { expect, it } from 'vitest';
import { listChangeSets } from '../../db/history/change-sets.ts';
import { outboxCounts } from '../../db/outbox/outbox-counts.ts';
import type { Fixture } from '../db/fixture.ts';
import { startMailServer } from './mail-server.ts';
import { ana, bruno, makeSender, meiling, minute } from './sending.ts';

async function newest({ read }: Fixture) {
  const [set] = await listChangeSets(read, { limit: 1 });
  return set!;
}

it('rule 5: what was withdrawn before it was sent is not sent, and is once its user is back', async () => {
  const server = await startMailServer();
  const { roster, send, outbox } = await makeSender(server.url);
  const { id } = await roster.add(ana, bruno);
  const undo = await roster.undo(id);
  await roster.add(meiling);
  expect(await send()).toMatchObject({ sent: 1 });
  expect(server.received.map(mail => mail.envelope.to)).toEqual([[meiling]]);
  expect(await outbox()).toMatchObject({ [ana]: { state: 'withdrawn' }, [bruno]: { state: 'withdrawn' } });
  await roster.undo(undo.id);
  expect(await send()).toMatchObject({ sent: 2 });
  expect(server.received.map(mail => mail.envelope.to[0]).sort()).toEqual([ana, bruno, meiling]);
  await roster.undo(id);
  await roster.undo((await newest(roster)).id);
  expect(await send()).toMatchObject({ sent: 0 });
  await roster.close();
});

it('rule 5: what was under way while its user went and came back is tried again', async () => {
  let goAndComeBack = async () => {};
  const replies = [{ code: 451, text: 'try again later' }];
  const server = await startMailServer({
    onMessage: async () => {
      await goAndComeBack();
      return replies.shift();
    },
  });
  const { roster, send, outbox, later } = await makeSender(server.url);
  const { id } = await roster.add(ana);
  goAndComeBack = async () => {
    goAndComeBack = async () => {};
    await roster.undo((await roster.undo(id)).id);
  };
  await send();
  expect((await outbox())[ana]).toMatchObject({ state: 'waiting', error: '451 try again later' });
  later(minute);
  expect(await send()).toMatchObject({ sent: 1 });
  await roster.close();
});

it('rule 5: what was under way while the addition was undone is not tried a second time', async () => {
  let undo = async () => {};
  const server = await startMailServer({
    onMessage: async () => {
      await undo();
      return { code: 451, text: 'try again later' };
    },
  });
  const { roster, send, outbox } = await makeSender(server.url);
  const { id } = await roster.add(ana);
  undo = async () => {
    expect((await outbox())[ana]?.state).toBe('sending');
    await roster.undo(id);
    expect((await outbox())[ana]?.state).toBe('sending');
  };
  await send();
  expect((await outbox())[ana]).toMatchObject({ state: 'withdrawn', error: '451 try again later' });
  await roster.undo((await newest(roster)).id);
  expect((await outbox())[ana]).toMatchObject({ state: 'waiting' });
  await roster.close();
});

it('rule 5: what was sent while the addition was undone was sent', async () => {
  let undo = async () => {};
  const server = await startMailServer({ onMessage: () => undo().then(() => undefined) });
  const { roster, send, outbox } = await makeSender(server.url);
  const { id } = await roster.add(ana);
  undo = async () => void (await roster.undo(id));
  expect(await send()).toMatchObject({ sent: 1 });
  expect((await outbox())[ana]).toMatchObject({ state: 'sent' });
  await roster.close();
});

it('what failed is off the list when the person is removed; what is unknown stays', async () => {
  const server = await startMailServer({
    onRecipient: address => (address === ana ? { code: 550, text: 'no' } : undefined),
    onMessage: () => 'hang-up',
  });
  const { roster, send, outbox } = await makeSender(server.url);
  await roster.add(ana);
  await send();
  await roster.add(bruno);
  await send();
  await roster.add(meiling);
  expect(await outboxCounts(roster.read)).toEqual({ waiting: 1, unknown: 1, failed: 1 });
  await roster.remove(ana, bruno);
  const states = Object.values(await outbox()).map(({ state }) => state);
  expect(states).toEqual(['withdrawn', 'unknown', 'waiting']);
  expect(await outboxCounts(roster.read)).toEqual({ waiting: 1, unknown: 1, failed: 0 });
  await roster.close();
});
