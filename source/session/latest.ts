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
