import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Behavior, startMailServer } from './mail-server.ts';
import { ana, bruno, makeSender, meiling } from './sending.ts';

/** Leaves when the server is asked `what` for the second e-mail, and answers that after so many ms. */
async function leaveAt(what: 'onConnect' | 'onRecipient' | 'onMessage', answerAfter: number) {
  let asked = 0;
  let leave = () => {};
  let leftAt = 0;
  const wait = async () => {
    if (++asked < (what === 'onConnect' ? 1 : 2)) return undefined;
    leftAt ||= performance.now();
    leave();
    await sleep(answerAfter);
    return undefined;
  };
  const block = () => {
    void wait();
    return asked >= (what === 'onConnect' ? 1 : 2) ? ('hang-up' as const) : undefined;
  };
  const behavior: Behavior = what === 'onMessage' ? { onMessage: wait } : { [what]: block };
  const server = await startMailServer(behavior);
  const sender = await makeSender(server.url);
  leave = sender.leave;
  await sender.roster.add(ana, bruno, meiling);
  const round = await sender.send();
  const took = performance.now() - leftAt;
  const states = Object.values(await sender.outbox())
    .map(({ state, attempts }) => `${state} ${attempts}`)
    .sort();
  await sender.roster.close();
  return { round, took, states, received: server.received.length };
}

describe('leaving', () => {
  it('before the text puts the e-mail back as it was', async () => {
    const { took, states, received, round } = await leaveAt('onRecipient', 0);
    expect({ states, received }).toEqual({ states: ['sent 1', 'waiting 0', 'waiting 0'], received: 1 });
    expect(round).toEqual({ sent: 1, deferred: 0, failed: 0, unknown: 0, trouble: null });
    expect(took).toBeLessThan(200);
  });

  it('while connecting takes nothing up', async () => {
    const { took, states, round } = await leaveAt('onConnect', 0);
    expect(states).toEqual(['waiting 0', 'waiting 0', 'waiting 0']);
    expect(round.trouble).toBe(null);
    expect(took).toBeLessThan(200);
  });

  it('after the text waits for an answer that comes soon', async () => {
    const { took, states } = await leaveAt('onMessage', 30);
    expect(states).toEqual(['sent 1', 'sent 1', 'waiting 0']);
    expect(took).toBeLessThan(200);
  });

  it('after the text gives up what is not answered soon as unknown', async () => {
    const { took, states, round } = await leaveAt('onMessage', 2_000);
    expect(states).toEqual(['sent 1', 'unknown 1', 'waiting 0']);
    expect(round).toMatchObject({ sent: 1, unknown: 1, trouble: null });
    expect(took).toBeLessThan(200);
  });
});
