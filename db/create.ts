import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { builtInRoles } from '../source/roster/access/privileges.ts';
import { fileProblem, isFileProblem } from '../source/roster/text/file-problem.ts';
import { fold } from '../source/roster/text/fold.ts';
import {
  type LicenseModel,
  type PackageName,
  type Plan,
  packageNames,
} from '../source/roster/users/vocabulary.ts';
import { makeGroupFolder } from './group-folder.ts';
import { applicationId, OpenError } from './open.ts';
import { type Db, kyselyOver } from './sqlite/dialect.ts';
import { beginDraft } from './sqlite/draft.ts';
import { migrate } from './sqlite/schema/migrations.ts';
import { explained, StorageError } from './sqlite/storage-error.ts';

export interface NewAccount {
  account_name: string;
  plan: Plan;
  license_model: LicenseModel;
  /** Licenses bought, by package; a package that is not named has none. */
  pools: Partial<Record<PackageName, number>>;
  /** Whoever makes the roster owns it. */
  owner: { operator_name: string; login: string };
  /** ISO 8601 UTC. */
  created_at: string;
  /** The group of the operating system that may open the file, too; null, unless given: nobody but who makes it. */
  gid?: number | null;
}

/**
 * Makes a roster at `path`, filled by `fill` if given. It appears under its name only when it is whole;
 * an existing file is left alone. Throws OpenError.
 */
export async function createRoster(
  path: string,
  account: NewAccount,
  fill?: (db: Db) => Promise<void>,
): Promise<void> {
  requireFree(path);
  const gid = account.gid ?? null;
  try {
    if (gid === null) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    else makeGroupFolder(dirname(path), gid);
    const draft = beginDraft(path);
    try {
      await fillDraft(draft.path, account, fill);
      draft.keep({ mode: gid === null ? 0o600 : 0o660 });
    } catch (error) {
      // People know it by the name that it was to get.
      if (error instanceof StorageError) error.message = error.message.replaceAll(draft.path, path);
      throw error;
    } finally {
      draft.discard();
    }
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    throw error.code === 'EEXIST'
      ? taken(path)
      : new OpenError(`Can't make ${path}: ${fileProblem(error)}. Name another with --db FILE.`);
  }
}

async function fillDraft(path: string, account: NewAccount, fill?: (db: Db) => Promise<void>): Promise<void> {
  const connection = new Database(path);
  try {
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    const db = kyselyOver(connection);
    await migrate(db, path);
    await db.transaction().execute(trx => insertAccount(trx, account));
    await fill?.(db);
    // Closing would do the same, and not say if it fails.
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } catch (error) {
    throw explained(error, connection);
  } finally {
    connection.close();
  }
}

/** Throws OpenError where there is a file already. */
export function requireFree(path: string): void {
  if (existsSync(path)) throw taken(path);
}

function taken(path: string): OpenError {
  return new OpenError(`${path} exists already; it was left as it is. Name another with --db FILE.`);
}

async function insertAccount(db: Db, account: NewAccount): Promise<void> {
  const { account_name, plan, license_model, created_at, pools, owner } = account;
  await db
    .insertInto('account')
    .values({ account_id: 1, account_name, plan, license_model, created_at })
    .execute();
  await db
    .insertInto('license_pools')
    .values(packageNames.map(package_name => ({ package_name, total: pools[package_name] ?? 0 })))
    .execute();
  for (const { role_name, privileges } of builtInRoles) {
    const { insertId } = await db
      .insertInto('roles')
      .values({ role_name, role_key: fold(role_name), built_in: 1 })
      .executeTakeFirstOrThrow();
    const role_id = Number(insertId);
    if (privileges.length > 0)
      await db
        .insertInto('role_privileges')
        .values(privileges.map(privilege => ({ role_id, privilege })))
        .execute();
  }
  const admin = await db
    .selectFrom('roles')
    .select('role_id')
    .where('role_key', '=', 'admin')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('operators')
    .values({ ...owner, role_id: admin.role_id, is_owner: 1, user_email_key: null })
    .execute();
  await db.insertInto('regions').values({ region_name: 'Main', region_key: 'main', is_main: 1 }).execute();
}
