import * as z from 'zod/mini';
import { readUndoFacts } from '../../db/catalog-facts.ts';
import { readChangeSet } from '../../db/change-sets.ts';
import type { Db } from '../../db/dialect.ts';
import type { ChangeSet } from '../roster/change-set.ts';
import { plan } from '../roster/plan.ts';
import type { Operator } from '../roster/privileges.ts';
import { change } from './change.ts';
import type { Call } from './command.ts';
import { common, flag, readOptions } from './options.ts';
import { exits, Refusal } from './refusal.ts';
import { type Work, withRoster } from './with-roster.ts';

const schema = z.object({ ...common, dryRun: flag });

/** Undoes the change set that `choose` names; undoing an undo is the redo. Throws Refusal. */
export async function takeBack(call: Call, choose: (work: Work) => Promise<number>): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    const id = await choose(work);
    return await change(work, { plan: db => planUndoOf(db, work.who.operator, id) }, options);
  });
}

async function planUndoOf(db: Db, operator: Operator, id: number): Promise<ChangeSet> {
  const set = await readChangeSet(db, id);
  if (!set)
    throw new Refusal(
      `There is no change set ${id}. See: roster history`,
      exits.refused,
      'unknown_change_set',
    );
  return plan({ kind: 'undo', set }, await readUndoFacts(db, set, operator));
}
