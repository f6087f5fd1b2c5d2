import type { Usage } from '../../roster/licenses/usage.ts';
import type { Effect, Outcome } from '../../roster/screen/effects.ts';
import type { Selection } from '../../roster/screen/selection.ts';
import { counted } from '../../roster/text/words.ts';
import type { Counted } from '../../roster/users/row.ts';
import type { AnswerTo, ReadAnswers } from '../reading/question.ts';

/** The effects that read much: keys go on meanwhile. */
export type SlowQuestion = Extract<
  Effect,
  { type: 'count' | 'ids' | 'between' | 'choice-counts' | 'missing-users' | 'usage' | 'copy-rows' }
>;

/** What the screen hears of an answer; what it asked is told by the very objects it asked with. */
export function outcomeOf(question: SlowQuestion, answer: AnswerTo<SlowQuestion>): Outcome {
  switch (question.type) {
    case 'count':
      return { type: 'counted', asked: question, ...(answer as Counted) };
    case 'ids':
      return { type: 'ids', view: question.view, ids: answer as Selection, change: question.change };
    case 'between':
      return { type: 'ids', view: question.view, ids: answer as Selection, change: 'add' };
    case 'choice-counts': {
      const { of, view } = question;
      return { type: 'choice-counts', of, view, ...(answer as ReadAnswers['choice-counts']) };
    }
    case 'missing-users':
      return { type: 'missing-users', people: answer as Selection };
    case 'usage':
      return { type: 'usage', usage: answer as Usage };
    case 'copy-rows': {
      const { rows, text } = answer as ReadAnswers['copy-rows'];
      return { type: 'copied', what: `${counted(rows, 'row')} as CSV`, text };
    }
  }
}
