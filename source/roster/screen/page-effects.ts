import type { Usage } from '../licenses/usage.ts';
import type { AppliedChangeSet, Change } from '../plan/change-set.ts';
import type { ClashingUser } from '../pull/clash-lines.ts';
import type { RefusedPart } from '../push/refused.ts';
import type { FieldName, User } from '../users/user.ts';
import type { View } from './view.ts';

/** Where history goes on: the sets before this one, or – to read again what is shown – all since that one. */
export type HistoryPlace = { before: number | null } | { since: number };

/** What of a user is otherwise at the account that the roster mirrors. */
export interface AtAccount {
  /** Added here, and not there yet. */
  isNew: boolean;
  /** Changed here, and not there yet. */
  waits: readonly FieldName[];
  /** Changed on both sides. */
  clashes: readonly FieldName[];
  /** What the account refused last, and why, where nothing was changed about them since. */
  refused: { change_set_id: number; reasons: readonly string[] } | null;
  /** Skills whose level was not read yet, by their ids. */
  unread: readonly number[];
}

/**
 * Asks what of these people, or of everybody, was changed both here and at the account. `seenIn`: what was shown of them when they were
 * picked. `opens`: to be shown where it is not yet.
 */
interface ClashesEffect {
  type: 'clashes';
  ids: readonly number[] | null;
  seenIn?: View | undefined;
  opens: boolean;
}

/** What pages ask the outside for. */
export type PageEffect =
  | { type: 'user'; id: number }
  | ClashesEffect
  /** `search`: only what has these words. */
  | { type: 'history'; person_id: number | null; search: string; place: HistoryPlace }
  | { type: 'change-set'; id: number; after: number | null }
  /** The change sets that are for the account. */
  | { type: 'pushes' }
  | { type: 'usage' }
  /** What becomes of the e-mails to people who were added. */
  | { type: 'outbox' }
  | { type: 'complete-path'; text: string }
  /** `total`: how many users that are, where it is known. */
  | { type: 'export'; view: View; path: string; overwrite: boolean; total: number | null }
  | { type: 'stop-export' };

/** What comes back to them. */
export type PageOutcome =
  | (ClashesEffect & { users: ClashingUser[] })
  /** `user` is null for whoever has no license any more; `changes` where the operator may not read history. */
  | {
      type: 'user';
      id: number;
      user: User | null;
      changes: AppliedChangeSet[] | null;
      atAccount?: AtAccount | null;
    }
  | {
      type: 'history';
      person_id: number | null;
      search: string;
      place: HistoryPlace;
      /** Without the changes of each user. */
      sets: AppliedChangeSet[];
      /** How many there are in all, of those with these words. */
      total: number;
    }
  /** The changes after `after`, some hundred at a time; `set` has none of them. */
  | {
      type: 'change-set';
      set: AppliedChangeSet;
      after: number | null;
      changes: Change[];
      /** What of it the account did not take. */
      refused: readonly RefusedPart[];
    }
  | { type: 'pushes'; sets: readonly AppliedChangeSet[]; total: number }
  /** Not for this operator, who could read it a moment ago. */
  | { type: 'withheld' }
  | { type: 'usage'; usage: Usage }
  | { type: 'outbox'; waiting: number; unknown: number }
  /** `asked`: what was to be completed. */
  | { type: 'path-completed'; asked: string; text: string; names: string[] }
  | { type: 'exported'; path: string; count: number }
  | { type: 'export-exists'; path: string }
  /** Somebody stopped it: there is no file. */
  | { type: 'export-stopped'; path: string };
