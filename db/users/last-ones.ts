import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { type Loss, lossesOf, lossText } from '../../source/roster/plan/losses.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';

/** A change set that also says which queue it leaves without a supervisor, and which skill without anybody who has it. */
export async function withLastOnes<Set extends ChangeSet>(db: Db, set: Set): Promise<Set> {
  if (set.problems.length > 0) return set;
  const said: string[] = [];
  for (const loss of lossesOf(set.changes)) {
    if (await othersHave(db, loss)) continue;
    said.push(lossText(loss, loss.level === null ? null : await highestOfOthers(db, loss)));
  }
  return said.length > 0 ? { ...set, notices: [...set.notices, ...said] } : set;
}

/** Whether anybody else has it, at that level or a higher one. Stops at the first. */
async function othersHave(db: Db, { of, id, level, people }: Loss): Promise<boolean> {
  const found =
    of === 'supervisor'
      ? await db
          .selectFrom('queue_members')
          .select('person_id')
          .where('queue_id', '=', id)
          .where('user_assignment_type', '!=', 'agent')
          .where('person_id', 'not in', idList(people))
          .limit(1)
          .executeTakeFirst()
      : await db
          .selectFrom('user_skills')
          .select('person_id')
          .where('skill_id', '=', id)
          .where('person_id', 'not in', idList(people))
          .$if(level !== null, skilled => skilled.where('level', '>=', level))
          .limit(1)
          .executeTakeFirst();
  return found !== undefined;
}

async function highestOfOthers(db: Db, { id, people }: Loss): Promise<number | null> {
  const { highest } = await db
    .selectFrom('user_skills')
    .select(eb => eb.fn.max<number | null>('level').as('highest'))
    .where('skill_id', '=', id)
    .where('person_id', 'not in', idList(people))
    .executeTakeFirstOrThrow();
  return highest;
}
