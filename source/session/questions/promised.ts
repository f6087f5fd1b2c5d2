import type { Step } from '../../roster/plan/change-set.ts';
import type { Stacks } from '../../roster/undo/undo-stacks.ts';

/** What this screen did last, as far as `u` and Ctrl+R would take it back: its toasts promise that they do. */
export type Promised = Readonly<Record<Step, number | null>>;

/**
 * Keeps the promise of one screen. An operator's stacks are the same in all of their programs: what another one put there
 * was not seen here.
 */
export function createPromise() {
  const known = new Set<number>();
  const onlyKnown = (id: number | null) => (id !== null && known.has(id) ? id : null);
  let promised: Promised = { undo: null, redo: null };
  return {
    promised: () => promised,
    /** This screen wrote a change set, and these are the stacks after it. */
    made(set: { id: number; step?: Step | undefined }, stacks: Stacks): void {
      known.add(set.id);
      // A redo puts what was undone back on the first stack.
      if (set.step === 'redo' && stacks.undo !== null) known.add(stacks.undo);
      promised = { undo: onlyKnown(stacks.undo), redo: onlyKnown(stacks.redo) };
    },
  };
}
