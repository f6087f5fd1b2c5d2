import type { Viewer } from '../access/viewer.ts';
import type { AppliedChangeSet, ChangeSet, Problem } from '../plan/change-set.ts';
import type { PoolUse } from '../plan/facts.ts';
import type { Resolution } from '../plan/plan-resolve.ts';
import type { TakenBack } from '../plan/reason-to-ask.ts';
import type { PushProgress } from '../push/push-state.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import type { Counted, RowWindow, WindowRequest } from '../users/row.ts';
import type { LicenseModel } from '../users/vocabulary.ts';
import type { Drawing } from './drawing.ts';
import type { FormEffect, FormOutcome, Spared } from './form-effects.ts';
import type { News } from './news.ts';
import type { PageEffect, PageOutcome } from './page-effects.ts';
import type { Selection } from './selection.ts';
import type { SessionState } from './session-state.ts';
import type { Sort, View } from './view.ts';

/** What the header shows. */
export interface AccountSummary {
  account_name: string;
  license_model: LicenseModel;
  pools: PoolUse[];
  /** Whether anybody is in the account at all, with or without a license. */
  hasPeople: boolean;
  /** How many users there are whose account is inactive, and who hold a license all the same. */
  leavers: number;
  /** What the e-mails of most users end with, in lower case, as `@acme.example`; null where they share none. */
  domain: string | null;
  /** Where the roster is connected to the vendor's account. */
  source?: AccountSource | undefined;
}

/** The vendor's account that the roster mirrors. Times are ISO 8601 UTC. */
export interface AccountSource {
  /** When it was read last; null: not yet. */
  read_at: string | null;
  /** Since when it can't be reached, and why; null: it can be. */
  failing_since: string | null;
  failure: string | null;
  /** How many change sets wait to be sent there. */
  waiting: number;
}

/** How far a change set is at the account. */
export interface PushNews extends PushProgress {
  id: number;
}

/** Something that a screen wants planned: on these people, or on a change set. */
export type ChangeRequest =
  /** `seenIn`: what was shown of them when they were picked; whom it does not show has to be said. */
  | { kind: 'remove'; ids: readonly number[]; seenIn?: View | undefined; leavers?: undefined }
  /** Whoever's account is inactive by then; `ids` are those who were found last. */
  | { kind: 'remove'; ids: readonly number[]; seenIn?: undefined; leavers: true }
  | {
      kind: 'edit';
      ids: readonly number[];
      edits: readonly FieldEdit[];
      spared?: Spared | undefined;
      seenIn?: View | undefined;
    }
  | { kind: 'add'; ids: readonly number[]; edits: readonly FieldEdit[] }
  /** Decides on what was changed both here and at the account. */
  | {
      kind: 'resolve';
      ids: readonly number[];
      resolutions: readonly Resolution[];
      seenIn?: View | undefined;
    }
  /** A CSV file; the path as it was typed. */
  | { kind: 'import'; path: string }
  | { kind: 'undo' }
  /** Any set, whoever made it. */
  | { kind: 'undo-set'; id: number }
  | { kind: 'redo' };

/** A plan as a screen shows it. */
export interface Planned {
  request: ChangeRequest;
  changeSet: ChangeSet;
  /** People left out of the change set, and why; the rest can be applied. */
  leftOut: Problem[];
  /** How many of those it is about are not in the view that they were picked in. */
  notShown?: number;
  /** What an undo or redo takes back. */
  takesBack?: TakenBack;
}

/** The names of the queue and role that are filtered by and that the database no longer has. */
export interface MissingFilters {
  queue: string | null;
  role: string | null;
}

/** What is remembered of the screen, per operator. */
export interface Remembered {
  search: string;
  queue: string | null;
  status: View['status'];
  role: string | null;
  package: View['package'];
  sort: Sort;
  columns: string[];
}

/** A line of a list to choose from. */
export interface Choice {
  id: number;
  name: string;
}

/** What takes so long that it is told how far it is. */
export type Task = 'select' | 'copy' | 'export' | 'write';

/** How far a task is; the total where it is known. */
export interface Progress {
  done: number;
  total: number | null;
}

/** Asks for what is counted of a view. */
export interface CountEffect {
  type: 'count';
  view: View;
  selected: Selection;
  /** Whose row in the view is wanted, if anybody's. */
  person_id: number | null;
}

/** What a reducer asks the outside for. The interpreter answers with outcomes. */
export type Effect =
  | PageEffect
  | FormEffect
  | CountEffect
  | { type: 'window'; view: View; request: WindowRequest }
  | { type: 'ids'; view: View; change: 'all' | 'invert' }
  | { type: 'between'; view: View; ids: [number, number] }
  | { type: 'choices'; of: 'queue' | 'role' }
  /** How many users of the view each choice would show. */
  | { type: 'choice-counts'; of: 'queue' | 'role'; view: View }
  /** `since`: the newest change set that is known; null if none is. `follows`: those whose way into the account is followed. */
  | { type: 'refresh'; view: View; since: number | null; follows: readonly number[] }
  /** Has what waits sent into the account; `again`: also what was just tried. */
  | { type: 'send-waiting'; again: boolean }
  /** Takes back here what of a change set waits to be sent. */
  | { type: 'give-up-push'; id: number }
  /** Asks which of the selected people are no users any more. */
  | { type: 'missing-users'; selected: Selection }
  | { type: 'plan'; request: ChangeRequest }
  | { type: 'apply'; planned: Planned }
  | { type: 'give-up' }
  /** To be kept for the next time; it is drawn so by now. */
  | { type: 'draw'; drawing: Drawing }
  | { type: 'copy'; text: string }
  | { type: 'copy-rows'; ids: Selection; view: View }
  | { type: 'remember'; settings: Remembered }
  /** For the next start, however this session ends. */
  | { type: 'save-session'; session: SessionState }
  | { type: 'expire-toast'; id: number; ms: number }
  /** Asks to be told when so many milliseconds are over: something is drawn for as long. */
  | { type: 'wake'; ms: number }
  | { type: 'expire-news'; number: number; ms: number }
  | { type: 'redraw' }
  | { type: 'suspend' }
  /** `refused`: a sentence on why whoever looks may do so no longer. */
  | { type: 'quit'; refused?: string };

/** What comes back; each becomes an action of the reducer. */
export type Outcome =
  | PageOutcome
  | FormOutcome
  | { type: 'windowed'; request: WindowRequest; window: RowWindow }
  | ({ type: 'counted'; asked: CountEffect } & Counted)
  /** `all`: to be selected, or unselected if all of them are; `add`: to be selected. */
  | { type: 'ids'; view: View; ids: Selection; change: 'all' | 'add' | 'invert' }
  | { type: 'choices'; of: 'queue' | 'role'; choices: Choice[] }
  | {
      type: 'choice-counts';
      of: 'queue' | 'role';
      view: View;
      users: ReadonlyMap<number, number>;
      all: number;
    }
  | {
      type: 'refreshed';
      account: AccountSummary;
      missing: MissingFilters;
      viewer: Viewer;
      news: News;
      /** Of the change sets that are followed those that are for the account. */
      pushes: readonly PushNews[];
    }
  /** What waits can't be sent from here, for a reason that is not the account's. */
  | { type: 'not-sent' }
  /** Whoever looks is no operator any more, or may not even look. */
  | { type: 'dismissed'; why: string }
  | { type: 'missing-users'; people: Selection }
  | { type: 'planned'; planned: Planned }
  | { type: 'nothing-to-plan'; request: ChangeRequest }
  | { type: 'applied'; applied: AppliedChangeSet; request: ChangeRequest }
  | { type: 'stale'; planned: Planned; changed: readonly number[] }
  | { type: 'waiting'; waiting: boolean }
  | { type: 'copied'; what: string; text: string }
  | { type: 'toast-expired'; id: number }
  | { type: 'awake' }
  | { type: 'news-expired'; number: number }
  | { type: 'others-changed' }
  /** A task goes on for long; null when it is over. */
  | { type: 'progress'; task: Task; progress: Progress | null }
  /** `effect`: what could not be done. */
  | { type: 'failed'; message: string; effect?: Effect };
