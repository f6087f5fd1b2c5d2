import type { Outcome, Task } from '../roster/screen/effects.ts';

/** Milliseconds between two signs of how far a task is. */
const every = 100;

export interface Telling {
  at(done: number, total?: number | null): void;
  /** To be called at the end, however it ends. */
  over(): void;
}

/** Tells how far a task is, as soon as it has taken `after` milliseconds. */
export function telling(task: Task, after: number, tell: (outcome: Outcome) => void): Telling {
  let next = performance.now() + after;
  let told = false;
  return {
    at(done, total = null) {
      const now = performance.now();
      if (now < next) return;
      next = now + every;
      told = true;
      tell({ type: 'progress', task, progress: { done, total } });
    },
    over() {
      if (told) tell({ type: 'progress', task, progress: null });
    },
  };
}
