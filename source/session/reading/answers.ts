import { queueCounts, roleCounts } from '../../../db/choice-counts.ts';
import type { Db } from '../../../db/dialect.ts';
import { countView } from '../../../db/totals.ts';
import { readUsage } from '../../../db/usage.ts';
import { idsBetween, matchingIds, rosterWindow } from '../../../db/window.ts';
import { gathered, nobody, type Selection, withoutAll } from '../../roster/selection.ts';
import type { Turn } from '../../roster/turn.ts';
import { wholeRoster } from '../../roster/view.ts';
import { copiedRows } from './copied-rows.ts';
import { exportUsers } from './export.ts';
import type { OnProgress, ReadAnswers, ReadQuestion } from './question.ts';

/** A page is for a look; the command lists more. */
const shownOverages = 10;

/** The answer to what a screen asks, from one state of the database; null if it was aborted. */
export async function answerTo(
  db: Db,
  question: ReadQuestion,
  turn: Turn,
  onProgress: OnProgress,
): Promise<ReadAnswers[keyof ReadAnswers] | null> {
  switch (question.type) {
    case 'window':
      return await rosterWindow(db, question.view, question.request, turn);
    case 'count':
      return await countView(db, question.view, question, turn);
    case 'ids':
      return await gathered(matchingIds(db, question.view, turn), done => onProgress(done, null));
    case 'between':
      return await gathered(idsBetween(db, question.view, question.ids, turn), done =>
        onProgress(done, null),
      );
    case 'choice-counts':
      return await choiceCounts(db, question, turn);
    case 'missing-users':
      return await noLongerUsers(db, question.selected, turn);
    case 'usage':
      return await readUsage(db, new Date(), turn, shownOverages);
    case 'copy-rows':
      return await copiedRows(db, question, turn, onProgress);
    case 'export':
      return await exportUsers(db, question, turn, onProgress);
  }
}

async function choiceCounts(
  db: Db,
  { of, view }: Extract<ReadQuestion, { type: 'choice-counts' }>,
  turn: Turn,
): Promise<ReadAnswers['choice-counts'] | null> {
  const found = await (of === 'queue' ? queueCounts : roleCounts)(db, view, turn);
  const all = await countView(db, { ...view, [of]: null }, { selected: nobody, person_id: null }, turn);
  if (!found || !all) return null;
  return { users: new Map(found.map(choice => [choice.id, choice.users])), all: all.totals.matching };
}

/** Up to so many people are looked up one by one; for more all users are read. */
const lookedUp = 1_000;

/** Which of these people are no users any more. Of no use where the turn is over. */
async function noLongerUsers(db: Db, selected: Selection, turn: Turn): Promise<Selection> {
  const among = selected.size > lookedUp ? wholeRoster : { ...wholeRoster, only: selected };
  return withoutAll(selected, await gathered(matchingIds(db, among, turn)));
}
