import * as z from 'zod/mini';
import { readChangeSet } from '../../db/change-sets.ts';
import type { Db } from '../../db/dialect.ts';
import { readUndoFacts } from '../../db/undo-facts.ts';
import type { ChangeSet } from '../roster/change-set.ts';
import { plan } from '../roster/plan.ts';
import type { Undoing } from '../roster/plan-undo.ts';
import type { Operator } from '../roster/privileges.ts';
import { change } from './change.ts';
import type { Call } from './command.ts';
import { common, flag, readOptions, words } from './options.ts';
import { exits, Refusal } from './refusal.ts';
import { type Work, withRoster } from './with-roster.ts';

const schema = z.object({ ...common, dryRun: flag, only: words, skipConflicts: flag });

/** Undoes the change set that `choose` names, or a part of it; undoing an undo is the redo. Throws Refusal. */
export async function takeBack(call: Call, choose: (work: Work) => Promise<number>): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const { only, skipConflicts = false } = options;
  const part = { ...(only && { only }), skipConflicts };
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    const id = await choose(work);
    const { operator } = work.who;
    const withoutClashes = async (db: Db) => {
      if (skipConflicts) return null;
      const rest = await planUndoOf(db, operator, id, { ...part, skipConflicts: true });
      return rest.problems.length === 0 && rest.leftOut ? rest : null;
    };
    const plan = (db: Db) => planUndoOf(db, operator, id, part);
    return await change(work, { plan, withoutClashes }, options);
  });
}

async function planUndoOf(
  db: Db,
  operator: Operator,
  id: number,
  part: Omit<Undoing, 'set'>,
): Promise<ChangeSet> {
  const set = await readChangeSet(db, id);
  if (!set)
    throw new Refusal(
      `There is no change set ${id}. See: roster history`,
      exits.refused,
      'unknown_change_set',
    );
  return plan({ kind: 'undo', set, ...part }, await readUndoFacts(db, set, operator));
}
