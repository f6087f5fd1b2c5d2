import type { Problem } from '../plan/change-set.ts';
import type { Facts, Subject } from '../plan/facts.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import type { AccountStatus } from '../users/vocabulary.ts';
import type { ChangeRequest, Planned } from './effects.ts';
import type { UnsavedForm } from './session-state.ts';

/** Edits that somebody else's later changes win over, by the person who is spared them. */
export type Spared = ReadonlyMap<number, readonly FieldEdit[]>;

/** Somebody of the account without a license. */
export interface Candidate {
  person_id: number;
  name: string;
  email: string;
  department: string;
  account_status: AccountStatus;
  /** What they are sorted by; the list goes on behind it. */
  name_key: string;
}

/** Where the list of candidates goes on; null is its beginning. */
export type CandidatePlace = Pick<Candidate, 'name_key' | 'person_id'> | null;

/** A stretch of the people without a license. */
export interface CandidatePage {
  candidates: Candidate[];
  /** Whether there are more behind these. */
  more: boolean;
  /** How many match, counted up to `countedTo`; null where the list only goes on. */
  matching: number | null;
}

/** So many people without a license are counted; beyond that they are "more than". */
export const countedTo = 1_000;

/** What a form wants of the roster; both are planned while it is filled in. */
export type FormChangeRequest = Extract<ChangeRequest, { kind: 'add' | 'edit' }>;

/** Whether a form wants this: it alone spares somebody, if only nobody. What it wants it plans anew by itself. */
export function isFormRequest(request: ChangeRequest): request is FormChangeRequest {
  return request.kind === 'add' || (request.kind === 'edit' && request.spared !== undefined);
}

/** What forms ask the outside for. */
export type FormEffect =
  /** `restored`: the form that was not saved and that is to be gone on with. */
  | { type: 'form-facts'; of: 'add' | 'edit'; ids: readonly number[]; restored?: UnsavedForm }
  /** The form of a change set again, with those alone whom the account refused; answered with `form-facts`. */
  | { type: 'refused-form'; id: number }
  /** `seen`: the version of each user that the form shows; null for whom it shows as no user. */
  | {
      type: 'form-plan';
      number: number;
      request: FormChangeRequest;
      seen: ReadonlyMap<number, number | null>;
    }
  | { type: 'candidates'; search: string; after: CandidatePlace; limit: number }
  /** `unreadable`: lines of the list without an e-mail; they are refused, too, as are `moreUnreadable` more. */
  | {
      type: 'candidates-named';
      emails: readonly string[];
      unreadable: readonly string[];
      moreUnreadable: number;
    };

/** What comes back to them. */
export type FormOutcome =
  /** `picked`: whom that form was to add, as they are now; `said`: a sentence on what form it is. */
  | {
      type: 'form-facts';
      of: 'add' | 'edit';
      facts: Facts;
      restored?: UnsavedForm;
      picked?: Candidate[];
      said?: string;
    }
  /**
   * `meanwhile`: those who are not as the form shows them, as they are now; `removed`: by which change set those of them
   * were removed who are no users any more.
   */
  | {
      type: 'form-planned';
      number: number;
      planned: Planned;
      meanwhile: Subject[];
      removed: NonNullable<Facts['removed']>;
    }
  | { type: 'candidates'; search: string; after: CandidatePlace; page: CandidatePage }
  /** `unlisted`: how many lines more were refused than are named. */
  | { type: 'candidates-named'; candidates: Candidate[]; refused: Problem[]; unlisted: number };
