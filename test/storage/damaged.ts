import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll } from 'vitest';
import { emails, makeHome, peopleCsv } from '../commands/run.ts';

export const users = 300;
export const pageSize = 4_096;

/** Where the damage is, which decides what is told to be done about it. */
type Where = 'data' | 'index' | 'schema' | 'header';
type How = 'noise' | 'row' | 'short' | 'nothing';

export type Kind = [name: string, damage: (path: string) => void, where: Where, how: How];

/** A home with a whole roster, and copies of it to be damaged. */
export function makeWhole() {
  const home = makeHome();
  const whole = join(home.home, 'whole.db');
  beforeAll(async () => {
    await home.ok(`init --account Acme --licenses ${users} --db ${whole}`);
    await home.ok(`people import - --db ${whole}`, { input: peopleCsv(users) });
    await home.ok(`add - --role Agent --db ${whole}`, { input: emails(users) });
  });
  let copies = 0;
  return {
    ...home,
    whole,
    copy(): string {
      const path = join(home.home, `copy-${copies++}.db`);
      copyFileSync(whole, path);
      return path;
    },
    newName: () => join(home.home, `saved-${copies++}.db`),
    kinds: kindsOf(whole),
  };
}

/** The number of a page in the middle of a table or index. */
export function pageOf(file: string, name: string, type: 'leaf' | 'internal' = 'leaf'): number {
  const db = new Database(file, { readonly: true });
  const pages = db
    .prepare(`select pageno from dbstat where name = ? and pagetype = ? order by pageno`)
    .pluck()
    .all(name, type) as number[];
  db.close();
  return pages[Math.floor(pages.length / 2)]!;
}

export function spoil(path: string, page: number, change: (bytes: Buffer) => void): void {
  const file = readFileSync(path);
  change(file.subarray((page - 1) * pageSize, page * pageSize));
  writeFileSync(path, file);
}

export const noise = (bytes: Buffer) => void bytes.fill(0xa5, 0, 512);
export const zeroes = (bytes: Buffer) => void bytes.fill(0);

/** Every kind of damage to copies of a whole roster. */
function kindsOf(whole: string): Kind[] {
  return [
    ['a page of users is noise', path => spoil(path, pageOf(whole, 'users'), noise), 'data', 'noise'],
    ['a page of users is empty', path => spoil(path, pageOf(whole, 'users'), zeroes), 'data', 'noise'],
    ['a page of history is noise', path => spoil(path, pageOf(whole, 'changes'), noise), 'data', 'noise'],
    [
      'an inner page of people is noise',
      path => spoil(path, pageOf(whole, 'people', 'internal'), noise),
      'data',
      'noise',
    ],
    [
      'a page of an index is noise',
      path => spoil(path, pageOf(whole, 'user_search_by_name'), noise),
      'index',
      'noise',
    ],
    ['an index lost a row', withoutIndexEntry, 'index', 'row'],
    [
      'the first page is noise behind its head',
      path => spoil(path, 1, page => page.fill(0xa5, 100, 2_000)),
      'schema',
      'noise',
    ],
    [
      'a page of the schema is noise',
      path => spoil(path, pageOf(whole, 'sqlite_schema'), noise),
      'schema',
      'noise',
    ],
    ['the head is noise', path => spoil(path, 1, page => page.fill(0xa5, 0, 100)), 'header', 'noise'],
    ['the page size is wrong', path => spoil(path, 1, page => page.writeUInt16BE(77, 16)), 'header', 'noise'],
    [
      'the second half is missing',
      path => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
      'data',
      'short',
    ],
    ['the last page is torn', path => truncateSync(path, readFileSync(path).length - 1_000), 'data', 'short'],
    ['all but some bytes are missing', path => truncateSync(path, 600), 'header', 'short'],
    ['nothing is left', path => truncateSync(path, 0), 'header', 'nothing'],
  ];
}

function withoutIndexEntry(path: string): void {
  const db = new Database(path);
  db.unsafeMode(true);
  db.pragma('writable_schema = on');
  const { rootpage, sql } = db
    .prepare("select rootpage, sql from sqlite_schema where name = 'user_search_by_name'")
    .get() as { rootpage: number; sql: string };
  db.exec("delete from sqlite_schema where name = 'user_search_by_name'");
  db.close();
  const other = new Database(path);
  other.unsafeMode(true);
  other.exec("update user_search set search_key = 'x' || search_key where person_id = 7");
  other.pragma('writable_schema = on');
  other
    .prepare("insert into sqlite_schema values ('index', 'user_search_by_name', 'user_search', ?, ?)")
    .run(rootpage, sql);
  other.close();
}
