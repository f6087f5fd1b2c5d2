import { queueCounts, roleCounts } from '../../db/choice-counts.ts';
import type { Db } from '../../db/dialect.ts';
import { countView } from '../../db/totals.ts';
import { readUsage } from '../../db/usage.ts';
import { idsBetween, matchingIds } from '../../db/window.ts';
import type { Effect, Outcome } from '../roster/effects.ts';
import { gathered, nobody } from '../roster/selection.ts';
import type { Turn } from '../roster/turn.ts';
import { copiedRows } from './copied-rows.ts';
import { noLongerUsers } from './missing-filters.ts';
import type { Telling } from './progress.ts';

/** The effects that read much: keys go on meanwhile. */
export type SlowQuestion = Extract<
  Effect,
  { type: 'count' | 'ids' | 'between' | 'choice-counts' | 'missing-users' | 'usage' | 'copy-rows' }
>;

/** A page is for a look; the command lists more. */
const shownOverages = 10;

type Asked<Type extends SlowQuestion['type']> = Extract<SlowQuestion, { type: Type }>;

/** The outcome of an effect that reads much, from one state of the database; null if it was overtaken. */
export async function slowAnswerTo(
  db: Db,
  question: SlowQuestion,
  turn: Turn,
  telling: Telling,
): Promise<Outcome | null> {
  switch (question.type) {
    case 'count':
      return counted(db, question, turn);
    case 'ids':
    case 'between':
      return people(db, question, turn, telling);
    case 'choice-counts':
      return choiceCounts(db, question, turn);
    case 'missing-users':
      return { type: 'missing-users', people: await noLongerUsers(db, question.selected, turn) };
    case 'usage': {
      const usage = await readUsage(db, new Date(), turn, shownOverages);
      return usage && { type: 'usage', usage };
    }
    case 'copy-rows':
      return copiedRows(db, question, turn, telling);
  }
}

async function counted(db: Db, asked: Asked<'count'>, turn: Turn): Promise<Outcome | null> {
  const found = await countView(db, asked.view, asked, turn);
  return found && { type: 'counted', asked, ...found };
}

async function people(
  db: Db,
  question: Asked<'ids' | 'between'>,
  turn: Turn,
  telling: Telling,
): Promise<Outcome> {
  const { view } = question;
  const pieces =
    question.type === 'ids' ? matchingIds(db, view, turn) : idsBetween(db, view, question.ids, turn);
  const ids = await gathered(pieces, telling.at);
  return { type: 'ids', view, ids, change: question.type === 'ids' ? question.change : 'add' };
}

async function choiceCounts(
  db: Db,
  { of, view }: Asked<'choice-counts'>,
  turn: Turn,
): Promise<Outcome | null> {
  const found = await (of === 'queue' ? queueCounts : roleCounts)(db, view, turn);
  const all = await countView(db, { ...view, [of]: null }, { selected: nobody, person_id: null }, turn);
  if (!found || !all) return null;
  const users = new Map(found.map(choice => [choice.id, choice.users]));
  return { type: 'choice-counts', of, view, users, all: all.totals.matching };
}
