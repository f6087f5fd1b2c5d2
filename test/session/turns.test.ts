import { afterEach, expect, it, vi } from 'vitest';
import { atOnce, soon } from '../../source/session/in-time.ts';
import { beginTurn, createSeries } from '../../source/session/turns.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Whether a promise is settled by the end of this turn of the event loop, without waiting for the next. */
async function settledAtOnce(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  for (let hop = 0; hop < 10; hop++) await null;
  return settled;
}

it('lets others have their turn, and what they draw be written', async () => {
  const turn = beginTurn();
  const pause = turn.pause();
  expect(await settledAtOnce(pause)).toBe(false);
  const turns: string[] = [];
  setImmediate(() => setImmediate(() => turns.push('written')));
  expect([await pause, turns]).toEqual([false, []]);
  await new Promise<void>(resolve => {
    setImmediate(() => {
      setImmediate(() => turns.push('written before'));
      void turn.pause().then(() => resolve(void turns.push('goes on')));
    });
  });
  expect(turns).toEqual(['written', 'written before', 'goes on']);
});

it('hears at once, and ever after, that something newer is wanted', async () => {
  const series = createSeries();
  const first = series.next();
  const pause = first.pause();
  const second = series.next();
  expect(await settledAtOnce(pause)).toBe(true);
  expect([await pause, await first.pause(), first.overtaken()]).toEqual([true, true, true]);
  expect([await second.pause(), second.overtaken()]).toEqual([false, false]);
});

it('takes an answer with the key where nothing in it has to wait, and later where it does', async () => {
  const prompt = atOnce((async () => [await 'prompt'])());
  expect([await prompt.now, await prompt.later]).toEqual([['prompt'], []]);
  const answer = Promise.withResolvers<string[]>();
  const late = atOnce(answer.promise);
  setImmediate(() => setImmediate(() => answer.resolve(['late'])));
  expect([await late.now, await late.later]).toEqual([[], ['late']]);
});

it('lets keys wait only so long, and tells when that is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let late = 0;
  const slow = Promise.withResolvers<string[]>();
  const answer = soon(slow.promise, 150, () => late++);
  vi.advanceTimersByTime(149);
  expect(await settledAtOnce(answer.now)).toBe(false);
  vi.advanceTimersByTime(1);
  expect([await answer.now, late]).toEqual([[], 1]);
  slow.resolve(['late']);
  expect(await answer.later).toEqual(['late']);

  const quick = Promise.withResolvers<string[]>();
  const prompt = soon(quick.promise, 150, () => late++);
  vi.advanceTimersByTime(149);
  quick.resolve(['prompt']);
  expect([await prompt.now, await prompt.later]).toEqual([['prompt'], []]);
  vi.advanceTimersByTime(1_000);
  expect(late).toBe(1);
});
