import type { Account, PoolUse, QueueReference } from '../source/roster/facts.ts';
import type { Reference } from '../source/roster/user.ts';
import type { LicenseModel } from '../source/roster/vocabulary.ts';
import type { Db } from './dialect.ts';

export async function readAccount(db: Db): Promise<Account> {
  return await db
    .selectFrom('account')
    .select(['account_name', 'plan', 'license_model'])
    .executeTakeFirstOrThrow();
}

/** License use by package: all users under the named model, the signed-in ones under the concurrent one (domain rule 4). */
export async function readPools(db: Db, model: LicenseModel): Promise<PoolUse[]> {
  let counting = db
    .selectFrom('users')
    .select(eb => ['package_name', eb.fn.countAll<number>().as('used')])
    .groupBy('package_name');
  if (model === 'concurrent') counting = counting.where('status_name', '!=', 'Offline');
  const used = new Map((await counting.execute()).map(row => [row.package_name, row.used]));
  const pools = await db.selectFrom('license_pools').select(['package_name', 'total']).execute();
  return pools.map(pool => ({ ...pool, used: used.get(pool.package_name) ?? 0 }));
}

export async function readRoles(db: Db): Promise<Reference[]> {
  return await db
    .selectFrom('roles')
    .select(['role_id as id', 'role_name as name'])
    .orderBy('role_key')
    .execute();
}

export async function readQueues(db: Db): Promise<QueueReference[]> {
  return await db
    .selectFrom('queues')
    .select(['queue_id as id', 'queue_name as name', 'channel'])
    .orderBy('queue_key')
    .execute();
}
