import * as z from 'zod/mini';
import { takenBack } from '../../../db/changes/taken-back.ts';
import { readUndoFacts } from '../../../db/changes/undo-facts.ts';
import { readChangeSet } from '../../../db/history/change-sets.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import { plan } from '../../roster/plan/plan.ts';
import type { TakenBack } from '../../roster/plan/reason-to-ask.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { change } from '../users/change.ts';

const schema = z.object({
  ...common,
  yes: flag,
  dryRun: flag,
  later: flag,
  only: words,
  skipConflicts: flag,
});

/** Undoes the change set that `choose` names, or a part of it; undoing an undo is the redo. Throws Refusal. */
export async function takeBack(call: Call, choose: (work: Work) => Promise<number>): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const { only, skipConflicts = false } = options;
  const part = only ? { only } : {};
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    const id = await choose(work);
    const { operator } = work.who;
    const planPart = async (db: Db, set: AppliedChangeSet, skipping: boolean) =>
      plan({ kind: 'undo', set, ...part, skipConflicts: skipping }, await readUndoFacts(db, set, operator));
    let taken: TakenBack | null = null;
    const changing = {
      async plan(db: Db) {
        const set = await existing(db, id);
        taken = await takenBack(db, set, operator.operator_id);
        return await planPart(db, set, skipConflicts);
      },
      async withoutClashes(db: Db) {
        if (skipConflicts) return null;
        const rest = await planPart(db, await existing(db, id), true);
        return rest.problems.length === 0 && rest.leftOut ? rest : null;
      },
      looking: { takesBack: () => taken },
    };
    return await change(work, changing, options);
  });
}

async function existing(db: Db, id: number): Promise<AppliedChangeSet> {
  const set = await readChangeSet(db, id);
  if (!set)
    throw new Refusal(
      `There is no change set ${id}. See: roster history`,
      exits.refused,
      'unknown_change_set',
    );
  return set;
}
