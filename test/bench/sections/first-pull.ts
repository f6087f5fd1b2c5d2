import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from '../../account/rules/counts.ts';
import { startAccountServer } from '../process/account-server.ts';
import { run, runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';

/** What reading an account into an empty roster took. */
export interface FirstPull {
  /** From the first request for its list of users to the last answer. */
  listSeconds: number;
  /** Until all but the levels of skills was in the roster. */
  readSeconds: number;
  /** To its end. */
  seconds: number;
  /** Bytes. */
  peak: number;
  counts: Counts;
}

interface Pulling {
  db: string;
  hasEnded(): boolean;
}

/** Reads an account of so many users, levels of skills as well; where there is something to do meanwhile, until that is done. */
export async function firstPull(
  users: number,
  meanwhile?: (pulling: Pulling) => Promise<void>,
): Promise<FirstPull> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-account-'));
  const db = join(folder, 'roster.db');
  const server = await startAccountServer(users);
  const roster = (...args: string[]) => runWell(node, [entry, ...args, '--db', db], { env: server.env });
  try {
    await roster('init', '--account', 'Acme Support');
    await roster('account', 'connect', '--later');
    // Spans are those of the pull alone from here on.
    await server.counts();
    const pulled = await pull(db, server.env, meanwhile);
    const { stdout } = await roster('account', '--format', 'json');
    const { read_at } = (JSON.parse(stdout) as { zoom: { read_at: string | null } }).zoom;
    if (read_at === null) throw new Error('The account was not read.');
    const counts = await server.counts();
    const list = counts.spans['GET /contact_center/users']!;
    return {
      listSeconds: (list.to - list.from) / 1_000,
      readSeconds: (Date.parse(read_at) - pulled.startedAt) / 1_000,
      seconds: pulled.ms / 1_000,
      peak: pulled.peak,
      counts,
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pulls to the end, or until `meanwhile` is done. */
export async function pull(
  db: string,
  env: Record<string, string>,
  meanwhile: ((pulling: Pulling) => Promise<void>) | undefined,
) {
  const startedAt = Date.now();
  const started = Promise.withResolvers<ChildProcess>();
  const running = run(node, [entry, 'pull', '--db', db], {
    env,
    watchMemory: true,
    onStart: started.resolve,
  });
  const child = await started.promise;
  try {
    await meanwhile?.({ db, hasEnded: () => child.exitCode !== null });
  } finally {
    if (meanwhile) child.kill('SIGINT');
    await running;
  }
  const ran = await running;
  if (ran.code !== (meanwhile ? 130 : 0)) throw new Error(`roster pull: exit ${ran.code}\n${ran.stderr}`);
  return { ...ran, startedAt };
}
