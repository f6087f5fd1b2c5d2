import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from '../tables.ts';
import { addFunctions } from './functions.ts';
import { beginWithRetry, type LockRetry } from './lock-retry.ts';
import { keepStatements } from './statements.ts';

export type Db = Kysely<Tables>;

/**
 * Transactions that begin deferred, read and then write fail at once when another process wrote in
 * between, whatever the timeout; beginning immediate makes them wait their turn instead.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: Database.Database;
  readonly #lockRetry: LockRetry;
  readonly #underLock: (() => void) | undefined;
  #inTurns: DatabaseConnection | undefined;

  constructor(connection: Database.Database, lockRetry: LockRetry, underLock?: () => void) {
    super({ database: keepStatements(connection) });
    this.#connection = connection;
    this.#lockRetry = lockRetry;
    this.#underLock = underLock;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#inTurns ??= inTurns(await super.acquireConnection());
    return this.#inTurns;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const begin = CompiledQuery.raw('begin immediate');
    await beginWithRetry(() => connection.executeQuery(begin), this.#lockRetry);
    try {
      this.#lockRetry.goOn?.();
      this.#underLock?.();
    } catch (error) {
      await this.rollbackTransaction(connection);
      throw error;
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Where the disk failed SQLite has rolled back already, and a second time would hide the reason.
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Queries from one turn of the event loop to the next. */
const queriesInARow = 8;

/**
 * Queries are synchronous, and awaiting them lets nothing else in: a change set of thousands of users, or an import, would
 * hold up keys, the terminal's repaint and the signals that say to leave. So every eighth of them waits for a turn.
 */
function inTurns(connection: DatabaseConnection): DatabaseConnection {
  let queries = 0;
  return {
    async executeQuery(query) {
      if (++queries % queriesInARow === 0) await setImmediate();
      return await connection.executeQuery(query);
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

/**
 * Wraps an open better-sqlite3 connection; how long to wait for a lock is told by `lockRetry`. What `underLock` throws
 * each time the lock was taken ends the transaction.
 */
export function kyselyOver(
  connection: Database.Database,
  lockRetry: LockRetry = {},
  underLock?: () => void,
): Db {
  addFunctions(connection);
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(connection, lockRetry, underLock),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}
