import { withPushCost } from '../../../db/account/planned-push.ts';
import { readPush } from '../../../db/account/pushes.ts';
import { applyAndQueue } from '../../../db/account/queue-push.ts';
import type { Authorship } from '../../../db/authorship.ts';
import type { Applied } from '../../../db/changes/apply.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { withLastOnes } from '../../../db/users/last-ones.ts';
import { authorship } from '../../operator/who.ts';
import { isForbidden } from '../../roster/access/permission.ts';
import {
  type AppliedChangeSet,
  type ChangeSet,
  isEmpty,
  type Problem,
} from '../../roster/plan/change-set.ts';
import { changeSetJson } from '../../roster/plan/json.ts';
import { waitingForMail } from '../../roster/plan/notice.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { canSendMail } from '../account/can-send-mail.ts';
import { licenseLines, printChangeSet, printJson } from '../history/print-change-set.ts';
import type { Io } from '../shell/io.ts';
import { note, progressLine, say, sayProblems } from '../shell/messages.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { admit, type Work } from '../storage/with-roster.ts';
import type { Fate } from '../zoom/push-and-wait.ts';
import { type Looking, type LookOptions, lookedAt } from './look-first.ts';

export interface Changing {
  /** Makes the plan from `db`, one state of the database: who is found is who is read. */
  plan(db: Db): Promise<ChangeSet>;
  /** What decides, with the plan, whether somebody has to look at it first. */
  looking?: Looking;
  /**
   * Shows the plan in a way of its own where a table is asked for; else it is all fields of a dry run. If it is `told`
   * right after that all of it was done, the changes are enough.
   */
  show?(set: ChangeSet, told: boolean): Promise<void>;
  /** Of a plan that is refused: what can be done without those who clash; null if nothing can. */
  withoutClashes?(db: Db): Promise<ChangeSet | null>;
  /**
   * Called with what was planned last, and whether it is written now; before anything is printed. `fate`: what became of it at the
   * account, where it is for that, too.
   */
  finished?(set: ChangeSet, written: boolean, fate: Fate | null): Promise<void>;
}

export type ChangeOptions = LookOptions & {
  dryRun?: boolean | undefined;
  /** On a roster that is connected to the account: do not send it now. */
  later?: boolean | undefined;
};

/** Plan, show, apply: the one way in which a command changes users. Returns the exit code. Throws BusyError and Refusal. */
export async function change(work: Work, changing: Changing, options: ChangeOptions): Promise<number> {
  const first = await attempt(work, changing, options);
  if (typeof first === 'number') return first;
  // What a person has agreed to is not exchanged for something else.
  const second = first.agreed ? first : await attempt(work, changing, options);
  if (typeof second === 'number') return second;
  const message =
    'Somebody changed the same users, or the licenses, meanwhile; nothing was written. Try again.';
  throw new Refusal(message, exits.refused, 'changed_meanwhile');
}

/** Somebody else was quicker; `agreed`: after a person had said yes. */
interface Stale {
  agreed: boolean;
}

async function attempt(work: Work, changing: Changing, options: ChangeOptions): Promise<number | Stale> {
  const set = await snapshot(work.roster.read, async db =>
    withPushCost(db, await withLastOnes(db, await changing.plan(db))),
  );
  const outcome = await carryOut(work, set, changing, options);
  if (typeof outcome === 'object') return 'push' in outcome ? exitWith(outcome, set, options) : outcome;
  if (outcome === 'written' && set.leftOut) return exits.partial;
  if (outcome === 'forbidden') return exits.forbidden;
  return outcome === 'refused' ? exits.refused : exits.done;
}

/** Prints last of all: where nobody reads it, the process ends there. */
async function carryOut(
  work: Work,
  set: ChangeSet,
  { looking = {}, show, finished, withoutClashes }: Changing,
  options: ChangeOptions,
): Promise<'written' | 'planned' | 'refused' | 'forbidden' | Stale | Fate> {
  const { io } = work;
  const own = (options.format ?? 'table') === 'table' ? show : undefined;
  if (set.problems.length > 0) {
    await finished?.(set, false, null);
    const rest = (await withoutClashes?.(work.roster.read)) ?? null;
    await refuse(io, set, options, rest);
    return set.problems.some(isForbidden) ? 'forbidden' : 'refused';
  }
  if (options.dryRun || isEmpty(set)) {
    await finished?.(set, false, null);
    const shown = asSentFrom(io, set);
    await (own ? own(shown, false) : printChangeSet(io, shown, options));
    sayProblems(io, set.leftOut);
    note(io, options.dryRun ? 'Nothing was written (--dry-run).' : 'Nothing to change.', options);
    // As when it is made: the account takes nothing of it.
    return set.account?.calls === 0 && set.account.notSent.length > 0 ? 'refused' : 'planned';
  }
  const agreed = await lookedAt(io, asSentFrom(io, set), looking, options);
  if (agreed === false) {
    await finished?.(set, false, null);
    note(io, 'Nothing was changed.', options);
    return 'refused';
  }
  const result = await written(work, set, authorship(work.who), options);
  if (!result.ok && result.reason === 'forbidden') throw await forbidden(work, result.problems);
  if (!result.ok) return { agreed: agreed === true };
  const fate = await sent(work, result.applied, options);
  try {
    await finished?.(set, true, fate);
  } finally {
    if (agreed === null && !options.quiet) await own?.(set, true);
    // Whoever was asked has read it.
    if (agreed === null) sayProblems(io, set.leftOut);
    await report(work, asSentFrom(io, result.applied), fate, options);
  }
  return fate ?? 'written';
}

/** What became of it at the account; null on a roster that is connected to none. */
async function sent(work: Work, { id }: AppliedChangeSet, options: ChangeOptions): Promise<Fate | null> {
  if (!(await readPush(work.roster.read, id))) return null;
  // Few rosters need it, so nobody else loads it.
  const { fateOf, pushAndWait } = await import('../zoom/push-and-wait.ts');
  if (!options.later) return await pushAndWait(work, id, options);
  return { ...(await fateOf(work, id)), interrupted: null };
}

function exitWith(fate: Fate, { leftOut }: ChangeSet, { later }: ChangeOptions): number {
  const { state } = fate.push;
  if (fate.interrupted !== null) return fate.interrupted;
  if (state === 'refused') return exits.refused;
  const isWhole = state === 'pushed' || state === 'canceled' || (state === 'waiting' && later === true);
  return isWhole && !leftOut ? exits.done : exits.partial;
}

/**
 * A change set as it is told here: whether its e-mails can be sent is no matter of the plan. Over SSH nobody knows, as they
 * are sent on the host.
 */
function asSentFrom<Set extends ChangeSet>(io: Io, set: Set): Set {
  return io.session || canSendMail(io.env) ? set : { ...set, notices: waitingForMail(set.notices) };
}

/** Writes the set; on a terminal a line says how far that is. */
async function written(work: Work, set: ChangeSet, by: Authorship, options: ChangeOptions): Promise<Applied> {
  const { io } = work;
  const progress = progressLine(io, options, saysAfter);
  const onProgress = (done: number, total: number) =>
    progress.show(`Writing ${number(done)} of ${number(total)}`);
  try {
    return await applyAndQueue(work.roster.write(), set, by, { onProgress });
  } finally {
    progress.clear();
  }
}

/** Somebody took away the right to do that, or the way in, while the command was at work. */
async function forbidden({ roster, io }: Work, problems: readonly Problem[]): Promise<Refusal> {
  await admit(io, roster.read, 'UserManagement:Edit');
  const message = [...problems.map(problem => problem.message), 'Nothing was written.'].join('\n');
  return new Refusal(
    message,
    problems.some(isForbidden) ? exits.forbidden : exits.refused,
    problems[0]?.code ?? 'not_permitted',
  );
}

async function report(
  work: Work,
  applied: AppliedChangeSet,
  fate: Fate | null,
  options: ChangeOptions,
): Promise<void> {
  const { io } = work;
  const { format } = options;
  const account = fate && (await import('../zoom/push-and-wait.ts'));
  if (fate && account && (format === 'json' || format === 'ndjson'))
    return await printJson(io, { ...changeSetJson(applied), account: account.fateJson(fate) }, options);
  if (format && format !== 'table') return await printChangeSet(io, applied, options);
  const lines = [
    `${applied.summary}: done, change set ${applied.id}`,
    ...licenseLines(applied),
    ...applied.notices,
    ...(fate && account ? account.fateLines(work, fate, options) : []),
  ];
  await print(io, lines.map(line => `${visible(line)}\n`).join(''));
}

/** Writing that takes longer says how far it is. Milliseconds. */
const saysAfter = 300;

/** Says why a plan can't be carried out: the object for scripts on stdout, the sentences on stderr. */
async function refuse(io: Io, set: ChangeSet, options: ChangeOptions, rest: ChangeSet | null): Promise<void> {
  if (options.format === 'json' || options.format === 'ndjson') await printChangeSet(io, set, options);
  sayProblems(io, set.problems);
  say(io, 'Nothing was changed.');
  if (rest) say(io, `All who don't clash, with --skip-conflicts: ${rest.summary}.`);
}
