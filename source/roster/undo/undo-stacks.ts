import type { AppliedChangeSet, Step } from '../plan/change-set.ts';

/**
 * What a change set of an operator did to their two stacks (domain rule 9). A change puts itself on the first and empties
 * the second. An undo takes a set off the first and puts itself on the second, to be redone; a redo takes that off again
 * and puts back on the first what had been undone.
 */
export interface Move {
  id: number;
  /** Null for a change; also for the undo of a set that was not on top of a stack. */
  step: Step | null;
  takes: number | null;
  puts: number;
  /** What it puts there is undone by now, perhaps by somebody else: it is passed over while it is. */
  undone: boolean;
}

export interface Stacks {
  /** The set that `u` would undo: the top of the first stack; null where it is empty. */
  undo: number | null;
  /** The undo that Ctrl+R would take back: the top of the second. */
  redo: number | null;
}

/** Why nothing can be redone: the change that emptied the second stack, and the undo that was on top of it. */
export interface Emptied {
  by: number;
  lost: number;
}

/**
 * Both stacks after the moves of one operator, which come newest first: what a set was last is what it is, so that reading
 * ends where both tops are known. `known` says whether they are, however much came before. What emptied the second may be
 * longer ago.
 */
export function stacksOf(moves: readonly Move[]): Stacks & { known: boolean; emptied: Emptied | null } {
  const settled = new Set<number>();
  let undo: number | null = null;
  let redo: number | null = null;
  let emptied: Emptied | null = null;
  let firstChange: number | null = null;
  for (const { id, step, takes, puts, undone } of moves) {
    if (step === null) firstChange = id;
    if (!settled.has(puts) && !undone) {
      if (step !== 'undo') undo ??= puts;
      else if (firstChange === null) redo ??= puts;
      else if (redo === null) emptied ??= { by: firstChange, lost: puts };
    }
    settled.add(puts);
    if (takes !== null) settled.add(takes);
  }
  return { undo, redo, emptied, known: undo !== null && (redo !== null || firstChange !== null) };
}

/** Says why there is nothing to redo, and how to have it all the same. */
export function nothingToRedo(
  emptied: { by: Pick<AppliedChangeSet, 'id' | 'summary'>; lost: number } | null,
): string {
  if (!emptied) return 'Nothing to redo: no undo of yours is in force.';
  const { by, lost } = emptied;
  return (
    `Nothing to redo: change set ${by.id} (${by.summary}) came after your last undo. ` +
    `To take that undo back all the same, undo change set ${lost}.`
  );
}
