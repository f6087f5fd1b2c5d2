import { sql } from 'kysely';
import { isUnknownPool } from '../../source/roster/licenses/licenses.ts';
import type { Account, PackageCount } from '../../source/roster/plan/facts.ts';
import { countPackages } from '../catalog/account.ts';
import type { Db } from '../sqlite/dialect.ts';

interface Tracked {
  before: readonly PackageCount[];
  account: Account;
  change_set_id: number;
  at: string;
}

/**
 * Keeps what is known of license use only at the moment of a change: each time over a pool (domain rule 4), and
 * the most users that were signed in, by hour. `before` is what was counted before the change, `change_set_id` the change;
 * `at` is ISO 8601 UTC.
 */
export async function trackUse(trx: Db, { before, account, change_set_id, at }: Tracked): Promise<void> {
  const after = await countPackages(trx);
  await trackOverages(trx, { account, after, change_set_id, at });
  await trackPeaks(trx, before, after, at);
}

async function trackOverages(
  trx: Db,
  { account, after, change_set_id, at }: Omit<Tracked, 'before'> & { after: readonly PackageCount[] },
): Promise<void> {
  const pools = await trx.selectFrom('license_pools').select(['package_name', 'total']).execute();
  const lasting = await trx.selectFrom('license_overages').selectAll().where('until', 'is', null).execute();
  for (const { package_name, total } of pools) {
    const used = after.find(count => count.package_name === package_name)?.signed_in ?? 0;
    const isKnown = account.license_model === 'concurrent' && !isUnknownPool(account, { total });
    const exceeded = isKnown && used > total;
    const open = lasting.find(overage => overage.package_name === package_name);
    if (exceeded && !open)
      await trx
        .insertInto('license_overages')
        .values({ package_name, since: at, until: null, most: used, total, change_set_id })
        .execute();
    if (!open || (exceeded && used - total <= open.most - open.total)) continue;
    await trx
      .updateTable('license_overages')
      .set(exceeded ? { most: used, total } : { until: at })
      .where('license_overage_id', '=', open.license_overage_id)
      .execute();
  }
}

async function trackPeaks(
  trx: Db,
  before: readonly PackageCount[],
  after: readonly PackageCount[],
  at: string,
): Promise<void> {
  const hour = hourOf(at);
  const { last } = await trx
    .selectFrom('signed_in_peaks')
    .select(eb => eb.fn.max<string | null>('hour').as('last'))
    .executeTakeFirstOrThrow();
  // Nothing changed between that hour and this one, so that all the while as many were signed in as before.
  const still = last === null ? [] : hoursBetween(last, hour);
  const rows = [
    ...still.flatMap(hour => peaksAt(hour, before)),
    ...peaksAt(hour, before),
    ...peaksAt(hour, after),
  ];
  for (const row of rows)
    await trx
      .insertInto('signed_in_peaks')
      .values(row)
      .onConflict(conflict =>
        conflict.columns(['hour', 'package_name']).doUpdateSet({
          peak: sql<number>`max(signed_in_peaks.peak, excluded.peak)`,
        }),
      )
      .execute();
}

function peaksAt(hour: string, packages: readonly PackageCount[]) {
  return packages.map(({ package_name, signed_in }) => ({ hour, package_name, peak: signed_in }));
}

const hourLength = 3_600_000;
/** The chart shows a day: more hours than these are not filled. */
const hoursFilled = 24;

/** `2026-11-23T07`, as peaks are kept. */
export function hourOf(at: string): string {
  return new Date(at).toISOString().slice(0, 13);
}

/** The hours after one and before another, at most the last 24 of them, the oldest first. */
function hoursBetween(last: string, hour: string): string[] {
  const end = Date.parse(`${hour}:00:00Z`);
  const first = Math.max(Date.parse(`${last}:00:00Z`) + hourLength, end - hoursFilled * hourLength);
  const hours: string[] = [];
  for (let time = first; time < end; time += hourLength) hours.push(hourOf(new Date(time).toISOString()));
  return hours;
}
