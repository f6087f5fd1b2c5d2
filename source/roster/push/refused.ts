import type { PushProgress, RefusalState } from './push-state.ts';

/** A change set at the account, as pages know it. */
export interface PushOfSet extends PushProgress {
  /** What took back here what the account refused; null where nothing had to be. */
  refused_set_id: number | null;
}

/** A user, or a thing of the catalog, that the account did not take. */
export interface RefusedPart {
  /** Null for a thing. */
  person_id: number | null;
  /** `Ana Silva`, `queue Nights`. */
  name: string;
  /** Empty for a thing. */
  email: string;
  /** `Queues: …` in front of what the account says, where it took the rest. */
  reason: string;
  state: RefusalState;
}
