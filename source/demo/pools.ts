import { readPools } from '../../db/catalog/account.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import type { PoolUse } from '../roster/plan/facts.ts';
import { leaversBeyond, newcomers } from './comings-and-goings.ts';

/**
 * Buys licenses for a population that has just been written: eight percent more than there will be users once
 * newcomers and leavers have come and gone, nearly all of the room with essentials; premium is about to run out.
 */
export async function buyLicenses(trx: Db, users: number): Promise<PoolUse[]> {
  const before = await readPools(trx, 'named');
  const used = (name: PoolUse['package_name']) => before.find(pool => pool.package_name === name)?.used ?? 0;
  // The leavers have not left yet, so their licenses need room.
  const least = Math.max(3, leaversBeyond(users).length);
  const premium = used('premium') + Math.max(least, Math.round(users * 0.006));
  const elite = used('elite') + Math.max(least, Math.round(users * 0.02));
  const all = Math.ceil((users * 1.08) / 10) * 10;
  const coming = newcomers.flatMap(({ numbers }) => numbers.filter(number => number <= users)).length;
  const essentials = Math.max(used('essentials') + coming + 5, all - premium - elite);
  const totals = { essentials, premium, elite };
  for (const [package_name, total] of Object.entries(totals) as [PoolUse['package_name'], number][])
    await trx.updateTable('license_pools').set({ total }).where('package_name', '=', package_name).execute();
  return before.map(pool => ({ ...pool, total: totals[pool.package_name] }));
}
