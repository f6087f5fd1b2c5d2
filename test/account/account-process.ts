import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterFile } from '../after-file.ts';
import type { Counts } from './rules/counts.ts';
import type { Credentials } from './rules/tokens.ts';

/** An account as a process of its own, which tests may kill. */
export interface AccountProcess {
  url: string;
  credentials: Credentials;
  running: ChildProcess;
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
  return {
    url,
    credentials,
    running,
    async counts() {
      running.send('counts');
      return (await once(running, 'message'))[0] as Counts;
    },
    async kill() {
      const exited = once(running, 'exit');
      running.kill('SIGKILL');
      await exited;
    },
  };
}
