/** How a writer waits while another process writes. */
export interface LockRetry {
  /** Called once the wait has lasted long enough to be worth a sign (200 ms), and again with false when it is over. */
  onWait?: (waiting: boolean) => void;
  /** Aborted: stop waiting. */
  signal?: () => AbortSignal | undefined;
  /** Asked before each try and once more under the lock; throws where the write is wanted no more: nothing is written. */
  goOn?: () => void;
  /** How long to wait at most, in ms; 10 s unless told. */
  longest?: number;
}

const longestWait = 10_000;
const retryEvery = 25;
const signAfter = 200;

/** Somebody else keeps the database locked, or the wait for it was given up. Nothing was written. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/**
 * Tries `begin` until it gets the lock: every 25 ms, as long as `lockRetry` has it. Waiting is asynchronous, because a busy
 * timeout inside SQLite would hold up keys and signals as well. Throws BusyError, and whatever `goOn` throws.
 */
export async function beginWithRetry(begin: () => Promise<unknown>, lockRetry: LockRetry): Promise<void> {
  const started = performance.now();
  const giveUp = lockRetry.signal?.();
  const longest = lockRetry.longest ?? longestWait;
  let signed = false;
  try {
    for (;;) {
      lockRetry.goOn?.();
      try {
        await begin();
        return;
      } catch (error) {
        if (!(error instanceof BusyError)) throw error;
      }
      const waited = performance.now() - started;
      if (giveUp?.aborted) throw new BusyError('Given up waiting; nothing was written.');
      if (waited > longest)
        throw new BusyError(
          `Another program has kept the roster locked for ${longest / 1000} seconds; nothing was written. Try again.`,
        );
      if (!signed && waited > signAfter) {
        signed = true;
        lockRetry.onWait?.(true);
      }
      await new Promise(resolve => setTimeout(resolve, retryEvery));
    }
  } finally {
    if (signed) lockRetry.onWait?.(false);
  }
}
