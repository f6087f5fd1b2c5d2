import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type DemoOptions, makeDemo } from '../../source/demo/make-demo.ts';
import { temporaryFolder } from '../after-file.ts';

export const now = new Date('2026-11-23T07:41:00Z');

/** Makes a demo in a folder of its own; returns its path. */
export async function demo(users: number, more: Partial<DemoOptions> = {}): Promise<string> {
  const path = join(temporaryFolder(), 'roster.db');
  await makeDemo(path, { users, login: 'kim', now, ...more });
  return path;
}

export type Rows = Record<string, unknown>[];

/** Asks a file something. */
export function ask(path: string, sql: string): Rows {
  const connection = new Database(path, { readonly: true });
  try {
    return connection.prepare(sql).all() as Rows;
  } finally {
    connection.close();
  }
}

/** The single number that a query gives. */
export function count(path: string, sql: string): number {
  return Number(Object.values(ask(path, sql)[0] ?? {})[0]);
}

function byText(one: object, other: object): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every row of every table. */
export function dump(path: string): Record<string, Rows> {
  const tables = ask(
    path,
    `select name from sqlite_schema where type = 'table'
     and name not like 'user_trigram%' order by name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [name, ask(path, `select * from "${name}"`).sort(byText)]),
  );
}
