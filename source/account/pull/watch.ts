import { setTimeout } from 'node:timers/promises';
import type { AccountLink } from '../../../db/account/link.ts';
import type { Ring } from '../reads/read-account.ts';

/** Milliseconds from one reading to the next: of users, of all else, and of the levels of everybody's skills. */
export const rhythm = { users: 60_000, everything: 3_600_000, levels: 86_400_000 };
/** Milliseconds between two looks whether somebody here decided something. */
const lookEvery = 1_000;
/** What events are about is read after so many milliseconds: they come in bunches. */
const settling = 500;

/** What is to be read at once: these users, or, after the line was down, all of them. */
export interface Hints {
  users: Set<string>;
  isBlind: boolean;
  /** Hears an event; null: anybody may have been missed. */
  hear(user_id: string | null): void;
  /** Waits for an event, or so many milliseconds. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  take(): { users: string[]; isBlind: boolean };
}

export function createHints(): Hints {
  let heard = new AbortController();
  const hints: Hints = {
    users: new Set(),
    isBlind: false,
    hear(user_id) {
      if (user_id === null) hints.isBlind = true;
      else hints.users.add(user_id);
      heard.abort();
    },
    async wait(ms, signal) {
      const either = AbortSignal.any([signal, heard.signal]);
      await setTimeout(ms, undefined, { signal: either }).catch(() => {});
      if (heard.signal.aborted) await setTimeout(settling, undefined, { signal }).catch(() => {});
    },
    take() {
      const { users, isBlind } = hints;
      hints.users = new Set();
      hints.isBlind = false;
      heard = new AbortController();
      return { users: [...users], isBlind };
    },
  };
  return hints;
}

export interface Watching {
  /** What was read when. */
  link(): Promise<Pick<AccountLink, 'read_at' | 'memberships_read_at'> | null>;
  /** Reads a ring, or these users; what goes wrong is told, and tried again. */
  read(ring: Ring): Promise<void>;
  readUsers(ids: readonly string[]): Promise<void>;
  /** Reads levels of skills that are due, as long as `goesOn`. */
  readLevels(goesOn: () => boolean): Promise<void>;
  /** Which change sets wait to be sent, and sends them; none where it only reads. */
  pushing?: { waiting(): Promise<readonly number[]>; push(): Promise<void> };
  hints: Hints;
  signal: AbortSignal;
}

/** Keeps reading until `signal` ends it: users every minute and after each event, all else every hour, levels in between. */
export async function watch(watching: Watching): Promise<void> {
  const { link, read, readUsers, readLevels, pushing, hints, signal } = watching;
  let nextUsers = 0;
  let tried = '';
  while (!signal.aborted) {
    const { users, isBlind } = hints.take();
    const isDue = isBlind || performance.now() >= nextUsers;
    // What could not be sent is tried again with the next reading.
    const waiting = String((await pushing?.waiting()) ?? '');
    if (waiting !== '' && (isDue || waiting !== tried)) await pushing?.push();
    tried = waiting;
    if (isDue) {
      nextUsers = performance.now() + rhythm.users;
      await read(await dueRing(link));
    } else if (users.length > 0) await readUsers(users);
    const isIdle = () => !signal.aborted && performance.now() < nextUsers && hints.users.size === 0;
    await readLevels(isIdle);
    if (isIdle())
      await hints.wait(Math.min(nextUsers - performance.now(), pushing ? lookEvery : rhythm.users), signal);
  }
}

/** Users are read each time; all else where that is an hour ago. */
async function dueRing(link: Watching['link']): Promise<Ring> {
  const { memberships_read_at } = (await link()) ?? {};
  const isFresh = memberships_read_at && Date.now() - Date.parse(memberships_read_at) < rhythm.everything;
  return isFresh ? 'users' : 'everything';
}
