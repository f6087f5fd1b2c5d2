import type Database from 'better-sqlite3';
import { fold } from '../source/roster/fold.ts';

/** What `fold` is called in SQL: for text that is not kept folded, of a few rows only, as each call comes back to JavaScript. */
export const foldInSql = 'folded';
/** What tells a connection from the others of this process: versions of the database are counted by each for itself. */
export const connectionInSql = 'connection_number';

let connections = 0;

/** Gives a connection the functions that queries use. */
export function addFunctions(connection: Database.Database): void {
  const number = ++connections;
  connection.function(foldInSql, { deterministic: true }, text => fold(String(text)));
  connection.function(connectionInSql, () => number);
}
