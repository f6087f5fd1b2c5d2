import { expect, it } from 'vitest';
import { outboxCounts } from '../../db/outbox-counts.ts';
import { startMailServer } from './mail-server.ts';
import { ana, bruno, makeSender, meiling } from './sending.ts';

it('rule 5: what was withdrawn before it was sent is not sent', async () => {
  const server = await startMailServer();
  const { roster, send, outbox } = await makeSender(server.url);
  const { id } = await roster.add(ana, bruno);
  const undo = await roster.undo(id);
  await roster.undo(undo.id);
  await roster.add(meiling);
  expect(await send()).toMatchObject({ sent: 1 });
  expect(server.received.map(mail => mail.envelope.to)).toEqual([[meiling]]);
  expect(await outbox()).toMatchObject({ [ana]: { state: 'withdrawn' }, [bruno]: { state: 'withdrawn' } });
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
