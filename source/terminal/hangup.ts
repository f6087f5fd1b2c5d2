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
 * Watches the signals that say to leave. `restore` is called first, then the listeners; the process ends by the signal as
 * soon as they are done, at the latest after 150 ms: a program whose line dropped must not go on for days.
 */
export function createHangup(restore: () => void, endBy: (signal: Signal) => void = raise): Hangup {
  const listeners: ((signal: string) => void | Promise<void>)[] = [];
  let leaving = false;

  const leave = (signal: Signal): void => {
    if (leaving) return;
    leaving = true;
    const end = () => endBy(signal);
    setTimeout(end, GRACE_MS);
    restore();
    const calls = listeners.map(async listener => listener(signal));
    void Promise.allSettled(calls).then(end);
  };

  // Kept while leaving, too: a second signal must not end it before the listeners are done.
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

/**
 * Takes the default action of `signal`, after whoever clears away at the end has. `process.exit` would wait for statements that
 * run in workers, and Node 20 and 22 abort in it where the terminal is gone.
 */
export function raise(signal: Signal): void {
  process.emit('exit', 128 + constants.signals[signal]);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
