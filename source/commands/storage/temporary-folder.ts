import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileProblem } from '../../roster/text/file-problem.ts';
import { Refusal } from '../shell/refusal.ts';

export interface TemporaryFolder {
  path: string;
  remove(): void;
}

/** A file may be opened in it, by another thread of ours, between its emptying and its removal: then it is emptied again. */
const removing = { recursive: true, force: true, maxRetries: 10, retryDelay: 1 };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder only for us, which is gone when the process is, also by a signal. Throws Refusal. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  let path: string | null = null;
  const clear = () => path !== null && rmSync(path, removing);
  const onSignal = (signal: NodeJS.Signals) => {
    clear();
    process.off(signal, onSignal);
    // If nobody else takes care of it, the signal ends the process as if it had not been caught.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', clear);
    for (const signal of signals) process.off(signal, onSignal);
  };
  // Before there is anything to clear away: a signal may come the moment after.
  process.on('exit', clear);
  for (const signal of signals) process.on(signal, onSignal);
  try {
    path = make(prefix);
  } catch (error) {
    forget();
    throw error;
  }
  return {
    path,
    remove() {
      clear();
      forget();
    },
  };
}

function make(prefix: string): string {
  try {
    return mkdtempSync(join(tmpdir(), prefix));
  } catch (error) {
    throw new Refusal(
      `Can't make a temporary folder in ${tmpdir()}: ${fileProblem(error)}. Name another folder with TMPDIR.`,
    );
  }
}
