/** What was looked at, what is wrong with it, and what that takes to mend. */
export interface Finding {
  check: 'integrity' | 'references' | 'history' | 'outbox' | 'search';
  message: string;
  /**
   * `index`: a list that can be made anew from the rows, so nothing is lost. `data`: rows themselves. `schema`: what says
   * where everything lies, so that no row can be found. `records`: the file is whole, and what it says does not fit together.
   */
  damage: 'index' | 'data' | 'schema' | 'records';
}

/** So many findings of a kind are told; more say nothing new. */
export const findingsAtMost = 100;

/** Told what is being looked at; may throw to end the check. */
export type OnChecking = (what: string) => void;
