import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { explained } from './storage-error.ts';

const keptStatements = 200;

/**
 * A connection as Kysely uses it. The same few queries are asked at every key: their statements are prepared once, not
 * each time. What goes wrong with the disk or the file is said in sentences.
 */
export function keepStatements(connection: Database.Database): SqliteDatabase {
  const kept = new Map<string, { statement: Database.Statement; wrapped: SqliteStatement }>();
  return {
    prepare(text) {
      const known = kept.get(text);
      // A statement that is being stepped through cannot be run a second time meanwhile.
      if (known && !known.statement.busy) return known.wrapped;
      const statement = explaining(connection, () => connection.prepare(text));
      const wrapped = explainingStatement(connection, statement);
      if (kept.size >= keptStatements) kept.clear();
      kept.set(text, { statement, wrapped });
      return wrapped;
    },
    close: () => connection.close(),
  };
}

function explainingStatement(connection: Database.Database, statement: Database.Statement): SqliteStatement {
  const { reader } = statement;
  return {
    reader,
    all: parameters => explaining(connection, () => statement.all(parameters)),
    run: parameters => explaining(connection, () => statement.run(parameters)),
    *iterate(parameters) {
      try {
        yield* statement.iterate(parameters);
      } catch (error) {
        throw explained(error, connection);
      }
    },
  };
}

function explaining<T>(connection: Database.Database, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error, connection);
  }
}
