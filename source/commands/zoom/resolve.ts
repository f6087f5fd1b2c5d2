import * as z from 'zod/mini';
import { readClashes } from '../../../db/account/clashes.ts';
import { readFacts } from '../../../db/changes/facts.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { countOf, idsOf } from '../../../db/users/pages.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import { type ChangeSet, changeSetLimit } from '../../roster/plan/change-set.ts';
import type { Side } from '../../roster/plan/clashes.ts';
import { plan } from '../../roster/plan/plan.ts';
import { allOf } from '../../roster/pull/clash-lines.ts';
import { fieldByJsonName } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { change } from '../users/change.ts';
import { resolveFilters } from '../users/filters.ts';
import { lookingAt, type Named, requireNamed, tooMany } from '../users/subjects.ts';
import { requireLink } from './with-account.ts';

const schema = z.object({
  ...{ ...common, theirs: flag, mine: flag, field: words },
  ...{ all: flag, where: words, yes: flag, dryRun: flag, later: flag },
});
type Options = z.infer<typeof schema>;

/** `roster resolve` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const wanted = { side: sideOf(options), names: options.field && fieldsNamed(options.field) };
  const named = await readWhom(call, options);
  return await withRoster(call.io, options, 'UserManagement:Edit', async work => {
    await requireLink(work.roster.read);
    const resolving = { plan: (db: Db) => planned(db, work.who.operator, { named, ...wanted }) };
    if (named === 'all') return await change(work, resolving, options);
    return await change(work, { ...resolving, looking: lookingAt(call, named) }, options);
  });
}

function sideOf({ theirs, mine }: Options): Side {
  if (Boolean(theirs) !== Boolean(mine)) return theirs ? 'theirs' : 'mine';
  const message =
    'Say which: --theirs takes what the account has, --mine keeps what is here and sends it.\nHelp: roster resolve --help';
  throw new Refusal(message, exits.usage);
}

function fieldsNamed(jsonNames: readonly string[]): ReadonlySet<FieldName> {
  return new Set(jsonNames.flatMap(name => fieldByJsonName(name)?.name ?? []));
}

async function readWhom(call: Call, { all, where }: Options): Promise<Named | 'all'> {
  if (!all) return await requireNamed(call, where, '--where FIELD=VALUE or --all');
  if (call.arguments.length === 0 && !where) return 'all';
  throw new Refusal('Name e-mails, or use --where or --all, not several of them.', exits.usage);
}

interface Wanted {
  named: Named | 'all';
  side: Side;
  /** Only these. */
  names: ReadonlySet<FieldName> | undefined;
}

async function planned(db: Db, operator: Operator, { named, side, names }: Wanted): Promise<ChangeSet> {
  const clashing = await readClashes(db);
  const intent = { kind: 'resolve' as const, resolutions: allOf(side, clashing.values(), names), clashing };
  if (named !== 'all' && 'emails' in named)
    return plan(intent, await readFacts(db, { emails: named.emails }, operator));
  const ids = named === 'all' ? [...clashing.keys()] : await clashingAmong(db, named, clashing);
  if (ids.length > changeSetLimit) return tooMany({ kind: 'edit' }, ids.length);
  return plan(intent, await readFacts(db, { ids }, operator));
}

/** Whoever passes the filters and clashes. */
async function clashingAmong(
  db: Db,
  { where }: Extract<Named, { where: unknown }>,
  clashing: ReadonlyMap<number, unknown>,
): Promise<number[]> {
  const filters = await resolveFilters(db, where);
  const found = await idsOf(db, filters, await countOf(db, filters));
  return found.filter(id => clashing.has(id));
}
