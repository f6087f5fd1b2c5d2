/** What becomes of the other rows of a batch where one can't be done: nothing, those before it, all of them. */
export type BatchOutcome = 'whole' | 'until_bad' | 'good_rows';

/** What no reference says of an account, and was found out on a test user; null: not known. */
export interface Findings {
  batches: BatchOutcome | null;
  /** Whether who is put into a queue counts as changed in the list of users. */
  memberships_move_time: boolean | null;
  /** Whether a new token ends the one before. */
  tokens: 'one' | 'several' | null;
}

/** What of a test user was changed for a moment, and how it was. */
export interface ToPutBack {
  /** The account's. */
  user_id: string;
  user_email: string;
  country: { before: string; during: string } | null;
  /** They were not in it. */
  queue: { queue_id: string; queue_name: string } | null;
}

export interface Probed extends Findings {
  user_email: string;
  /** ISO 8601 UTC. */
  at: string;
  /** Null where all is as it was. */
  to_put_back: ToPutBack | null;
}

const batchTexts: Record<BatchOutcome, string> = {
  whole: 'nothing is done where one row can’t be',
  until_bad: 'where one row can’t be done, those before it are',
  good_rows: 'where one row can’t be done, all others are',
};

const tokenTexts = {
  one: 'a new one ends the one before',
  several: 'a new one leaves those before alone',
};

/** A line each, for people. */
export function findingLines({ batches, memberships_move_time: moves, tokens }: Findings): string[] {
  const unknown = 'not known';
  const memberships = moves ? 'count as a change of the user' : 'do not count as a change of the user';
  return [
    `Batches: ${batches === null ? unknown : batchTexts[batches]}`,
    `Memberships: ${moves === null ? unknown : memberships}`,
    `Tokens: ${tokens === null ? unknown : tokenTexts[tokens]}`,
  ];
}

/** What is still otherwise than it was, for people: `country GB instead of US, in the queue Billing`. */
export function toPutBackText({ country, queue }: ToPutBack): string {
  return [
    ...(country ? [`country ${country.during} instead of ${country.before}`] : []),
    ...(queue ? [`in the queue ${queue.queue_name}`] : []),
  ].join(', ');
}
