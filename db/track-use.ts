import { sql } from 'kysely';
import type { Account, PackageCount } from '../source/roster/facts.ts';
import { countPackages } from './account.ts';
import type { Db } from './dialect.ts';

/**
 * Keeps what is known of license use only at the moment of a change: since when pools are exceeded (domain
 * rule 4), and the most users that were signed in, by hour. `before` is what was counted before the change;
 * `at` is ISO 8601 UTC.
 */
export async function trackUse(
  trx: Db,
  { before, account, at }: { before: readonly PackageCount[]; account: Account; at: string },
): Promise<void> {
  const after = await countPackages(trx);
  await trackExcess(trx, account, after, at);
  await trackPeaks(trx, before, after, at);
}

async function trackExcess(
  trx: Db,
  { license_model }: Account,
  packages: readonly PackageCount[],
  at: string,
): Promise<void> {
  const pools = await trx.selectFrom('license_pools').selectAll().execute();
  for (const { license_pool_id, package_name, total, exceeded_since } of pools) {
    const used = packages.find(count => count.package_name === package_name)?.signed_in ?? 0;
    const exceeded = license_model === 'concurrent' && used > total;
    const since = exceeded ? (exceeded_since ?? at) : null;
    if (since === exceeded_since) continue;
    await trx
      .updateTable('license_pools')
      .set({ exceeded_since: since })
      .where('license_pool_id', '=', license_pool_id)
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
