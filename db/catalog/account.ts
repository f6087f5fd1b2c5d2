import type { Account, PackageCount, PoolUse } from '../../source/roster/plan/facts.ts';
import { type LicenseModel, packageNames } from '../../source/roster/users/vocabulary.ts';
import type { Db } from '../sqlite/dialect.ts';

export async function readAccount(db: Db): Promise<Account> {
  const { links, ...account } = await db
    .selectFrom('account')
    .select(eb =>
      eb
        .selectFrom('account_link')
        .select(({ fn }) => fn.countAll<number>().as('links'))
        .as('links'),
    )
    .select(['account_name', 'plan', 'license_model', 'rate_share'])
    .select(['notices', 'notice_subject', 'notice_text'])
    .executeTakeFirstOrThrow();
  return { ...account, is_connected: links === 1 };
}

/** When the account's roster was made, ISO 8601 UTC. */
export async function accountSince(db: Db): Promise<string> {
  const { created_at } = await db.selectFrom('account').select('created_at').executeTakeFirstOrThrow();
  return created_at;
}

/** Whether anybody is in the account at all. */
export async function hasPeople(db: Db): Promise<boolean> {
  const someone = await db.selectFrom('people').select('person_id').limit(1).executeTakeFirst();
  return someone !== undefined;
}

/** So many users tell what domain most of them share. */
const sampled = 200;

/** What the e-mails of most users end with, in lower case, as `@acme.example`; null where they share none. */
export async function sharedDomain(db: Db): Promise<string | null> {
  const users = await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .select('user_email')
    .limit(sampled)
    .execute();
  const counts = new Map<string, number>();
  for (const { user_email } of users) {
    const domain = user_email.slice(user_email.lastIndexOf('@')).toLowerCase();
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const [shared] = [...counts].find(([, count]) => count > users.length / 2) ?? [null];
  return shared;
}

/** License use by package: all users under the named model, the signed-in ones under the concurrent one (domain rule 4). */
export async function readPools(db: Db, model: LicenseModel): Promise<PoolUse[]> {
  return await poolsOf(db, model, await countPackages(db));
}

/** The pools, from users counted already. */
export async function poolsOf(
  db: Db,
  model: LicenseModel,
  packages: readonly PackageCount[],
): Promise<PoolUse[]> {
  const pools = await db
    .selectFrom('license_pools')
    .leftJoin('license_overages', join =>
      join
        .onRef('license_overages.package_name', '=', 'license_pools.package_name')
        .on('license_overages.until', 'is', null),
    )
    .select(['license_pools.package_name', 'license_pools.total', 'license_overages.since as exceeded_since'])
    .orderBy('license_pool_id')
    .execute();
  return pools.map(pool => {
    const count = packages.find(candidate => candidate.package_name === pool.package_name);
    return { ...pool, used: (model === 'named' ? count?.users : count?.signed_in) ?? 0 };
  });
}

/** How many users hold each package, and how many of them are signed in; packages without users are left out. */
export async function countPackages(db: Db): Promise<PackageCount[]> {
  const rows = await db.selectFrom('license_use').selectAll().where('users', '>', 0).execute();
  return packageNames.flatMap(package_name => {
    const counts = rows.filter(row => row.package_name === package_name);
    if (counts.length === 0) return [];
    const users = counts.reduce((sum, row) => sum + row.users, 0);
    const offline = counts.find(row => row.status_name === 'Offline')?.users ?? 0;
    return { package_name, users, signed_in: users - offline };
  });
}
