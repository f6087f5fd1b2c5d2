import type { Template } from './catalog.ts';
import type { AppliedChangeSet, ChangeSet, Problem } from './change-set.ts';
import type { PoolUse } from './facts.ts';
import type { FieldEdit } from './field-edit.ts';
import type { FormEffect, FormOutcome, Spared } from './form-effects.ts';
import type { PageEffect, PageOutcome } from './page-effects.ts';
import type { RowWindow, Totals, WindowRequest } from './row.ts';
import type { Sort, View } from './view.ts';
import type { Viewer } from './viewer.ts';
import type { LicenseModel } from './vocabulary.ts';

/** What the header shows. */
export interface AccountSummary {
  account_name: string;
  license_model: LicenseModel;
  pools: PoolUse[];
}

/** Something that a screen wants planned: on these people, or on a change set. */
export type Wish =
  | { kind: 'remove'; ids: readonly number[] }
  | { kind: 'edit'; ids: readonly number[]; edits: readonly FieldEdit[]; spared?: Spared | undefined }
  | { kind: 'add'; ids: readonly number[]; edits: readonly FieldEdit[]; template: Template | null }
  /** A CSV file; the path as it was typed. */
  | { kind: 'import'; path: string }
  | { kind: 'undo' }
  /** Any set, whoever made it. */
  | { kind: 'undo-set'; id: number }
  | { kind: 'redo' };

/** A plan as a screen shows it. */
export interface Planned {
  wish: Wish;
  changeSet: ChangeSet;
  /** People left out of the change set, and why; the rest can be applied. */
  leftOut: Problem[];
}

/** What the screen still holds on to and the database no longer has. */
export interface Gone {
  /** The name of the queue or role that is filtered by. */
  queue: string | null;
  role: string | null;
  /** Selected people who are no users any more. */
  selected: number[];
}

/** What is remembered of the screen, per operator. */
export interface Remembered {
  search: string;
  queue: string | null;
  status: View['status'];
  role: string | null;
  sort: Sort;
  columns: string[];
}

/** A line of a list to choose from. */
export interface Choice {
  id: number;
  name: string;
  /** How many users choosing it would show. */
  users: number;
}

/** What a reducer asks the outside for. The interpreter answers with outcomes. */
export type Effect =
  | PageEffect
  | FormEffect
  | { type: 'window'; view: View; request: WindowRequest; count: readonly number[] | null }
  | { type: 'ids'; view: View; change: 'add' | 'remove' | 'invert' }
  | { type: 'between'; view: View; ids: [number, number] }
  | { type: 'choices'; of: 'queue' | 'role'; view: View }
  | { type: 'refresh'; view: View; selected: readonly number[] }
  | { type: 'plan'; wish: Wish }
  | { type: 'apply'; planned: Planned }
  | { type: 'give-up' }
  | { type: 'copy'; text: string }
  | { type: 'copy-rows'; ids: readonly number[]; view: View }
  | { type: 'remember'; settings: Remembered }
  | { type: 'expire-toast'; id: number; ms: number }
  | { type: 'redraw' }
  | { type: 'suspend' }
  /** `refused`: a sentence on why whoever looks may do so no longer. */
  | { type: 'quit'; refused?: string };

/** What comes back; each becomes an action of the reducer. */
export type Outcome =
  | PageOutcome
  | FormOutcome
  | { type: 'windowed'; window: RowWindow; totals: Totals | null }
  | { type: 'ids'; ids: readonly number[]; change: 'add' | 'remove' | 'invert' }
  | { type: 'choices'; of: 'queue' | 'role'; choices: Choice[]; all: number }
  | { type: 'refreshed'; account: AccountSummary; gone: Gone; viewer: Viewer }
  /** Whoever looks is no operator any more, or may not even look. */
  | { type: 'dismissed'; why: string }
  | { type: 'planned'; planned: Planned }
  | { type: 'nothing-to-plan'; wish: Wish }
  | { type: 'applied'; applied: AppliedChangeSet; wish: Wish }
  | { type: 'stale'; planned: Planned; changed: readonly number[] }
  | { type: 'waiting'; waiting: boolean }
  | { type: 'copied'; what: string; text: string }
  | { type: 'toast-expired'; id: number }
  | { type: 'others-changed' }
  | { type: 'failed'; message: string };
