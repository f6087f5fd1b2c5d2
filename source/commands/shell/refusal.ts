/** Exit codes (docs/scripting.md). */
export const exits = {
  done: 0,
  /** Refused or failed; nothing was changed. */
  refused: 1,
  usage: 2,
  /** The operator may not do this. */
  forbidden: 3,
  /** A part was done, and the rest is named: bad rows of `people import`, or who clashes in `undo --skip-conflicts`. */
  partial: 4,
} as const;

/** Ends a command with a sentence for people on stderr: what is wrong, and what to do next. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly exitCode: number;
  /** Stable, for scripts. */
  readonly code: string;

  constructor(message: string, exitCode: number = exits.refused, code = 'refused') {
    super(message);
    this.exitCode = exitCode;
    this.code = code;
  }
}
