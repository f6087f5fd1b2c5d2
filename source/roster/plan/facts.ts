import type { Operator } from '../access/privileges.ts';
import type { Catalog, OperatorRecord } from '../catalog/catalog.ts';
import type { Stacks } from '../undo/undo-stacks.ts';
import type { Person, User } from '../users/user.ts';
import type { LicenseModel, NoticesBy, PackageName, Plan } from '../users/vocabulary.ts';
import type { AppliedChangeSet, FieldChanges } from './change-set.ts';

/** A license pool and how much of it is in use: users under the named model, signed-in users under the concurrent one. */
export interface PoolUse {
  package_name: PackageName;
  total: number;
  used: number;
  /** ISO 8601 UTC; since when more users are signed in than there are licenses (concurrent model); null while not. */
  exceeded_since: string | null;
}

/** How many users hold a package, and how many of them are signed in: what one model counts, and the other. */
export interface PackageCount {
  package_name: PackageName;
  users: number;
  signed_in: number;
}

export interface Account {
  account_name: string;
  plan: Plan;
  license_model: LicenseModel;
  /** How much of the Zoom account's rate this roster takes, above 0 and up to 1. */
  rate_share: number;
  /** Who writes to people who are added, while the roster is connected. */
  notices: NoticesBy;
  /** Whether the roster is the mirror of a Zoom account, which does not say how many licenses it has. */
  is_connected: boolean;
  /** The words of the e-mail to people who were added; null: the ones that come with the program. */
  notice_subject: string | null;
  notice_text: string | null;
}

/** Somebody whom an intent names: the words used for them, and who that is – null where nobody answers to it. */
export interface Subject {
  asked: string;
  person: Person | null;
  user: User | null;
  /** Whose address that is, where the person was known by an id and it is somebody else's. */
  holder?: Person;
}

/** What a plan needs to know; read from the database in a few queries. */
export interface Facts {
  account: Account;
  pools: PoolUse[];
  packages: readonly PackageCount[];
  catalog: Catalog;
  operators: readonly OperatorRecord[];
  /** The operator at work. */
  operator: Operator;
  subjects: Subject[];
  /** The account users who may not be removed by this operator, with the reason (screens: dialogs). */
  notRemovable: ReadonlyMap<number, string>;
  /** For an undo: by which change set those who are no users were removed last. */
  removed?: ReadonlyMap<number, LaterSet>;
  /** For an undo. */
  undo?: UndoFacts;
}

/** A change set that came later than the one to undo. */
export type LaterSet = Pick<AppliedChangeSet, 'id' | 'operator_name'>;

/** What the plan of an undo needs to know besides. */
export interface UndoFacts {
  /** What the operator would undo and redo next. */
  stacks: Stacks;
  /** Of a set that is undone in part: by which set each of these parts is (`partOf`). */
  takenBack: ReadonlyMap<string, number>;
  /** Of users of whom the account took only a part: what of the set was taken back. */
  refusedParts: ReadonlyMap<number, FieldChanges>;
  /** By which set in force that came later a field of a user was changed last (`laterKey`), of users who clash. */
  later: ReadonlyMap<string, LaterSet>;
  /** What people had and is no more (`queue 3`): by which change set it was removed last. */
  lost: ReadonlyMap<string, LaterSet>;
  /** Whose e-mail was withdrawn unsent, and waits again once they are back (domain rule 5). */
  unsent: ReadonlySet<number>;
  /** Whether the set removed users at the account, too. */
  removedThere: boolean;
}
