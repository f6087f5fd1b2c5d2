import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { atOnce, soon } from '../../source/session/in-time.ts';
import { beginTurn, createSeries } from '../../source/session/turns.ts';

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
  await sleep(8);
  const pause = first.pause();
  const second = series.next();
  expect(await settledAtOnce(pause)).toBe(true);
  expect([await pause, await first.pause(), first.overtaken()]).toEqual([true, true, true]);
  expect([await second.pause(), second.overtaken()]).toEqual([false, false]);
});

it('takes an answer with the key where nothing in it has to wait, and later where it does', async () => {
  const prompt = atOnce((async () => [await 'prompt'])());
  expect([await prompt.now, await prompt.later]).toEqual([['prompt'], []]);
  const late = atOnce(sleep(5).then(() => ['late']));
  expect([await late.now, await late.later]).toEqual([[], ['late']]);
});

it('lets keys wait only so long, and tells when that is over', async () => {
  let late = 0;
  const answer = soon(
    sleep(80).then(() => ['late']),
    20,
    () => late++,
  );
  expect([await answer.now, late]).toEqual([[], 1]);
  expect(await answer.later).toEqual(['late']);
  const prompt = soon(
    sleep(1).then(() => ['prompt']),
    10_000,
    () => late++,
  );
  expect([await prompt.now, await prompt.later, late]).toEqual([['prompt'], [], 1]);
});
