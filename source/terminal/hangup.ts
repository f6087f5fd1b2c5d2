import { constants } from 'node:os';

type Signal = 'SIGHUP' | 'SIGTERM' | 'SIGINT' | 'SIGQUIT';

export interface Hangup {
  /** Leaves the process as if `signal` had come. */
  leave(signal: Signal): void;
  listen(listener: (signal: string) => void | Promise<void>): void;
  /** Stops watching signals; a departure that has begun goes on. */
  close(): void;
}

const signals: Signal[] = ['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT'];
const GRACE_MS = 150;

/**
 * Watches the signals that say to leave. `restore` is called first, then the listeners; the process exits with 128 + n as
 * soon as they are done, at the latest after 150 ms: a program whose line dropped must not go on for days.
 */
export function createHangup(restore: () => void): Hangup {
  const listeners: ((signal: string) => void | Promise<void>)[] = [];
  let leaving = false;

  const leave = (signal: Signal): void => {
    if (leaving) return;
    leaving = true;
    const exit = (): never => process.exit(128 + constants.signals[signal]);
    setTimeout(exit, GRACE_MS);
    restore();
    const calls = listeners.map(async listener => listener(signal));
    void Promise.allSettled(calls).then(exit);
  };

  // Kept while leaving, too: the default action of a second signal would change the exit code.
  for (const signal of signals) process.on(signal, leave);
  return {
    leave,
    listen: listener => listeners.push(listener),
    close() {
      if (leaving) return;
      for (const signal of signals) process.off(signal, leave);
    },
  };
}
