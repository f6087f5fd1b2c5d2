import Database from 'better-sqlite3';
import { kyselyOver } from '../../db/dialect.ts';
import { createSchema } from '../../db/schema.ts';

interface Named {
  name: string;
}

/** Takes from a roster what version 1 did not have, and calls it version 1: as the first release left one behind. */
export async function makeVersionOne(path: string): Promise<void> {
  const first = new Database(':memory:');
  await createSchema(kyselyOver(first));
  const roster = new Database(path);
  const things = (db: Database.Database, type: string) =>
    db.prepare(`select name from sqlite_schema where type = ? and sql is not null`).all(type) as Named[];
  const columns = (db: Database.Database, table: string) => db.pragma(`table_xinfo('${table}')`) as Named[];
  const newer = (now: Named[], then: Named[]) =>
    now.map(({ name }) => name).filter(name => !then.some(old => old.name === name));
  for (const type of ['trigger', 'index', 'table'])
    for (const name of newer(things(roster, type), things(first, type)))
      roster.exec(`drop ${type} if exists "${name}"`);
  for (const { name: table } of things(first, 'table'))
    for (const column of newer(columns(roster, table), columns(first, table)))
      roster.exec(`alter table "${table}" drop column "${column}"`);
  roster.pragma('user_version = 1');
  roster.close();
  first.close();
}
