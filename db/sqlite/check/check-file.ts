import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { explained } from '../storage-error.ts';
import { type Finding, findingsAtMost, type OnChecking } from './check.ts';
import { openRegardless, readSchema } from './open-regardless.ts';

/** What is known of the pages of a database. */
export interface FileCheck {
  schema_version: number;
  findings: Finding[];
}

/**
 * Reads every page and every index of a database, and whether rows refer to what is there. Changes nothing, brings no
 * older version up to date, and takes a table a turn of the event loop: some seconds for a million users. Throws
 * StorageError where SQLite can't read it at all for other reasons than damage.
 */
export async function checkFile(path: string, onChecking: OnChecking = () => {}): Promise<FileCheck> {
  const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
  try {
    // Others may write meanwhile; all of this is of one moment.
    connection.exec('begin');
    const schema_version = connection.pragma('user_version', { simple: true }) as number;
    return { schema_version, findings: await findDamage(connection, onChecking) };
  } catch (error) {
    if (isDamage(error)) {
      const damage = hasSchema(path) ? 'data' : 'schema';
      return { schema_version: 0, findings: [finding(messageOf(error), damage)] };
    }
    throw explained(error, connection);
  } finally {
    connection.close();
  }
}

async function findDamage(connection: Database.Database, onChecking: OnChecking): Promise<Finding[]> {
  onChecking('the pages');
  const trees = indexTrees(connection);
  const found = new Set(messages(connection, `quick_check(${pagesAtMost})`, 'quick_check'));
  // Of a torn table or index no more can be told; a page that belongs to nothing tears none.
  const torn = [...found].some(message => !unused.test(message));
  for (const table of torn ? [] : tables(connection)) {
    await setImmediate();
    onChecking(table);
    for (const message of messages(
      connection,
      `integrity_check('${table.replaceAll("'", "''")}')`,
      'integrity_check',
    ))
      found.add(message);
  }
  const findings = [...summedUp(found)].map(message => finding(message, damageOf(message, trees)));
  if (findings.length === 0) findings.push(...references(connection, onChecking));
  return findings.slice(0, findingsAtMost);
}

/** Pages that belong to nothing come in thousands, and must not hide the rest. */
const pagesAtMost = 10_000;
const unused = /^Page \d+: never used$/;

function* summedUp(found: Iterable<string>): Generator<string> {
  let pages = 0;
  for (const message of found) {
    if (unused.test(message)) pages++;
    else yield message;
  }
  if (pages > 0) yield `${pages} pages belong to nothing.`;
}

function tables(connection: Database.Database): string[] {
  const schema = connection.prepare(`select name from sqlite_schema where type = 'table'`).all();
  return (schema as { name: string }[]).map(({ name }) => name);
}

/** The trees of pages that hold indexes, by the number of their first page, as SQLite names them in its messages. */
function indexTrees(connection: Database.Database): Set<number> {
  const schema = connection.prepare(`select rootpage from sqlite_schema where type = 'index'`).all();
  return new Set((schema as { rootpage: number }[]).map(({ rootpage }) => rootpage));
}

function messages(connection: Database.Database, pragma: string, column: string): string[] {
  const rows = damageAsRow(column, () => connection.pragma(pragma) as Record<string, string>[]);
  return rows
    .flatMap(row => String(row[column]).split('\n'))
    .filter(message => message !== 'ok' && !message.startsWith('***'));
}

function damageAsRow(column: string, look: () => Record<string, string>[]): Record<string, string>[] {
  try {
    return look();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [{ [column]: messageOf(error) }];
  }
}

/** What only tells of an index, or of pages that nothing uses, costs no row. */
function damageOf(message: string, indexes: ReadonlySet<number>): 'index' | 'data' {
  if (/missing from index|entries in index|entry in index|inverted index/.test(message)) return 'index';
  if (/belong to nothing|^Freelist/i.test(message)) return 'index';
  const tree = /^Tree (\d+) /.exec(message)?.[1];
  return tree !== undefined && indexes.has(Number(tree)) ? 'index' : 'data';
}

function references(connection: Database.Database, onChecking: OnChecking): Finding[] {
  onChecking('references');
  const broken = connection.prepare(
    `select "table", parent, count(*) as rows from pragma_foreign_key_check group by "table", parent`,
  );
  return (broken.all() as { table: string; parent: string; rows: number }[]).map(
    ({ table, parent, rows }) => ({
      check: 'references',
      damage: 'records',
      message:
        rows === 1
          ? `A row of ${table} refers to something in ${parent} that is not there.`
          : `${rows} rows of ${table} refer to something in ${parent} that is not there.`,
    }),
  );
}

function hasSchema(path: string): boolean {
  const connection = openRegardless(path);
  try {
    readSchema(connection);
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw explained(error, connection);
  } finally {
    connection.close();
  }
}

function finding(message: string, damage: Finding['damage']): Finding {
  return { check: 'integrity', message, damage };
}

function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /CORRUPT|NOTADB/.test(error.code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
