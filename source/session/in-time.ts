/** The outcomes of an effect: those that the next key waits for, and those that come when they come. */
export interface InTime<T> {
  now: Promise<T[]>;
  later: Promise<T[]>;
}

/**
 * The next key waits for the answer for up to `longest` milliseconds, so that `uu` in one read undoes twice. If it takes
 * longer, as when another program holds the lock, keys go on, and the answer comes when it comes; `onLate` is told so.
 */
export function soon<T>(answer: Promise<T[]>, longest: number, onLate = () => {}): InTime<T> {
  let late = false;
  const enough = Promise.withResolvers<T[]>();
  const timer = setTimeout(() => {
    late = true;
    onLate();
    enough.resolve([]);
  }, longest);
  return {
    now: Promise.race([answer, enough.promise]),
    later: answer.then(outcomes => {
      clearTimeout(timer);
      return late ? outcomes : [];
    }),
  };
}

/** An outcome that comes after so many milliseconds; nothing stays open for it. */
export async function after<T>(ms: number, outcome: T): Promise<T[]> {
  await new Promise(resolve => setTimeout(resolve, ms).unref());
  return [outcome];
}

/** Runs what it is given one after the other: a connection has one transaction at a time. */
export function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

/** Questions of which only the latest is worth an answer. */
export interface Latest {
  /** The signal of the next question; that of the one before is aborted. */
  next(): AbortSignal;
  /** Aborts the last one. */
  abort(): void;
}

export function createLatest(): Latest {
  let last = new AbortController();
  return {
    next() {
      last.abort();
      last = new AbortController();
      return last.signal;
    },
    abort: () => last.abort(),
  };
}
