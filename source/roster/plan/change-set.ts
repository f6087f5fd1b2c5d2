import type { PushCost } from '../push/push-cost.ts';
import type { PushOfSet } from '../push/refused.ts';
import type { FieldName, UserSettings } from '../users/user.ts';
import type { PackageName } from '../users/vocabulary.ts';

export type FieldChanges = {
  [Name in FieldName]?: { before: UserSettings[Name] | null; after: UserSettings[Name] | null };
};

/** What happens to one user: the fields that differ, before and after. */
export interface Change {
  person_id: number;
  user_email: string;
  user_name: string;
  action: 'add' | 'update' | 'remove';
  /** The version the plan was made on; null where the person had no license. */
  version: number | null;
  /** When the user was added, where that is lost (remove) or comes back (add by undo). */
  added_at?: string | null;
  fields: FieldChanges;
}

export interface Problem {
  /** Stable, for scripts. */
  code: string;
  line?: number;
  column?: string;
  value?: string;
  /** A sentence: what is wrong, with the value, and what to do next. */
  message: string;
  /** Whom it is about, where it is about one user. */
  person_id?: number;
}

/** License arithmetic of one package. */
export interface LicenseUse {
  package_name: PackageName;
  before: number;
  after: number;
  total: number;
}

export const catalogKinds = [
  'queue',
  'role',
  'skill',
  'team',
  'region',
  'template',
  'operator',
  'account',
  'license_pool',
] as const;
export type CatalogKind = (typeof catalogKinds)[number];

/** A queue, role, operator … as names and values, in the words of JSON. */
export type CatalogRecord = Readonly<Record<string, unknown>>;

/** What happens to something that the account has besides users. */
export interface CatalogChange {
  of: CatalogKind;
  /** Null until it is added. */
  id: number | null;
  name: string;
  /** Null where it did not exist. */
  before: CatalogRecord | null;
  /** Null where it is gone. */
  after: CatalogRecord | null;
}

/** `pull`: what was changed at the account itself, and read there; `refused`: what it did not take, and is taken back here. */
export type ChangeSetKind =
  | ('add' | 'edit' | 'remove' | 'import' | 'catalog')
  | ('undo' | 'redo')
  | ('pull' | 'refused');

/** Decided at the account already: what the roster has to say of licenses, e-mails and who may be added comes too late. */
export function isByAccount(kind: ChangeSetKind): boolean {
  return kind === 'pull' || kind === 'refused';
}

/** How an undo or redo moves a set between the two stacks of its operator (domain rule 9). */
export type Step = 'undo' | 'redo';

/** A setting that was changed both here and at the account, and that a change set decides on. */
export interface Resolved {
  person_id: number;
  field: FieldName;
  /** As the account has it. */
  theirs: unknown;
  /** It stays as it is here, and is sent. */
  stays: boolean;
}

/** Everything that would be written, and why it can't be if there are problems. Made by `plan`, written by `apply`. */
export interface ChangeSet {
  kind: ChangeSetKind;
  /** One line for history and toasts, such as `Remove 3 users`. */
  summary: string;
  /** The change set that this one takes back. */
  undoes?: number;
  /** Set where that moves it between the stacks; else this is a change of its own. */
  step?: Step | undefined;
  /** Why it takes back only a part of that set; absent where it takes back all of it. */
  partial?: 'chosen' | 'clashes';
  /** Who of that set stays as they are, and why. */
  leftOut?: Problem[];
  /** What of it decides on what clashes with the account. */
  resolved?: Resolved[];
  changes: Change[];
  /** Queues, roles, operators … that come, change or go; worked off before the users on adding, after them on removing. */
  catalog: CatalogChange[];
  problems: Problem[];
  licenses: LicenseUse[];
  /** Things worth knowing that hinder nothing. */
  notices: string[];
  /** What it takes at the account, where the roster is the mirror of one; history does not keep it. */
  account?: PushCost;
}

/** Whether there is nothing to write. */
export function isEmpty({ changes, catalog }: Pick<ChangeSet, 'changes' | 'catalog'>): boolean {
  return changes.length === 0 && catalog.length === 0;
}

/** The changes without what stays here as it is, and is other than at the account alone. */
export function changesHere({ changes, resolved = [] }: Pick<ChangeSet, 'changes' | 'resolved'>): Change[] {
  const staying = resolved.filter(({ stays }) => stays);
  if (staying.length === 0) return changes;
  const byPerson = Map.groupBy(staying, ({ person_id }) => person_id);
  return changes.map(change => {
    const names = new Set<string>(byPerson.get(change.person_id)?.map(({ field }) => field));
    const fields = Object.entries(change.fields).filter(([name]) => !names.has(name));
    return { ...change, fields: Object.fromEntries(fields) };
  });
}

/** A change set as history keeps it. */
export interface AppliedChangeSet extends ChangeSet {
  id: number;
  /** ISO 8601 UTC. */
  at: string;
  operator_name: string;
  /** From where: `local`, or `ssh` and the address. */
  via: string;
  /** How many users it changed; `changes` may be left out of lists. */
  users: number;
  undone_by: number | null;
  /** How far it is at the account, where it is for that too and that is known. */
  push?: PushOfSet;
  /** By which set a part of it was taken back, where the rest is in force. */
  partly_undone_by?: number;
}

/** `undone by 13`, `partly undone by 13`; empty while all of it is in force. */
export function undoneText({
  undone_by,
  partly_undone_by,
}: Pick<AppliedChangeSet, 'undone_by' | 'partly_undone_by'>): string {
  if (undone_by !== null) return `undone by ${undone_by}`;
  return partly_undone_by === undefined ? '' : `partly undone by ${partly_undone_by}`;
}

/** More users than this in one change set are refused (architecture: a change set holds at most 10,000). */
export const changeSetLimit = 10_000;

/** More additions than this at once are refused (domain rule 2). */
export const addLimit = 1_000;
