import type { Opening } from '../../app/opening.ts';
import type { TextField } from '../../keys/text-field.ts';
import type { Template } from '../../roster/catalog/catalog.ts';
import type { Problem } from '../../roster/plan/change-set.ts';
import type { Clash } from '../../roster/plan/clashes.ts';
import type { Facts, Subject } from '../../roster/plan/facts.ts';
import type { Planned } from '../../roster/screen/effects.ts';
import type { Candidate, Spared } from '../../roster/screen/form-effects.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import type { FieldName } from '../../roster/users/user.ts';

/** What a field shows of one or many users. */
export interface FieldValue {
  /** The users differ in it. */
  varies: boolean;
  /** What all of them have; null where they differ, or have nothing. */
  value: unknown;
  /** What was typed, where that can't be read. */
  typed?: string;
}

/** What was asked for, field by field; an empty list takes back what a template brings. */
export type FormDraft = Partial<Record<FieldName, readonly FieldEdit[]>>;

/** Whom to add: the people without a license, as far as they are listed, and those who were picked. */
export interface PeoplePane {
  field: TextField;
  candidates: Candidate[];
  /** What was searched for when they were listed. */
  listed: string;
  more: boolean;
  matching: number;
  /** The person that the cursor is on: others may add whoever is above. Null where nobody is listed. */
  current: number | null;
  /** By person, in the order in which they were picked. */
  picked: ReadonlyMap<number, Candidate>;
}

/** A form over the settings of users, or of those to be: its values, what was changed of them, and what that would do. */
export interface FormLayer {
  kind: 'form';
  of: 'add' | 'edit';
  /** As they were when the form opened; of users whom others changed since, as they are now, unless that clashes. */
  facts: Facts;
  people: PeoplePane | null;
  template: Template | null;
  draft: FormDraft;
  spared: Spared;
  before: Record<FieldName, FieldValue>;
  /** Of the fields that are not as before. */
  after: Partial<Record<FieldName, FieldValue>>;
  /** Edits that can't be read. */
  problems: Problem[];
  /** Index among the fields that can be opened. */
  cursor: number;
  /** Null until it is known, and while nothing is changed. */
  planned: Planned | null;
  /** What others changed meanwhile and my edits would change again, and those users as they are now. */
  clashes: Clash[];
  meanwhile: Subject[];
  /** A sentence about what others did meanwhile; null where they did nothing. */
  news: string | null;
  /** The number of the plan that was asked for last; older ones come too late. */
  asked: number;
  /** Saving has begun: first the plan is made again, then it is written. */
  saving: boolean;
}

/** A text field of the form below, open. */
export interface TextLayer {
  kind: 'text';
  field: TextField;
}

/** The list of people of the form below has the keys. */
export interface PeopleLayer {
  kind: 'people';
}

/** Asks whether to leave what is not saved. */
export interface LeaveLayer extends Opening {
  kind: 'leave';
}

export interface AssignState {
  /** `some`: of many users some have it. */
  picked: boolean | 'some';
  /** Index in the item's steps; -1 where users differ. */
  step: number;
  /** Opted out; null where that means nothing. */
  out: boolean | 'some' | null;
}

/** A queue, skill, team or add-on in a list where each may be had in a way of its own. */
export interface AssignItem {
  id: number | string | null;
  label: string;
  detail: string;
  disabled: string | null;
  /** The kinds or levels it may be had in. */
  steps: readonly string[];
  before: AssignState;
  now: AssignState;
  /** How many of many users have it; empty where it says nothing. */
  share: string;
}

/** A list typed to narrow, to pick one or several from, each in a way of its own. */
export interface AssignLayer {
  kind: 'assign';
  name: 'queues' | 'skills' | 'team' | 'add_ons_plan';
  title: string;
  items: AssignItem[];
  field: TextField;
  /** Id of the item that the cursor is on; where that does not match the field, it is on the first that does. */
  current: AssignItem['id'];
  /** Id of the item that was picked last, until the cursor moves or something is typed; undefined where none was. */
  pickedLast?: AssignItem['id'];
  /** Only one is taken: the one under the cursor. */
  single: boolean;
}
