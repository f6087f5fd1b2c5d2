import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { listedByPackage } from '../search/search-keys.ts';

/** Part of version 2: who has which package, in the order of names; who has the usual one is read from everybody. */
export async function migratePackages(db: Db): Promise<void> {
  await sql
    .raw(`create index users_by_package on users (package_name, name_rank) where ${listedByPackage}`)
    .execute(db);
}
