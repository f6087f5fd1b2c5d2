import { sql } from 'kysely';
import { type Move, type Stacks, stacksOf } from '../../source/roster/undo/undo-stacks.ts';
import type { Db } from '../sqlite/dialect.ts';

/** Most often both tops are among these. */
const firstRead = 100;

/** What this operator would undo and redo next (domain rule 9), in whatever program they ask. */
export async function readStacks(db: Db, operator_id: number): Promise<Stacks> {
  for (let limit = firstRead; ; limit *= 10) {
    const moves = await newestMoves(db, operator_id, limit);
    const { known, undo, redo } = stacksOf(moves);
    if (known || moves.length < limit) return { undo, redo };
  }
}

/** Of an operator who has nothing to redo: the change that emptied that stack, however long ago, and what was on top of it. */
export async function readEmptied(
  db: Db,
  operator_id: number,
): Promise<{ by: { id: number; summary: string }; lost: number } | null> {
  for (let limit = firstRead; ; limit *= 10) {
    const moves = await newestMoves(db, operator_id, limit);
    const { emptied } = stacksOf(moves);
    if (!emptied && moves.length === limit) continue;
    if (!emptied) return null;
    const by = await db
      .selectFrom('change_sets')
      .select(['change_set_id as id', 'summary'])
      .where('change_set_id', '=', emptied.by)
      .executeTakeFirstOrThrow();
    return { by, lost: emptied.lost };
  }
}

async function newestMoves(db: Db, operator_id: number, limit: number): Promise<Move[]> {
  // A redo that left somebody out puts itself there: what it took back is in force only in part.
  const { rows } = await sql<Omit<Move, 'undone'> & { undone: number }>`
    select own.change_set_id as id, own.step, iif(own.step is null, null, own.undoes) as takes,
      entry.change_set_id as puts, entry.undone_by is not null as undone
    from change_sets as own
    left join change_sets as taken_back on taken_back.change_set_id = own.undoes
    join change_sets as entry on entry.change_set_id =
      iif(own.step = 'redo' and own.partial is null, taken_back.undoes, own.change_set_id)
    where own.operator_id = ${operator_id}
    order by own.change_set_id desc
    limit ${limit}`.execute(db);
  return rows.map(row => ({ ...row, undone: row.undone === 1 }));
}
