import { sql } from 'kysely';
import type { PackageCount } from '../../source/roster/plan/facts.ts';
import { packageNames } from '../../source/roster/users/vocabulary.ts';
import type { Db } from '../sqlite/dialect.ts';
import { listedByStatus } from '../sqlite/search/search-keys.ts';

/** How many users there are whose account is inactive: they hold a license until somebody takes it (domain rule 10). */
export async function countLeavers(db: Db): Promise<number> {
  const { leavers } = await db
    .selectFrom('people')
    .select(({ fn }) => fn.countAll<number>().as('leavers'))
    .where(isLeaver)
    .executeTakeFirstOrThrow();
  return leavers;
}

/** The same by the package that they hold. */
export async function leaversByPackage(db: Db): Promise<PackageCount[]> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('users', 'users.person_id', 'people.person_id')
    .select(({ fn }) => ['package_name', fn.countAll<number>().as('users')])
    .select(sql<number>`count(*) filter (where status_name <> 'Offline')`.as('signed_in'))
    .where(isLeaver)
    .groupBy('package_name')
    .execute();
  return packageNames.flatMap(name => rows.filter(({ package_name }) => package_name === name));
}

// As the index has it, or it would not be seen that it serves.
const isLeaver = sql<boolean>`${sql.raw(listedByStatus)} and account_status = 'inactive'`;
