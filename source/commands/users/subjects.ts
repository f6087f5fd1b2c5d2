import type { Asked } from '../../../db/changes/facts.ts';
import { readFacts } from '../../../db/changes/facts.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { countOf, idsOf } from '../../../db/users/pages.ts';
import { isSpared } from '../../roster/access/permission.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import { type ChangeSet, changeSetLimit } from '../../roster/plan/change-set.ts';
import { type Intent, plan, tooManyChanges } from '../../roster/plan/plan.ts';
import { emailsIn, namedEmails } from '../../roster/screen/pasted-emails.ts';
import { emailKey } from '../../roster/users/email-key.ts';
import type { Call } from '../shell/command.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { readList } from '../shell/standard-input.ts';
import { readWhere, resolveFilters, type Wanted } from './filters.ts';
import type { Looking } from './look-first.ts';

/** Whom a command is about: e-mails, or everybody who passes all of the filters. */
export type Named = { emails: string[] } | { where: Wanted[] };

/**
 * Reads whom a call names: e-mails as mail programs write them (`-` stands for those on standard input), or `--where`.
 * Null if it names nobody. Throws Refusal.
 */
export async function readNamed(call: Call, where: readonly string[] = []): Promise<Named | null> {
  if (call.arguments.length > 0 && where.length > 0)
    throw new Refusal('Name e-mails or use --where, not both.', exits.usage);
  if (where.length > 0) return { where: readWhere(where) };
  if (call.arguments.length === 0) return null;
  const list = call.arguments.includes('-') ? namedEmails(await readList(call.io)) : [];
  return { emails: call.arguments.flatMap(argument => (argument === '-' ? list : emailsIn(argument))) };
}

/** As `readNamed`; naming nobody is wrong usage. `instead` is what may be given in place of e-mails. */
export async function requireNamed(
  call: Call,
  where?: readonly string[],
  instead = '--where FIELD=VALUE',
): Promise<Named> {
  const named = await readNamed(call, where);
  if (named) return named;
  const message = `Say whom: e-mails, or ${instead}.\nHelp: roster ${call.name} --help`;
  throw new Refusal(message, exits.usage);
}

/** What of the users named matters for whether somebody has to look first. */
export function lookingAt(call: Call, named: Named): Looking {
  return { byFilter: 'where' in named, inputTaken: call.arguments.includes('-') };
}

/**
 * The plan of an operator for the people named; run it in a snapshot. Whom a filter found and the operator may not remove
 * or make inactive is left out: nobody has named them. Throws Refusal.
 */
export async function planFor(
  db: Db,
  operator: Operator,
  named: Named,
  intent: Extract<Intent, { kind: 'add' | 'edit' | 'remove' }>,
): Promise<ChangeSet> {
  const planned = async (asked: Asked) => plan(intent, await readFacts(db, asked, operator));
  if ('emails' in named) {
    const count = new Set(named.emails.map(emailKey)).size;
    return count > changeSetLimit ? tooMany(intent, count) : await planned(named);
  }
  const filters = await resolveFilters(db, named.where);
  const count = await countOf(db, filters);
  if (count > changeSetLimit) return tooMany(intent, count);
  const ids = await idsOf(db, filters, changeSetLimit);
  const all = await planned({ ids });
  const leftOut = all.problems.filter(isSpared);
  const out = new Set(leftOut.map(problem => problem.person_id));
  const rest = ids.filter(id => !out.has(id));
  if (leftOut.length === 0 || rest.length === 0) return all;
  return { ...(await planned({ ids: rest })), leftOut };
}

export function tooMany({ kind }: Pick<ChangeSet, 'kind'>, count: number): ChangeSet {
  const problems = [tooManyChanges(count)];
  return { kind, summary: '', changes: [], catalog: [], problems, licenses: [], notices: [] };
}
