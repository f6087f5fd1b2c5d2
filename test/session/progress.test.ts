import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Outcome } from '../../source/roster/screen/effects.ts';
import { telling } from '../../source/session/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('says nothing of what is soon done', () => {
  const told: Outcome[] = [];
  const task = telling('write', 300, outcome => told.push(outcome));
  for (let done = 0; done < 100; done++) {
    task.at(done, 100);
    vi.advanceTimersByTime(2);
  }
  task.over();
  expect(told).toEqual([]);
});

it('says how far a long task is, every tenth of a second and not at every step, and when it is over', () => {
  const told: Outcome[] = [];
  const task = telling('export', 200, outcome => told.push(outcome));
  for (let done = 0; done < 50; done++) {
    task.at(done, done < 25 ? null : 100);
    vi.advanceTimersByTime(10);
  }
  task.over();
  expect(told).toEqual([
    { type: 'progress', task: 'export', progress: { done: 20, total: null } },
    { type: 'progress', task: 'export', progress: { done: 30, total: 100 } },
    { type: 'progress', task: 'export', progress: { done: 40, total: 100 } },
    { type: 'progress', task: 'export', progress: null },
  ]);
});
