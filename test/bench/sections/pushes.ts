import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Counts } from '../../account/rules/counts.ts';
import { type Figure, figure } from '../figure.ts';
import { startAccountServer } from '../process/account-server.ts';
import { type run, runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { openSession } from '../pty/session.ts';
import type { Bench, Section } from '../section.ts';
import { judgedTimes } from '../times.ts';
import { cursorAt, moveDown } from './cursor.ts';
import { pull } from './first-pull.ts';
import { rateFigures } from './rate-figures.ts';

export const pushes: Section = {
  name: 'pushes',
  title: 'Sending 1,000 users to it, at half of the rate of Business+',
  measure,
};

const many = 1_000;
const sizes = [2_000, 20_000];
const keyEveryMs = 100;
/** How long keys are measured while nothing else happens, in milliseconds. */
const quietMs = 5_000;

/** What of many users takes how long, from the start of the command until the account was read back; in seconds. */
interface Pushes {
  additions: number;
  intoQueue: number;
  removals: number;
  counts: Counts;
  /** Of keys while nothing else happens and while another process adds, in milliseconds. */
  quietKeys: number[];
  keys: number[];
}

async function measure({ nothing, share, tell }: Bench): Promise<Figure[]> {
  const all: { users: number; pushed: Pushes }[] = [];
  for (const users of share < 1 ? sizes.slice(0, 1) : sizes) {
    tell(`sending to an account of ${count(users)} users`);
    all.push({ users, pushed: await pushesAt(users) });
  }
  return [
    ...all.flatMap(({ users, pushed: { additions, intoQueue, removals } }) => {
      const where = `at an account of ${count(users)}`;
      return [
        figure(`${count(many)} additions ${where}`, additions, { most: 8 }, 's'),
        figure(`${count(many)} into one queue ${where}`, intoQueue, { most: 6 }, 's'),
        figure(`${count(many)} removals ${where}`, removals, { most: 8 }, 's'),
      ];
    }),
    ...rateFigures(all.map(({ pushed }) => pushed.counts)),
    judgedTimes(
      'Cursor down in the same roster while nothing is sent',
      all.at(-1)!.pushed.quietKeys,
      { p95: 0.4 },
      nothing,
    ),
    judgedTimes('Cursor down while another process sends', all.at(-1)!.pushed.keys, { p95: 0.4 }, nothing),
  ];
}

function count(users: number): string {
  return users.toLocaleString('en-US');
}

async function pushesAt(users: number): Promise<Pushes> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-pushes-'));
  const db = join(folder, 'roster.db');
  const server = await startAccountServer(users, many);
  const roster = (args: readonly string[], input = '') =>
    runWell(node, [entry, ...args, '--db', db], { env: server.env, input });
  try {
    await roster(['init', '--account', 'Acme Support', '--licenses', `${users * 2}`]);
    await roster(['account', 'set', '--licenses', `premium=${users}`, '--licenses', `elite=${users}`]);
    await roster(['account', 'connect', '--later']);
    // Levels of skills take long, and change nothing here.
    await pull(db, server.env, async ({ hasEnded }) => {
      while (!hasEnded() && (await readAt(roster)) === null) await sleep(500);
    });
    await server.counts();
    const free = ['people', 'list', '--licensed', 'no', '--status', 'active', '--limit', `${many}`];
    const emails = await emailsOf(roster, free);
    const some = await emailsOf(roster, ['list', '--status', 'active', '--limit', `${many}`]);
    await roster(['queue', 'add', 'Nights', '--channel', 'voice']);
    const seconds = async (args: readonly string[], people: readonly string[]) =>
      (await roster([...args, '-', '--yes'], people.join('\n'))).ms / 1_000;
    const additions = await seconds(['add', '--role', 'Agent'], emails);
    const intoQueue = await seconds(['edit', '--add-queue', 'Nights'], some);
    const removals = await seconds(['remove'], emails);
    const quietKeys = await keysBeside(db, () => sleep(quietMs));
    const keys = await keysBeside(db, () => seconds(['add', '--role', 'Agent'], emails));
    return { additions, intoQueue, removals, counts: await server.counts(), quietKeys, keys };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Roster = (args: readonly string[]) => ReturnType<typeof run>;

async function readAt(roster: Roster): Promise<string | null> {
  const { stdout } = await roster(['account', '--format', 'json']);
  return (JSON.parse(stdout) as { zoom: { read_at: string | null } }).zoom.read_at;
}

async function emailsOf(roster: Roster, args: readonly string[]): Promise<string[]> {
  const { stdout } = await roster([...args, '--format', 'json']);
  return (JSON.parse(stdout) as { user_email: string }[]).map(({ user_email }) => user_email);
}

/** Keys on an open screen while `work` goes on, in milliseconds. */
async function keysBeside(db: string, work: () => Promise<unknown>): Promise<number[]> {
  const screen = await openSession(db);
  const keys: number[] = [];
  let isDone = false;
  try {
    const working = work().finally(() => {
      isDone = true;
    });
    while (!isDone) {
      if (cursorAt(screen)) keys.push(await moveDown(screen));
      await sleep(keyEveryMs);
      await screen.look();
    }
    await working;
    return keys;
  } finally {
    await screen.close();
  }
}
