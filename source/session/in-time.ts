/** The outcomes of an effect: those that the next key waits for, and those that come when they come. */
export interface InTime<T> {
  now: Promise<T[]>;
  later: Promise<T[]>;
}

/**
 * The next key waits for the answer for up to `patience` milliseconds, so that `uu` in one read undoes twice. If it takes
 * longer, as when another program holds the lock, keys go on, and the answer comes when it comes; `onLate` is told so.
 */
export function soon<T>(answer: Promise<T[]>, patience: number, onLate = () => {}): InTime<T> {
  return inTime(answer, onLate, enough => {
    const timer = setTimeout(enough, patience);
    return () => clearTimeout(timer);
  });
}

/** The next key waits for the answer only if nothing in it has to wait. */
export function atOnce<T>(answer: Promise<T[]>): InTime<T> {
  return inTime(
    answer,
    () => {},
    enough => {
      const immediate = setImmediate(enough);
      return () => clearImmediate(immediate);
    },
  );
}

function inTime<T>(
  answer: Promise<T[]>,
  onLate: () => void,
  begin: (enough: () => void) => () => void,
): InTime<T> {
  let late = false;
  let stop = () => {};
  const enough = new Promise<T[]>(resolve => {
    stop = begin(() => {
      late = true;
      onLate();
      resolve([]);
    });
  });
  return {
    now: Promise.race([answer, enough]),
    later: answer.then(outcomes => {
      stop();
      return late ? outcomes : [];
    }),
  };
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
