import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { beginWithPatience, type Patience } from './patience.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

/**
 * Transactions that begin deferred, read and then write fail at once when another process wrote in
 * between, whatever the timeout; beginning immediate makes them wait their turn instead.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #patience: Patience;

  constructor(database: SqliteDatabase, patience: Patience) {
    super({ database });
    this.#patience = patience;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const begin = CompiledQuery.raw('begin immediate');
    await beginWithPatience(() => connection.executeQuery(begin), this.#patience);
  }
}

/** Wraps an open better-sqlite3 connection; how long to wait for a lock is told by `patience`. */
export function kyselyOver(connection: Database.Database, patience: Patience = {}): Db {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(keepStatements(connection), patience),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}

const keptStatements = 200;

/** The same few queries are asked at every key: their statements are prepared once, not each time. */
function keepStatements(connection: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    prepare(text) {
      const known = kept.get(text);
      // A statement that is being stepped through cannot be run a second time meanwhile.
      if (known && !known.busy) return known as unknown as SqliteStatement;
      const statement = connection.prepare(text);
      if (kept.size >= keptStatements) kept.clear();
      kept.set(text, statement);
      return statement as unknown as SqliteStatement;
    },
    close: () => connection.close(),
  };
}
