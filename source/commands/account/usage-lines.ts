import { isBilled } from '../../roster/licenses/grace.ts';
import type { HourPeak, Usage } from '../../roster/licenses/usage.ts';
import type { PoolUse } from '../../roster/plan/facts.ts';
import { sparkLine } from '../../roster/screen/spark-line.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import type { Io } from '../shell/io.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import type { Common } from '../shell/options.ts';
import { print } from '../shell/stdout.ts';
import { tableLines, tableStyle } from '../shell/text-table.ts';

/** One number of the usage, as CSV has it. */
interface UsageRow {
  by: 'package' | 'role' | 'queue' | 'hour' | 'overage';
  /** Of an overage: since when. */
  name: string;
  users: string;
  package_name: string;
  until?: string;
  licenses?: string;
  change_set_id?: string;
}

export const usageListing: Listing<UsageRow> = {
  titles: ['By', 'Name', 'Package', 'Users'],
  row: ({ by, name, package_name, users }) => [by, name, package_name, users],
  columns: ['by', 'name', 'package_name', 'users', 'until', 'licenses', 'change_set_id'],
  cells: ({ by, name, package_name, users, until = '', licenses = '', change_set_id = '' }) => [
    ...[by, name, package_name, users],
    ...[until, licenses, change_set_id],
  ],
  json: row => row,
};

export function* usageRows({ packages, roles, queues, peaks, overages }: Usage): Generator<UsageRow> {
  for (const { package_name, users } of packages)
    yield { by: 'package', name: package_name, package_name, users: String(users) };
  for (const { name, users } of roles) yield { by: 'role', name, package_name: '', users: String(users) };
  for (const { name, users } of queues) yield { by: 'queue', name, package_name: '', users: String(users) };
  for (const { hour, package_name, peak } of peaks)
    if (peak !== null) yield { by: 'hour', name: hour, package_name, users: String(peak) };
  for (const { since, package_name, until, most, total, change_set_id } of overages)
    yield {
      ...{ by: 'overage', name: since, package_name, users: String(most), licenses: String(total) },
      ...{ until: until ?? '', change_set_id: String(change_set_id ?? '') },
    };
}

export function usageJson({ at, packages, roles, queues, peaks, overages, overages_not_listed }: Usage) {
  return {
    packages,
    roles: roles.map(({ name, users }) => ({ role_name: name, users })),
    queues: queues.map(({ name, users }) => ({ queue_name: name, users })),
    overages: overages.map(({ total, ...overage }) => ({
      ...overage,
      licenses: total,
      billed: isBilled(overage, new Date(at)),
    })),
    overages_not_listed,
    signed_in_peaks: peaks.map(({ hour, package_name, peak }) => ({ hour, package_name, peak })),
  };
}

/** Prints it for people: tables, and the peaks as a chart on a terminal, as numbers off it. */
export async function printUsage(
  io: Io,
  usage: Usage,
  pools: readonly PoolUse[],
  options: Common,
): Promise<void> {
  const count = ({ name, users }: { name: string; users: number }) => [name, number(users)];
  const packages = usage.packages.map(({ package_name, users, signed_in }) => [
    package_name,
    number(users),
    number(signed_in),
  ]);
  await printTable(io, ['Package', 'Users', 'Signed in'], packages, options);
  await printTable(io, ['Role', 'Users'], usage.roles.map(count), options);
  await printTable(io, ['Queue', 'Users'], usage.queues.map(count), options);
  if (usage.overages.length > 0) {
    await print(io, '\nMore signed in than licenses; billed after 30 minutes');
    await printTable(
      io,
      ['Package', 'Since', 'Until', 'Most', 'Billed', 'Began by'],
      overageRows(usage),
      options,
    );
  }
  const shown = packagesWithPeaks(usage.peaks, pools);
  if (shown.length === 0) return;
  await print(io, '\nMost signed in at once, by hour of the last day\n');
  const style = tableStyle(io, options);
  if (style.width === undefined) await printHours(io, shown, options);
  else await printChart(io, shown, options);
}

function overageRows({ overages, at }: Usage): string[][] {
  return overages.map(overage => [
    overage.package_name,
    localTime(overage.since),
    overage.until === null ? 'now' : localTime(overage.until),
    `${number(overage.most)} of ${number(overage.total)}`,
    isBilled(overage, new Date(at)) ? 'yes' : 'no',
    overage.change_set_id === null ? '–' : `change set ${overage.change_set_id}`,
  ]);
}

async function printTable(io: Io, titles: string[], rows: string[][], options: Common): Promise<void> {
  if (rows.length > 0) await print(io, '\n');
  for await (const line of tableLines(titles, rows, tableStyle(io, options))) await print(io, line);
}

interface PackagePeaks {
  package_name: string;
  total: number;
  hours: HourPeak[];
}

/** The packages that were bought, or that somebody was signed in with. */
function packagesWithPeaks(peaks: readonly HourPeak[], pools: readonly PoolUse[]): PackagePeaks[] {
  return pools.flatMap(({ package_name, total }) => {
    const hours = peaks.filter(peak => peak.package_name === package_name);
    const known = hours.some(({ peak }) => peak !== null);
    return known && (total > 0 || hours.some(({ peak }) => (peak ?? 0) > 0))
      ? [{ package_name, total, hours }]
      : [];
  });
}

/** The clock of the operator: `07:00`. */
function clock(hour: string): string {
  return localTime(hour).slice(-5);
}

async function printChart(io: Io, packages: readonly PackagePeaks[], options: Common): Promise<void> {
  const hours = packages[0]?.hours ?? [];
  const scale = hours
    .filter((_, index) => index % 6 === 0)
    .map(({ hour }) => clock(hour).padEnd(6))
    .join('');
  const rows = packages.map(({ package_name, total, hours }) => {
    const peaks = hours.map(({ peak }) => peak);
    const most = Math.max(...peaks.map(peak => peak ?? 0));
    const at = hours.find(({ peak }) => peak === most);
    const when = most > 0 && at ? ` at ${clock(at.hour)}` : '';
    return [package_name, sparkLine(peaks), `${number(most)} of ${number(total)}${when}`];
  });
  const style = { ...tableStyle(io, options), color: false };
  for await (const line of tableLines(['', scale, 'Most'], rows, style)) await print(io, line);
}

async function printHours(io: Io, packages: readonly PackagePeaks[], options: Common): Promise<void> {
  const hours = packages[0]?.hours ?? [];
  const known = hours.findIndex((_, index) => packages.some(({ hours }) => hours[index]?.peak !== null));
  await printListing(
    io,
    {
      titles: ['Hour', ...packages.map(({ package_name }) => package_name)],
      row: (index: number) => [
        localTime(hours[index]?.hour ?? ''),
        ...packages.map(({ hours }) => String(hours[index]?.peak ?? '–')),
      ],
      columns: [],
      cells: () => [],
      json: () => null,
    },
    [...hours.keys()].slice(Math.max(0, known)),
    options,
  );
}
