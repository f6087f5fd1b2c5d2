import { readLink } from '../../../db/account/link.ts';
import { readWaitingSets } from '../../../db/account/push-list.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { may, type Operator } from '../../roster/access/privileges.ts';

/** Milliseconds after which what waits is tried again: the account may have been out of reach. */
const againAfter = 60_000;

interface Parts {
  read: Db;
  /** Whoever looks by now. */
  operator(): Operator;
  /** Runs a command of this program in a process of its own; resolves with its exit code. */
  run(words: readonly string[]): Promise<number>;
}

export interface BackgroundPush {
  /**
   * Something may wait: it is sent, unless that is under way or was tried a moment ago; with `again` all the same. `onFailure`
   * hears where nothing came of it and the account is not the reason.
   */
  look(onFailure: () => void, again?: boolean): void;
  /** The screen is left: what nobody tried yet is handed to a process that goes on alone. */
  leave(): Promise<void>;
  /** Takes back here what of a change set waits, once nobody sends. Throws where that can't be. */
  giveUp(id: number): Promise<null>;
}

/** Has what waits sent while the screen goes on, one process at a time; what could not be sent is tried again every minute. */
export function createBackgroundPush({ read, operator, run }: Parts): BackgroundPush {
  let isRunning = false;
  /** The newest change set that was tried to be sent. */
  let tried = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Null where nothing waits, or whoever looks may not send it. */
  async function newestWaiting(): Promise<number | null> {
    return may(operator(), 'UserManagement:Edit') ? (await readWaitingSets(read)).newest : null;
  }

  async function work(onFailure: () => void, again: boolean): Promise<void> {
    let newest = await newestWaiting();
    let isDue = again;
    while (newest !== null && (newest > tried || isDue)) {
      isDue = false;
      tried = newest;
      const code = await run(['push']);
      // Others may have decided something meanwhile.
      newest = await newestWaiting();
      const isStuck = code !== 0 && newest !== null && newest <= tried;
      if (isStuck && !(await readLink(read))?.failure) onFailure();
    }
    if (newest !== null) lookAgain(onFailure);
  }

  function lookAgain(onFailure: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(() => look(onFailure, true), againAfter).unref();
  }

  function look(onFailure: () => void, again = false): void {
    if (isRunning) return;
    isRunning = true;
    work(onFailure, again)
      // A database that can't be read is told by whoever draws it.
      .catch(() => lookAgain(onFailure))
      .finally(() => {
        isRunning = false;
      });
  }

  async function leave(): Promise<void> {
    const newest = await newestWaiting().catch(() => null);
    // One that is under way knows nothing of it; this one waits for that.
    if (newest !== null && newest > tried) void run(['push']);
  }

  async function giveUp(id: number): Promise<null> {
    const words = ['push', '--give-up', String(id)];
    if ((await run(words)) === 0) return null;
    throw new Error(`Change ${id} could not be given up. Why: roster ${words.join(' ')}`);
  }

  return { look, leave, giveUp };
}
