import { countPackages } from '../../db/catalog/account.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { hourOf } from '../../db/users/track-use.ts';
import type { PackageCount } from '../roster/plan/facts.ts';
import { randomFor } from './random.ts';

const topic = 5;
const hourLength = 3_600_000;
const hours = 24;

/** Writes how many were signed in during the last day, up to and with the hour of `until`, as history would have left it. */
export async function writePeaks(trx: Db, until: Date): Promise<void> {
  const packages = await countPackages(trx);
  const rows = packages.flatMap((count, index) =>
    Array.from({ length: hours }, (_, ago) => {
      const time = new Date(until.getTime() - ago * hourLength);
      const peak = peakAt(time.getUTCHours(), ago, count, index);
      return { hour: hourOf(time.toISOString()), package_name: count.package_name, peak };
    }),
  );
  if (rows.length === 0) return;
  await trx.insertInto('signed_in_peaks').orReplace().values(rows).execute();
}

/** It takes so many hours from what a day is like to how many are signed in right now. */
const hoursUntilNow = 5;

/** Most work between the mornings of the Americas and the evenings of Europe; somebody is always there. */
function peakAt(hour: number, ago: number, { users, signed_in }: PackageCount, index: number): number {
  const busy = 0.5 - 0.5 * Math.cos(((hour - 3) * Math.PI) / 12);
  const usual = users * (0.18 + 0.5 * busy) * (0.94 + 0.12 * randomFor(topic + index, ago).next());
  const past = Math.min(1, ago / hoursUntilNow);
  return Math.min(users, Math.round(signed_in + (usual - signed_in) * past));
}
