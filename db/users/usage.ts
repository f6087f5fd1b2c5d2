import type { HourPeak, Overage, Usage } from '../../source/roster/licenses/usage.ts';
import { wholeRoster } from '../../source/roster/screen/view.ts';
import { type PackageName, packageNames } from '../../source/roster/users/vocabulary.ts';
import { countPackages, poolsOf, readAccount } from '../catalog/account.ts';
import type { Db } from '../sqlite/dialect.ts';
import { queueCounts, roleCounts } from './choice-counts.ts';
import { hourOf } from './track-use.ts';

const hourLength = 3_600_000;
const hoursOfDay = 24;

/**
 * The peaks of the last 24 hours up to and with the one of `now`, for each package of the account by hour, the
 * oldest first. Where nothing is kept for an hour nothing changed in it, and as many were signed in as at the end
 * of the last one that something is kept for.
 */
export async function peaksOfLastDay(db: Db, now: Date): Promise<HourPeak[]> {
  const start = new Date(Math.floor(now.getTime() / hourLength) * hourLength);
  const hours = Array.from({ length: hoursOfDay }, (_, index) =>
    hourOf(new Date(start.getTime() - (hoursOfDay - 1 - index) * hourLength).toISOString()),
  );
  const rows = await db
    .selectFrom('signed_in_peaks')
    .selectAll()
    .where('hour', '>=', hours[0]!)
    .where('hour', '<=', hours.at(-1)!)
    .execute();
  const { last } = await db
    .selectFrom('signed_in_peaks')
    .select(eb => eb.fn.max<string | null>('hour').as('last'))
    .executeTakeFirstOrThrow();
  const counts = new Map((await countPackages(db)).map(count => [count.package_name, count.signed_in]));
  const peakOf = (hour: string, package_name: PackageName): number | null => {
    if (last !== null && hour > last) return counts.get(package_name) ?? 0;
    const sameHour = rows.filter(row => row.hour === hour);
    if (sameHour.length === 0) return null;
    // A package without users is in no row.
    return sameHour.find(row => row.package_name === package_name)?.peak ?? 0;
  };
  return packageNames.flatMap(package_name =>
    hours.map(hour => ({ hour: `${hour}:00:00.000Z`, package_name, peak: peakOf(hour, package_name) })),
  );
}

async function readOverages(db: Db, most: number): Promise<Pick<Usage, 'overages' | 'overages_not_listed'>> {
  const overages: Overage[] = await db
    .selectFrom('license_overages')
    .select(['package_name', 'since', 'until', 'most', 'total', 'change_set_id'])
    .orderBy('license_overage_id', 'desc')
    .limit(most)
    .execute();
  const { all } = await db
    .selectFrom('license_overages')
    .select(eb => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  return { overages, overages_not_listed: all - overages.length };
}

/**
 * Use by package, role and queue, the peaks of the last 24 hours, and the times over the pools, at most so many; run it in
 * a snapshot.
 */
export async function readUsage(db: Db, now: Date, mostOverages: number): Promise<Usage> {
  const { license_model } = await readAccount(db);
  const packages = await countPackages(db);
  return {
    at: now.toISOString(),
    license_model,
    packages,
    pools: await poolsOf(db, license_model, packages),
    roles: await roleCounts(db, wholeRoster),
    queues: await queueCounts(db, wholeRoster),
    peaks: await peaksOfLastDay(db, now),
    ...(await readOverages(db, mostOverages)),
  };
}
