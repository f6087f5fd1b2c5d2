import { afterEach, describe, expect, it, vi } from 'vitest';
import { startMailServer } from './mail-server.ts';
import { ana, bruno, makeSender, meiling } from './sending.ts';

afterEach(() => {
  vi.useRealTimers();
});

type Stage = 'onConnect' | 'onRecipient' | 'onMessage';

/**
 * Sends three e-mails and leaves when the server is asked `stage` for the second one, or at the first connection. The
 * server's answer to that comes when it is let.
 */
async function leaveAt(stage: Stage) {
  const before = stage === 'onConnect' ? 0 : 1;
  let asked = 0;
  const answer = Promise.withResolvers<undefined>();
  const left = Promise.withResolvers<void>();
  const leave = () => {
    // From now on the clock stands still unless it is put forward. Whoever leaves all the same waits for no time.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sender.leave();
    left.resolve();
  };
  const server = await startMailServer({
    [stage]: () => {
      if (asked++ < before) return undefined;
      leave();
      return answer.promise;
    },
  });
  const sender = await makeSender(server.url);
  await sender.roster.add(ana, bruno, meiling);
  const sending = sender.send();
  await left.promise;
  return {
    sending,
    answer: () => answer.resolve(undefined),
    async states() {
      const notices = Object.values(await sender.outbox());
      return notices.map(({ state, attempts }) => `${state} ${attempts}`).sort();
    },
    received: server.received,
    close: () => sender.roster.close(),
  };
}

const nothing = { sent: 0, deferred: 0, failed: 0, unknown: 0, trouble: null };

describe('leaving', () => {
  it('before the text puts the e-mail back as it was', async () => {
    const { sending, answer, states, received, close } = await leaveAt('onRecipient');
    expect(await sending).toEqual({ ...nothing, sent: 1 });
    answer();
    expect(await states()).toEqual(['sent 1', 'waiting 0', 'waiting 0']);
    expect(received).toHaveLength(1);
    await close();
  });

  it('while connecting takes nothing up', async () => {
    const { sending, states, close } = await leaveAt('onConnect');
    expect(await sending).toEqual(nothing);
    expect(await states()).toEqual(['waiting 0', 'waiting 0', 'waiting 0']);
    await close();
  });

  it('after the text waits for an answer that comes soon', async () => {
    const { sending, answer, states, close } = await leaveAt('onMessage');
    vi.advanceTimersByTime(99);
    answer();
    expect(await sending).toEqual({ ...nothing, sent: 2 });
    expect(await states()).toEqual(['sent 1', 'sent 1', 'waiting 0']);
    await close();
  });

  it('after the text gives up what is not answered soon as unknown', async () => {
    const { sending, answer, states, close } = await leaveAt('onMessage');
    // Of the 200 ms that there are, the other half is for writing down what became of it.
    vi.advanceTimersByTime(100);
    expect(await sending).toEqual({ ...nothing, sent: 1, unknown: 1 });
    expect(await states()).toEqual(['sent 1', 'unknown 1', 'waiting 0']);
    answer();
    await close();
  });
});
