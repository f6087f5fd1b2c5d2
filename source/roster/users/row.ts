import type { Presence, UserAccess } from './vocabulary.ts';

/** One line of the roster: what the table shows of a user. */
export interface Row {
  person_id: number;
  name: string;
  email: string;
  department: string;
  role: string;
  queues: string[];
  presence: Presence;
  presenceReason: string | null;
  status: UserAccess;
  /** Changed here and not at the account yet, or on both sides, or refused there last; null also where there is no account. */
  pending: 'waits' | 'clash' | 'refused' | null;
}

/** Which rows are wanted: `height` of them, with the cursor `delta` rows after `anchor`. */
export interface WindowRequest {
  /** A person, or an end of the list. */
  anchor: number | 'first' | 'last';
  /** How many rows of the view come before the anchor; null where nobody knows. */
  anchorRow: number | null;
  delta: number;
  /** The line of the window that the cursor should stand on, where the list's ends allow it. */
  cursorLine: number;
  height: number;
  /** Where the cursor goes when the anchor is not in the view: to the top, or to whoever comes next in order. */
  ifGone: 'first' | 'next';
}

/** The rows asked for. */
export interface RowWindow {
  rows: Row[];
  /** Index of the cursor in `rows`; -1 when there are none. */
  cursor: number;
  /**
   * How many rows of the view come before the first of `rows`; null where that would have to be counted: it is known from
   * the anchor's row and how far it is from there, and at the beginning of the list.
   */
  before: number | null;
}

/** What the footer counts. */
export interface Totals {
  /** How many match the view. */
  matching: number;
  users: number;
  /** How many of the selected ones match the view. */
  selectedMatching: number;
}

/** What is counted of a view, apart from its rows. */
export interface Counted {
  totals: Totals;
  /** How many users of the view come before the person asked about; null if nobody was, or they are not in it. */
  row: number | null;
}
