import { afterEach, expect, it, vi } from 'vitest';
import { createLatest, soon } from '../../source/session/in-time.ts';

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

it('aborts what was asked before', () => {
  const latest = createLatest();
  const first = latest.next();
  const second = latest.next();
  expect([first.aborted, second.aborted]).toEqual([true, false]);
  latest.abort();
  expect(second.aborted).toBe(true);
});
