import { setTimeout as sleep } from 'node:timers/promises';
import type { RosterDatabase } from '../../db/open.ts';
import { giveUpOrphans, isAnySending } from '../../db/outbox/outbox-sending.ts';
import { lockFor, type ProcessLock } from '../../db/process-lock.ts';

const tryEvery = 50;

/**
 * Becomes the one sender of a roster; null if another one is still there after `longestWait` ms, or `leaving` was
 * aborted. What a sender that died was about to send is unknown from then on. Throws OpenError and BusyError.
 */
export async function becomeSender(
  roster: RosterDatabase,
  { longestWait, leaving }: { longestWait: number; leaving: AbortSignal },
): Promise<{ lock: ProcessLock; orphans: number } | null> {
  const started = performance.now();
  while (!leaving.aborted) {
    const lock = lockFor('sender', roster.path);
    if (lock) {
      try {
        return { lock, orphans: await tidy(roster) };
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    if (performance.now() - started >= longestWait) return null;
    await sleep(tryEvery, null, { signal: leaving }).catch(() => {});
  }
  return null;
}

/** Finds out what a dead sender left behind, if no living one is there. */
export async function tidyIfAlone(roster: RosterDatabase): Promise<void> {
  if (!(await isAnySending(roster.read))) return;
  const lock = lockFor('sender', roster.path);
  if (!lock) return;
  try {
    await tidy(roster);
  } finally {
    lock.release();
  }
}

/** Under the lock nobody sends, so whatever is still `sending` was left behind. */
async function tidy(roster: RosterDatabase): Promise<number> {
  if (!(await isAnySending(roster.read))) return 0;
  return await giveUpOrphans(roster.write(), new Date().toISOString());
}
