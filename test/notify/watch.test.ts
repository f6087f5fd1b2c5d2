import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Round } from '../../source/notify/send-waiting.ts';
import { watchOutbox } from '../../source/notify/watch.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { ana, bruno, makeSender, meiling, minute } from './sending.ts';

async function until(condition: () => boolean | Promise<boolean>) {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 500) throw new Error('It did not come to that.');
    await sleep(10);
  }
}

it('sends what is added while it watches, and tries again when it is time', async () => {
  let busy = true;
  const server = await startMailServer({
    onRecipient: address => (busy && address === bruno ? { code: 450, text: 'busy' } : undefined),
  });
  const sender = await makeSender(server.url);
  const { roster, sending, later, outbox, leave } = sender;
  const rounds: Round[] = [];
  const watching = watchOutbox(roster.roster, sending, round => rounds.push(round));
  await sleep(100);
  expect(server.connections()).toBe(0);
  await roster.add(ana, bruno);
  await until(() => rounds.length === 1);
  expect(rounds[0]).toMatchObject({ sent: 1, deferred: 1 });
  await roster.add(meiling);
  await until(() => rounds.length === 2);
  busy = false;
  later(minute);
  await until(() => rounds.length === 3);
  expect(Object.values(await outbox()).every(({ state }) => state === 'sent')).toBe(true);
  const left = performance.now();
  leave();
  await watching;
  expect(performance.now() - left).toBeLessThan(100);
  expect(rounds).toHaveLength(3);
  await roster.close();
});

it('waits 1, 2, 4, at most 5 minutes for a server that is down', async () => {
  const gone = await startMailServer();
  await gone.close();
  const { roster, sending, later, leave } = await makeSender(gone.url);
  await roster.add(ana);
  const rounds: Round[] = [];
  const watching = watchOutbox(roster.roster, sending, round => rounds.push(round));
  for (const [tries, minutes] of [1, 2, 4, 5, 5].entries()) {
    await until(() => rounds.length === tries + 1);
    later(minutes * minute - 10_000);
    await sleep(300);
    expect(rounds).toHaveLength(tries + 1);
    later(10_000);
  }
  const server: MailServer = await startMailServer({ port: gone.port });
  later(5 * minute);
  await until(() => server.received.length === 1);
  leave();
  await watching;
  await roster.close();
});
