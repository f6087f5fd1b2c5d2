import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Outcome } from '../../source/roster/effects.ts';
import { telling } from '../../source/session/progress.ts';

it('says nothing of what is soon done', () => {
  const told: Outcome[] = [];
  const task = telling('write', 10_000, outcome => told.push(outcome));
  for (let done = 0; done < 100; done++) task.at(done, 100);
  task.over();
  expect(told).toEqual([]);
});

it('says how far a long task is, not at every step, and when it is over', async () => {
  const told: Outcome[] = [];
  const task = telling('export', 20, outcome => told.push(outcome));
  task.at(1);
  await sleep(30);
  for (let done = 2; done < 50; done++) task.at(done, 100);
  task.over();
  expect(told).toEqual([
    { type: 'progress', task: 'export', progress: { done: 2, total: 100 } },
    { type: 'progress', task: 'export', progress: null },
  ]);
});
