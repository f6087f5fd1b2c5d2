import type { Insertable } from 'kysely';
import type { NewPersonRow, NewUserRow, Tables } from '../tables.ts';
import type { Db } from './dialect.ts';

/** The tables of which there is one row a person, or more. */
export interface BulkRows {
  people: NewPersonRow;
  directory_ids: Tables['directory_ids'];
  users: NewUserRow;
  draft_search: Tables['draft_search'];
  queue_members: Tables['queue_members'];
  user_skills: Tables['user_skills'];
  changes: Tables['changes'];
  outbox: Insertable<Tables['outbox']>;
  user_search: Tables['user_search'];
}

type Table = keyof BulkRows;
export type BulkInsert<T extends Table> = (trx: Db, rows: readonly BulkRows[T][]) => Promise<void>;

const rowsAtOnce = 50;

/**
 * Makes a function that inserts many rows into `table`. Building a statement costs more than running it, so the one
 * for 50 rows is built once, and then only given other values.
 */
export function bulkInsert<T extends Table>(
  table: T,
  columns: readonly (keyof BulkRows[T] & string)[],
): BulkInsert<T> {
  let full: ReturnType<typeof statement> | undefined;
  return async (trx, rows) => {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const chunk = rows.slice(at, at + rowsAtOnce);
      const isFull = chunk.length === rowsAtOnce;
      const query = (isFull && full) || statement(trx, table, records(chunk, columns));
      if (isFull) full = query;
      const parameters = chunk.flatMap(row => columns.map(column => row[column] ?? null));
      await trx.executeQuery({ ...query, parameters });
    }
  };
}

/** The rows with exactly these columns in this order; what is left out is null, and becomes a parameter like the others. */
function records<R extends object>(rows: readonly R[], columns: readonly (keyof R & string)[]) {
  return rows.map(row => Object.fromEntries(columns.map(column => [column, row[column] ?? null])));
}

function statement(trx: Db, table: Table, rows: readonly object[]) {
  return trx
    .insertInto(table)
    .values(rows as never)
    .compile();
}

/** All that a row of users has. */
export const userRowColumns = [
  'person_id',
  'name_rank',
  'role_id',
  'package_name',
  'add_ons_plan',
  'user_access',
  'status_name',
  'sub_status_name',
  'display_name',
  'country_iso_code',
  'region_id',
  'client_integration',
  'client_integration_name',
  'concurrent_message_capacity',
  'concurrent_email_capacity',
  'multi_channel_engagements',
  'max_agent_load',
  'email_max_agent_load',
  'team_id',
  'team_role',
  'at_account',
  'added_at',
  'modified_at',
  'modified_by',
  'version',
] as const;

/** All that a row of changes has. */
export const changeRowColumns = [
  'change_set_id',
  'person_id',
  'user_email',
  'user_name',
  'action',
  'added_at',
  'fields',
] as const;
