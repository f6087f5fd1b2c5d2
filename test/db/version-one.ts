import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applicationId } from '../../db/open.ts';
import { kyselyOver } from '../../db/sqlite/dialect.ts';
import { createSchema } from '../../db/sqlite/schema/schema.ts';
import { temporaryFolder } from '../after-file.ts';

/** A roster as version 1 left it, with an owner, the built-in roles and whatever these statements bring. */
export async function rosterOfVersionOne(statements: string): Promise<string> {
  const path = join(temporaryFolder(), 'old.db');
  const connection = new Database(path);
  connection.pragma(`application_id = ${applicationId}`);
  connection.pragma('journal_mode = WAL');
  await createSchema(kyselyOver(connection));
  connection.exec(builtIn);
  connection.exec(statements);
  connection.pragma('user_version = 1');
  connection.close();
  return path;
}

const builtIn = `
  insert into account (account_id, account_name, plan, license_model, created_at)
    values (1, 'Old', 'business', 'concurrent', '2026-01-01T00:00:00.000Z');
  insert into license_pools (package_name, total) values ('essentials', 1), ('premium', 0), ('elite', 0);
  insert into roles (role_id, role_name, role_key, built_in) values (1, 'Admin', 'admin', 1),
    (2, 'Supervisor', 'supervisor', 1), (3, 'Agent', 'agent', 1);
  insert into role_privileges values (1, 'UserManagement:Read'), (1, 'UserManagement:Edit'),
    (1, 'RptContactCenterOperationLog:Read'), (2, 'UserManagement:Read');
  insert into operators (operator_id, operator_name, role_id, is_owner, login) values (1, 'maria', 1, 1, 'maria');
  insert into regions values (1, 'Main', 'main', 1);
`;

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
  // The only column that went since, and the privileges that came.
  roster.exec('alter table license_pools add column exceeded_since text');
  roster.exec(
    `delete from role_privileges where privilege in ('RoleManagement:Edit', 'AccountSettings:Edit')`,
  );
  roster.pragma('user_version = 1');
  roster.close();
  first.close();
}
