import type Database from 'better-sqlite3';
import { fold } from '../source/roster/fold.ts';

/** What `fold` is called in SQL. */
export const foldInSql = 'folded';

/** Lets a connection fold text that is not kept folded: for a few rows only, as each call comes back to JavaScript. */
export function addFold(connection: Database.Database): void {
  connection.function(foldInSql, { deterministic: true }, text => fold(String(text)));
}
