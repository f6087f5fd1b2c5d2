import type { PoolUse } from '../plan/facts.ts';

/** How long more may be signed in than there are licenses before it is billed (domain rule 4). */
const graceMinutes = 30;

/** A pool that is exceeded. */
export interface Grace {
  /** ISO 8601 UTC. */
  exceededSince: string;
  /** When the grace is over; ISO 8601 UTC. */
  graceUntil: string;
  /** How many licenses are missing now. */
  excess: number;
  /** The grace is over: the excess is billed. */
  overdue: boolean;
}

/** The 30-minute grace of a pool of the concurrent model (domain rule 4); null where it is not exceeded. */
export function graceOf(
  { used, total, exceeded_since }: Pick<PoolUse, 'used' | 'total' | 'exceeded_since'>,
  now: Date,
): Grace | null {
  if (exceeded_since === null || used <= total) return null;
  const until = graceUntil(exceeded_since);
  return {
    exceededSince: exceeded_since,
    graceUntil: until,
    excess: used - total,
    overdue: now >= new Date(until),
  };
}

/** Whether a time over a pool is longer than the grace: its excess is billed. */
export function isBilled({ since, until }: { since: string; until: string | null }, now: Date): boolean {
  return (until === null ? now : new Date(until)) >= new Date(graceUntil(since));
}

function graceUntil(since: string): string {
  return new Date(new Date(since).getTime() + graceMinutes * 60_000).toISOString();
}
