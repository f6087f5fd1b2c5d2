import type { AppliedChangeSet } from '../../source/roster/plan/change-set.ts';
import type { TakenBack } from '../../source/roster/plan/reason-to-ask.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readStacks } from './undo-stacks.ts';

/** Whose `set` is to the operator who takes it back. */
export async function takenBack(
  db: Db,
  { id, at, operator_name, summary }: AppliedChangeSet,
  operator_id: number,
): Promise<TakenBack> {
  const row = await db
    .selectFrom('change_sets')
    .select('operator_id')
    .where('change_set_id', '=', id)
    .executeTakeFirst();
  const set = { id, at, operator_name, summary };
  if (row?.operator_id !== operator_id) return { ...set, whose: 'theirs' };
  const { undo, redo } = await readStacks(db, operator_id);
  return { ...set, whose: id === undo || id === redo ? 'last' : 'older' };
}
