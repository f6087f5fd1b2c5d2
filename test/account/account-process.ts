import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterFile } from '../after-file.ts';
import type { Order } from './orders.ts';
import type { Counts } from './rules/counts.ts';
import type { Credentials } from './rules/tokens.ts';

/** An account as a process of its own, which tests may kill. */
export interface AccountProcess {
  url: string;
  credentials: Credentials;
  running: ChildProcess;
  /** Resolves with its answer; rejects where it ended before that. */
  tell(order: Order): Promise<unknown>;
  /** What it has seen; spans since it was asked last. */
  counts(): Promise<Counts>;
  /** Kills it, and resolves when it is gone. */
  kill(): Promise<void>;
}

const file = fileURLToPath(new URL('start.ts', import.meta.url));

/** With the options of `start.ts`. It ends with the tests of the file at the latest. */
export async function accountProcess(...options: readonly string[]): Promise<AccountProcess> {
  const running = fork(file, options, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  afterFile(() => running.kill('SIGKILL'));
  const [line] = (await once(createInterface(running.stdout!), 'line')) as [string];
  const { url, ...credentials } = JSON.parse(line);
  const ended = new AbortController();
  running.once('exit', () => ended.abort());
  let last: Promise<unknown> = Promise.resolve();
  // Its answers come in the order of what it was told.
  const tell = (order: Order) => {
    last = last
      .catch(() => {})
      .then(async () => {
        ended.signal.throwIfAborted();
        const answer = once(running, 'message', { signal: ended.signal });
        running.send(order);
        return (await answer)[0];
      });
    return last;
  };
  return {
    ...{ url, credentials, running, tell },
    counts: async () => (await tell('counts')) as Counts,
    async kill() {
      if (running.exitCode !== null || running.signalCode !== null) return;
      const exited = once(running, 'exit');
      running.kill('SIGKILL');
      await exited;
    },
  };
}
