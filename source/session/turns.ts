import type { Turn } from '../roster/turn.ts';

/** A turn whose owner can end it. */
export interface OwnTurn extends Turn {
  /** Something newer is wanted instead: what is read in this turn ends at its next pause. */
  overtake(): void;
  overtaken(): boolean;
}

export function beginTurn(): OwnTurn {
  let over = false;
  let wake = () => {};
  return {
    overtake() {
      over = true;
      wake();
    },
    overtaken: () => over,
    async pause() {
      if (over) return true;
      await new Promise<void>(resolve => {
        wake = resolve;
        // Keys and signals have their turn, and so has the frame that was just drawn: it is written a turn later.
        setImmediate(() => setImmediate(resolve));
      });
      return over;
    },
  };
}

/** Questions of which only the newest is worth an answer. */
export interface Series {
  /** Begins a turn, which overtakes the one before. */
  next(): OwnTurn;
  /** Ends the last turn. */
  overtake(): void;
}

export function createSeries(): Series {
  let last: OwnTurn | null = null;
  const overtake = () => last?.overtake();
  return {
    overtake,
    next() {
      overtake();
      last = beginTurn();
      return last;
    },
  };
}
