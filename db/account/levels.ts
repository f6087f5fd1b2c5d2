import { sql } from 'kysely';
import type { Said } from '../../source/roster/pull/open-clashes.ts';
import type { Db } from '../sqlite/dialect.ts';
import { clashColumns } from './bases.ts';

/** Of how many users the levels of skills are to be read. */
export async function countLevelsDue(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('account_base')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('levels_due', '=', 1)
    .executeTakeFirstOrThrow();
  return count;
}

/** The levels of their skills were read. */
export async function keepLevels(trx: Db, bases: readonly (Said & { person_id: number })[]): Promise<void> {
  for (const { person_id, settings, clashes } of bases)
    await trx
      .updateTable('account_base')
      .set({ settings: JSON.stringify(settings), ...clashColumns(clashes), levels_due: 0 })
      .where('person_id', '=', person_id)
      .execute();
}

/** The levels of everybody's skills are to be read again. */
export async function askForLevels(trx: Db, levels_asked_at: string): Promise<void> {
  await trx.updateTable('account_link').set({ levels_asked_at }).execute();
  await trx
    .updateTable('account_base')
    .set({ levels_due: 1 })
    .where(
      sql<boolean>`exists (select 1 from json_each(settings, '$.skills') as held join skills
        on skills.skill_id = held.value ->> 'id' and skills.graded = 1)`,
    )
    .execute();
}
