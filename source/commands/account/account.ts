import * as z from 'zod/mini';
import { type AccountLink, readLink } from '../../../db/account/link.ts';
import { readAccount, readPools } from '../../../db/catalog/account.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { readUsage } from '../../../db/users/usage.ts';
import { graceOf } from '../../roster/licenses/grace.ts';
import { isUnknownPool } from '../../roster/licenses/licenses.ts';
import type { Usage } from '../../roster/licenses/usage.ts';
import type { Account, PoolUse } from '../../roster/plan/facts.ts';
import { sendsNotices } from '../../roster/plan/notice.ts';
import { findingLines, toPutBackText } from '../../roster/push/probed.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { capitalized, counted, number } from '../../roster/text/words.ts';
import type { LicenseModel } from '../../roster/users/vocabulary.ts';
import { visible } from '../../terminal/escape.ts';
import { printJson } from '../history/print-change-set.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { withRoster } from '../storage/with-roster.ts';
import { printUsage, usageJson, usageListing, usageRows } from './usage-lines.ts';

/** Whoever was over a pool more often knows that by then; the newest are told. */
const listedOverages = 10_000;

const schema = z.object({ ...common, usage: flag });
type Options = z.infer<typeof schema>;

interface Overview {
  account: Account;
  pools: PoolUse[];
  usage: Usage | null;
  link: AccountLink | null;
}

/** `roster account` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const now = new Date();
  await withRoster(io, options, 'UserManagement:Read', async ({ roster }) => {
    const overview = await snapshot(roster.read, db => look(db, options, now));
    await printOverview(io, overview, now, options);
    const more = overview.usage?.overages_not_listed ?? 0;
    if (more > 0)
      note(
        io,
        `The newest ${number(listedOverages)} times over a pool are listed; ${number(more)} older not.`,
        options,
      );
  });
  return exits.done;
}

async function look(db: Db, { usage }: Options, now: Date): Promise<Overview> {
  const account = await readAccount(db);
  return {
    account,
    pools: await readPools(db, account.license_model),
    link: await readLink(db),
    usage: usage ? await readUsage(db, now, listedOverages) : null,
  };
}

async function printOverview(io: Io, overview: Overview, now: Date, options: Options): Promise<void> {
  const { pools, usage } = overview;
  const { format = 'table' } = options;
  if (format === 'json' || format === 'ndjson') return printJson(io, overviewJson(overview, now), options);
  if (format === 'csv' && usage)
    return void (await printListing(io, usageListing, usageRows(usage), options));
  const isKnown = (pool: PoolUse) => !isUnknownPool(overview.account, pool);
  const rows = pools.map(pool => ({ ...pool, now, isKnown: isKnown(pool) }));
  if (format === 'csv') return void (await printListing(io, poolListing, rows, options));
  await print(io, `${headline(overview).map(visible).join('\n')}\n\n`);
  await printListing(io, poolListing, rows, options);
  await print(io, graceLines(pools.filter(isKnown), now).join(''));
  if (usage) await printUsage(io, usage, pools, options);
}

const models: Record<LicenseModel, string> = {
  named: 'named: every user holds a license',
  concurrent: 'concurrent: signed-in users count',
};

function headline({ account, link }: Overview): string[] {
  const { account_name, plan, license_model } = account;
  const lines = [account_name, `Plan: ${capitalized(plan)}`, `Licenses: ${models[license_model]}`];
  if (!link) return lines;
  const mail = sendsNotices(account) ? 'from here' : 'none from here; Zoom may send its own';
  return [
    ...lines,
    `Zoom: ${linkText(link, account)}`,
    `E-mails to people who are added: ${mail}`,
    ...probedLines(link),
  ];
}

/** What was found out on a test user, and what of that test is still to be put back. */
function probedLines({ probed }: AccountLink): string[] {
  if (!probed) return [];
  const { user_email, at, to_put_back: left } = probed;
  return [
    `Tried ${localTime(at)} on ${user_email}:`,
    ...findingLines(probed).map(line => `  ${line}`),
    ...(left
      ? [
          `  Not put back: ${left.user_email}: ${toPutBackText(left)}. Do it: roster account probe ${left.user_email}`,
        ]
      : []),
  ];
}

/** `read 2026-11-29 10:32, at 50% of the rate; failing since …: nobody listens there.` */
function linkText({ read_at, failing_since, failure }: AccountLink, { rate_share }: Account): string {
  const read = read_at === null ? 'not read yet' : `read ${localTime(read_at)}`;
  const failing = failing_since === null ? '' : `; failing since ${localTime(failing_since)}: ${failure}`;
  return `${read}, at ${Math.round(rate_share * 100)}% of the rate${failing}`;
}

const poolListing: Listing<PoolUse & { now: Date; isKnown: boolean }> = {
  titles: ['Package', 'In use', 'Licenses', 'Free'],
  row: ({ package_name, used, total, isKnown }) => [
    package_name,
    number(used),
    isKnown ? number(total) : '–',
    isKnown ? number(Math.max(0, total - used)) : '–',
  ],
  columns: ['package_name', 'used', 'total', 'exceeded_since', 'grace_until', 'excess'],
  cells: pool => {
    const { exceeded_since, grace_until, excess } = poolJson(pool, pool.now);
    const { package_name, used, total } = pool;
    return [package_name, used, total, exceeded_since ?? '', grace_until ?? '', excess].map(String);
  },
  json: pool => poolJson(pool, pool.now),
};

/** What is over, since when, and when that is billed (domain rule 4). */
function graceLines(pools: readonly PoolUse[], now: Date): string[] {
  return pools.flatMap(pool => {
    const over = pool.used - pool.total;
    const grace = graceOf(pool, now);
    if (over <= 0) return [];
    const what = `${pool.package_name}: ${counted(over, 'license')} missing`;
    if (!grace) return [`${what}.\n`];
    const billed = grace.overdue ? 'what is too much is billed since' : 'grace until';
    return [`${what} since ${localTime(grace.exceededSince)}; ${billed} ${localTime(grace.graceUntil)}.\n`];
  });
}

function overviewJson({ account, pools, usage, link }: Overview, now: Date) {
  const { account_name, plan, license_model } = account;
  return {
    account_name,
    plan,
    license_model,
    ...(link && { zoom: zoomJson(link, account) }),
    licenses: pools.map(pool => poolJson(pool, now)),
    ...(usage && { usage: usageJson(usage) }),
  };
}

function zoomJson(
  { remote_account_id: account_id, read_at, failing_since, failure, probed }: AccountLink,
  { rate_share, notices }: Account,
) {
  return { account_id, read_at, rate_share, notices, failing_since, failure, probed };
}

function poolJson(pool: PoolUse, now: Date) {
  const { package_name, used, total } = pool;
  const grace = graceOf(pool, now);
  return {
    package_name,
    used,
    total,
    excess: Math.max(0, used - total),
    exceeded_since: grace?.exceededSince ?? null,
    grace_until: grace?.graceUntil ?? null,
    overdue: grace?.overdue ?? false,
  };
}
