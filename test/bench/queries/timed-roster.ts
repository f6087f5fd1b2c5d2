import Database from 'better-sqlite3';
import { type Db, kyselyOver } from '../../../db/sqlite/dialect.ts';

/** One question to SQLite: while it is answered, no key is. */
export interface TimedQuery {
  sql: string;
  /** Milliseconds. */
  ms: number;
}

/** A roster opened in this process as the screen opens it, whose queries are timed. */
export interface TimedRoster {
  db: Db;
  /** What was asked since the last call. */
  take(): TimedQuery[];
  close(): Promise<void>;
}

/** What the screen's readers keep of the file, in KiB (db/open.ts). */
const readerCache = 2_000;

export function openTimed(path: string): TimedRoster {
  const connection = new Database(path, { readonly: true });
  connection.pragma(`cache_size = ${-readerCache}`);
  let queries: TimedQuery[] = [];
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const all = statement.all.bind(statement);
    statement.all = (...parameters: unknown[]) => {
      const from = performance.now();
      const rows = all(...parameters);
      queries.push({ sql, ms: performance.now() - from });
      return rows;
    };
    return statement;
  }) as typeof connection.prepare;
  return {
    db: kyselyOver(connection),
    take() {
      const taken = queries;
      queries = [];
      return taken;
    },
    close: async () => {
      connection.close();
    },
  };
}
