/** How long keys wait for something that is usually done at once. Milliseconds. */
const patience = 150;

/**
 * The next key waits for the answer, so that `uu` in one read undoes twice – unless it takes long, as when
 * another program holds the lock: then keys go on, and the answer comes when it comes.
 */
export function soon<T>(answer: Promise<T[]>): { now: Promise<T[]>; later: Promise<T[]> } {
  let late = false;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<T[]>(resolve => {
    timer = setTimeout(() => {
      late = true;
      resolve([]);
    }, patience);
  });
  return {
    now: Promise.race([answer, enough]),
    later: answer.then(outcomes => {
      clearTimeout(timer);
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
