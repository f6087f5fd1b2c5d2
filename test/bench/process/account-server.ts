import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Counts } from '../../account/rules/counts.ts';
import { node } from './node.ts';

/** The vendor's account that the tests talk to, in a process of its own. */
export interface AccountServer {
  /** What connects a roster to it without a question. */
  env: Record<string, string>;
  /** What it has seen; spans since it was asked last. */
  counts(): Promise<Counts>;
  close(): Promise<void>;
}

const start = fileURLToPath(new URL('../../account/start.ts', import.meta.url));
/** Milliseconds that each answer takes: as far away as the vendor is. */
export const latency = 50;

/** Of the plan with the higher rates; with so many people at least who are no users. */
export async function startAccountServer(users: number, free = 0): Promise<AccountServer> {
  const people = Math.ceil(users * 1.2) + 10 + free;
  const size = ['--users', `${users}`, '--people', `${people}`];
  const server = fork(start, [...size, '--plan', 'business', '--latency', `${latency}`], {
    execPath: node,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = (await once(createInterface(server.stdout!), 'line')) as [string];
  const { url, account_id, client_id, client_secret } = JSON.parse(line) as Record<string, string>;
  return {
    env: {
      ROSTER_ZOOM_URL: url!,
      ROSTER_ZOOM_ACCOUNT_ID: account_id!,
      ROSTER_ZOOM_CLIENT_ID: client_id!,
      ROSTER_ZOOM_CLIENT_SECRET: client_secret!,
    },
    async counts() {
      const answer = once(server, 'message');
      server.send('counts');
      const [counts] = (await answer) as [Counts];
      return counts;
    },
    async close() {
      const exited = once(server, 'exit');
      server.kill();
      await exited;
    },
  };
}
