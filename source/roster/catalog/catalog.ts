import type { Operator, Privilege } from '../access/privileges.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import type { Reference } from '../users/user.ts';
import type { Channel, OpenList } from '../users/vocabulary.ts';
import type { OperatorKey } from './operator-keys.ts';

export interface Role extends Reference {
  built_in: boolean;
  privileges: readonly Privilege[];
}

export interface Queue extends Reference {
  description: string;
  channel: Channel;
}

export interface Skill extends Reference {
  category: string;
  /** Graded skills have levels 1–5, plain ones none. */
  graded: boolean;
}

export type Team = Reference;

export interface Region extends Reference {
  is_main: boolean;
}

export const templateTypes = ['add', 'update'] as const;
export type TemplateType = (typeof templateTypes)[number];

/** A named bundle of settings, as the edits that put them in force (domain: template). */
export interface Template extends Reference {
  description: string;
  type: TemplateType;
  edits: readonly FieldEdit[];
}

/** What an account has that users can be given. */
export interface Catalog {
  roles: readonly Role[];
  queues: readonly Queue[];
  skills: readonly Skill[];
  teams: readonly Team[];
  regions: readonly Region[];
  templates: readonly Template[];
  /** What may be chosen of the lists that accounts add to: the usual words, then those seen here. */
  words: Readonly<Record<OpenList, readonly string[]>>;
}

/** An operator as the catalog keeps them; `Operator` is the one at work. */
export type OperatorRecord = Pick<
  Operator,
  'operator_id' | 'operator_name' | 'is_owner' | 'user_email_key'
> & {
  role: Reference;
  login: string | null;
  keys: readonly OperatorKey[];
};
