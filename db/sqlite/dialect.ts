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

  constructor(connection: Database.Database, lockRetry: LockRetry, underLock?: () => void) {
    super({ database: keepStatements(connection) });
    this.#connection = connection;
    this.#lockRetry = lockRetry;
    this.#underLock = underLock;
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

/**
 * Wraps an open better-sqlite3 connection; how long to wait for a lock is told by `lockRetry`. What `underLock` throws
 * each time the lock was taken ends the transaction.
 */
export function kyselyOver<Schema = Tables>(
  connection: Database.Database,
  lockRetry: LockRetry = {},
  underLock?: () => void,
): Kysely<Schema> {
  addFunctions(connection);
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(connection, lockRetry, underLock),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Schema>({ dialect });
}
