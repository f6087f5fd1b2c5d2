/** By what an operator is known: a login of the operating system, or a key of theirs. */
export type Proof = { login: string } | { operator_id: number; key: string };

/** Who applies a change set, from where, and when. */
export interface Authorship {
  operator_id: number;
  operator_name: string;
  via: string;
  /** ISO 8601 UTC. */
  at: string;
  /** By what the operator is known, to be looked at once more; without it they are taken at their word: made-up history. */
  proof?: Proof;
}
