/**
 * How far a change set is that is for the account too: it waits or is being sent, the account has all of it, a part of it or
 * nothing; or it needed no call because it was taken back before, or nobody waits for it any more.
 */
export const pushStates = ['waiting', 'pushed', 'in_part', 'refused', 'canceled', 'given_up'] as const;
export type PushState = (typeof pushStates)[number];

/** How far a change set is at the account. */
export interface PushProgress {
  state: PushState;
  /** When that came to be, ISO 8601 UTC. */
  changed_at: string;
  /** How many of its calls are done, and how many there are. */
  done: number;
  calls: number;
  /** How many users the account did not take. */
  refused: number;
}

/**
 * A call into the account. `sending` is written before anything is sent: found there by another process, it is `unknown` whether the
 * account has it, until that was read.
 */
export type StepState = 'waiting' | 'sending' | 'unknown' | 'done' | 'refused';

/** What the account did not take, or took and has otherwise. */
export type RefusalState = 'refused' | 'conflict';
