import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Round } from '../../source/notify/send-waiting.ts';
import { watchOutbox } from '../../source/notify/watch.ts';
import { startMailServer } from './mail-server.ts';
import { ana, bruno, makeSender, meiling, minute } from './sending.ts';

/** Somebody who watches the outbox and sends to this server. */
async function startWatching(url: string) {
  const { roster, sending, outbox, later, leave } = await makeSender(url);
  const rounds: Round[] = [];
  let looks = 0;
  let tries = 0;
  const watched = {
    ...roster.roster,
    dataVersion() {
      looks++;
      return roster.roster.dataVersion();
    },
  };
  const clock = () => {
    looks++;
    return sending.clock();
  };
  const admit = async () => {
    tries++;
  };
  let ended = false;
  const watching = watchOutbox(watched, { ...sending, clock, admit }, round => rounds.push(round)).finally(
    () => {
      ended = true;
    },
  );
  return {
    ...{ roster, outbox, later, rounds },
    /** How often it has begun to send. */
    tries: () => tries,
    /** Resolves after so many rounds in which something happened. */
    async afterRounds(count: number) {
      while (rounds.length < count) await sleep(10);
    },
    /** Resolves when it has looked at the clock or the roster again, and done what it did then. */
    async looksAround() {
      for (const seen = looks; looks < seen + 2; ) await sleep(10);
    },
    /** Tells it to leave, and whether it does so without waiting for its next look. */
    async leavesAtOnce() {
      leave();
      for (let turn = 0; turn < 10; turn++) await setImmediate();
      const atOnce = ended;
      await watching;
      await roster.close();
      return atOnce;
    },
  };
}

it('sends what is added while it watches, and tries again when it is time', async () => {
  let busy = true;
  const server = await startMailServer({
    onRecipient: address => (busy && address === bruno ? { code: 450, text: 'busy' } : undefined),
  });
  const { roster, rounds, afterRounds, looksAround, later, outbox, leavesAtOnce } = await startWatching(
    server.url,
  );
  await looksAround();
  expect(server.connections()).toBe(0);
  await roster.add(ana, bruno);
  await afterRounds(1);
  expect(rounds[0]).toMatchObject({ sent: 1, deferred: 1 });
  await roster.add(meiling);
  await afterRounds(2);
  busy = false;
  later(minute);
  await afterRounds(3);
  expect(Object.values(await outbox()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  expect(await leavesAtOnce()).toBe(true);
  expect(rounds).toHaveLength(3);
});

it('waits 1, 2, 4, at most 5 minutes for a server that is down', async () => {
  const gone = await startMailServer();
  await gone.close();
  const { roster, rounds, tries, afterRounds, looksAround, later, leavesAtOnce } = await startWatching(
    gone.url,
  );
  await roster.add(ana);
  for (const [round, minutes] of [1, 2, 4, 5, 5].entries()) {
    await afterRounds(round + 1);
    const before = tries();
    later((minutes - 0.5) * minute);
    await looksAround();
    expect(tries(), `tries after half a minute less than ${minutes}`).toBe(before);
    later(0.5 * minute);
  }
  await afterRounds(6);
  const server = await startMailServer({ port: gone.port });
  later(5 * minute);
  await afterRounds(7);
  expect(rounds.at(-1)).toMatchObject({ sent: 1, trouble: null });
  expect(server.received).toHaveLength(1);
  expect(await leavesAtOnce()).toBe(true);
});
