import Database from 'better-sqlite3';

/** A connection that reads what is there, even if the file ends too early or parts of its schema make no sense. */
export function openRegardless(path: string): Database.Database {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  connection.unsafeMode(true);
  connection.pragma('writable_schema = on');
  return connection;
}

/** Reads what says where everything lies; throws SqliteError where that is damaged, so that no row can be found. */
export function readSchema(connection: Database.Database): void {
  connection.prepare('select count(*) from sqlite_schema').get();
}
