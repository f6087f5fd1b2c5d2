import type { Answer } from '../rules/answer.ts';
import type { Features } from '../rules/features.ts';
import type { Category } from '../rules/rates.ts';
import type { Named } from '../rules/writes.ts';
import type { Schema } from '../schemas/parts.ts';
import type { CatalogChanges } from '../state/catalog-changes.ts';
import type { Changes } from '../state/changes.ts';
import type { State } from '../state/state.ts';

/** All parameters that any list has; the schema of an operation says which are its own. */
export interface Query {
  page_size?: number;
  next_page_token?: string;
  search_key?: string;
  region_id?: string;
  role_id?: string;
  user_access?: string;
  status?: string;
  channel?: string;
  channel_type?: string;
  user_assignment_type?: string;
  skill_id?: string;
  skill_category_id?: string;
  skill_type?: string;
  status_category?: string;
  template_type?: string;
  template_status?: string;
  template_name?: string;
  parent_team_id?: string;
  team_name?: string;
  transfer_role_id?: string;
  move_users_to_region_id?: string;
  user_ids?: string[];
  user_emails?: string[];
}

export interface PageOptions {
  /** Of a page, where the request does not say. */
  size?: number;
  /** Rows of a page at most, whatever the request says. */
  most?: number;
  /** Some lists don't say how long they are. */
  total?: boolean;
}

/** What becomes of a batch with rows that can't be done: nobody knows what the vendor does. */
export type BatchMode = 'whole' | 'until-bad' | 'good-rows';

/** A request that is let in and fits its schema. */
export interface Call<Body = unknown> {
  /** Of the path: `userId`, `queueId` … */
  params: Readonly<Record<string, string>>;
  query: Query;
  body: Body;
  state: State;
  changes: Changes;
  catalog: CatalogChanges;
  batches: BatchMode;
  /** Why nothing can be done to this user, if tests have made them one of these. */
  refusal(named: Named): Answer | undefined;
  /** The page of `rows` that was asked for. */
  page<Row>(name: string, rows: readonly Row[], shown: (row: Row) => unknown, options?: PageOptions): Answer;
}

export interface Operation<Body = unknown> {
  /** `GET /contact_center/users/{userId}` */
  name: string;
  category: Category;
  /** The granular scope, spelled as the specification does. */
  scope: string;
  /** What an account must have for it. */
  feature?: keyof Features;
  query?: Schema;
  body?: Schema;
  /** Missing where the answer has no body. */
  answer?: Schema;
  // A method, so that operations with bodies of their own fit into one list.
  run(call: Call<Body>): Answer;
}

/** Gives the body its type; its schema has seen to it. */
export function operation<Body = unknown>(it: Operation<Body>): Operation {
  return it as Operation;
}
