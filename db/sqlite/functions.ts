import type Database from 'better-sqlite3';
import { fold } from '../../source/roster/text/fold.ts';

/** What `fold` is called in SQL: for text that is not kept folded, of a few rows only, as each call comes back to JavaScript. */
export const foldInSql = 'folded';

/** Gives a connection the functions that queries use. */
export function addFunctions(connection: Database.Database): void {
  connection.function(foldInSql, { deterministic: true }, text => fold(String(text)));
}
