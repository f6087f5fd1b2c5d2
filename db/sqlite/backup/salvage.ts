import Database from 'better-sqlite3';

export type Row = Record<string, unknown>;

interface Column {
  name: string;
  type: string;
  pk: number;
}

/** The columns of a table; none if it is not there. */
export function columnsOf(db: Database.Database, table: string): Column[] {
  return db.pragma(`table_info('${table}')`) as Column[];
}

/**
 * The rows of a table that can still be read, in the order of its key. Where a page is torn it goes on with the next key
 * that is found on a whole one: what is lost is what stood on the torn pages.
 */
export function* readableRows(db: Database.Database, table: string): Generator<Row> {
  const primary = columnsOf(db, table)
    .filter(column => column.pk > 0)
    .sort((a, b) => a.pk - b.pk);
  const keys = primary.map(column => `"${column.name}"`);
  const numeric = primary.map(column => column.type.toUpperCase() === 'INTEGER');
  const { rowsFrom, probe } = statements(db, table, keys);
  let start: Key | null = numeric.map(lowest);
  while (start) {
    let last: Key | null = null;
    try {
      for (const row of rowsFrom.iterate(...start) as IterableIterator<Row>) {
        last = primary.map(column => row[column.name]) as Key;
        yield row;
      }
      return;
    } catch (error) {
      if (!isTorn(error)) throw error;
      start = firstReadable(probe, last ?? start, numeric);
    }
  }
}

type Key = (number | string)[];

function lowest(numeric: boolean): number | string {
  return numeric ? Number.MIN_SAFE_INTEGER : '';
}

function statements(db: Database.Database, table: string, keys: string[]) {
  // An index may be torn, too, and what it says of rows that are gone is of no use.
  const from = `from "${table}" not indexed where (${keys.join(', ')}) >= (${keys.map(() => '?').join(', ')})`;
  const order = `order by ${keys.join(', ')}`;
  return {
    rowsFrom: db.prepare(`select * ${from} ${order}`),
    probe: db.prepare(`select 1 ${from} ${order} limit 1`),
  };
}

/** Further than any key of ours. */
const furthest = 2 ** 45;

/** The first key behind `from` from which on can be read; null where nothing more can. */
function firstReadable(probe: Database.Statement, from: Key, numeric: readonly boolean[]): Key | null {
  // The last part of the key is advanced first, so that little is passed over.
  for (let part = from.length - 1; part >= 0; part--) {
    const at = (step: number): Key =>
      from.map((value, index) => {
        if (index < part) return value;
        return index === part ? advanced(value, step) : lowest(numeric[index] ?? false);
      });
    let far = 1;
    while (far < furthest && !canRead(probe, at(far))) far *= 2;
    if (far >= furthest) continue;
    let near = far / 2;
    while (far - near > 1) {
      const middle = Math.floor((near + far) / 2);
      if (canRead(probe, at(middle))) far = middle;
      else near = middle;
    }
    return at(far);
  }
  return null;
}

/** So many hexadecimal digits are counted by where a key is text: ours are random ids, or words that come to an end soon. */
const digits = 8;

function advanced(key: number | string, step: number): number | string {
  if (typeof key === 'number') return key + step;
  const head = Number.parseInt(key.slice(0, digits).padEnd(digits, '0'), 16);
  const next = (Number.isNaN(head) ? 0 : head) + step;
  return next >= 16 ** digits ? '\u{10ffff}' : next.toString(16).padStart(digits, '0');
}

function canRead(probe: Database.Statement, key: Key): boolean {
  try {
    probe.get(...key);
    return true;
  } catch (error) {
    if (isTorn(error)) return false;
    throw error;
  }
}

function isTorn(error: unknown): boolean {
  return error instanceof Database.SqliteError && /CORRUPT|IOERR/.test(error.code);
}
