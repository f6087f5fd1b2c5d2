import type { Usage } from '../../roster/licenses/usage.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import type { Effect } from '../../roster/screen/effects.ts';
import { Selection } from '../../roster/screen/selection.ts';
import type { View } from '../../roster/screen/view.ts';
import type { Counted, RowWindow } from '../../roster/users/row.ts';

/** Writes the users of a view as CSV into a file that is there. */
export interface ExportQuestion {
  type: 'export';
  view: View;
  /** As it is named where something goes wrong. */
  path: string;
  into: string;
  total: number | null;
}

/** What a thread that reads is asked. */
export type ReadQuestion =
  | Extract<
      Effect,
      {
        type:
          | 'window'
          | 'count'
          | 'ids'
          | 'between'
          | 'choice-counts'
          | 'missing-users'
          | 'usage'
          | 'copy-rows'
          | 'history';
      }
    >
  | ExportQuestion;

/** What it answers. */
export interface ReadAnswers {
  window: RowWindow;
  count: Counted;
  ids: Selection;
  between: Selection;
  /** How many users each queue or role has, by its id, and how many there are without that filter. */
  'choice-counts': { users: ReadonlyMap<number, number>; all: number };
  /** Who of the selected is no user any more. */
  'missing-users': Selection;
  usage: Usage;
  'copy-rows': { rows: number; text: string };
  /** Sets without the changes of each user, and how many there are in all. */
  history: { sets: AppliedChangeSet[]; total: number };
  /** How many users were written. */
  export: number;
}

export type AnswerTo<Question extends ReadQuestion> = ReadAnswers[Question['type']];

/** How far a question is. */
export type OnProgress = (done: number, total: number | null) => void;

/** To the thread. */
export type Request = { id: number; question: ReadQuestion } | { id: number; abort: true };

/** From the thread; an error is a sentence. No answer: it was aborted. */
export type Reply =
  | { id: number; progress: { done: number; total: number | null } }
  | { id: number; answer: ReadAnswers[keyof ReadAnswers] | null }
  | { id: number; error: string };

/** Out of a message selections come as plain objects. */
export function withSelections(question: ReadQuestion): ReadQuestion {
  return {
    ...question,
    ...('view' in question && { view: { ...question.view, only: asSelection(question.view.only) } }),
    ...('selected' in question && { selected: asSelection(question.selected) }),
    ...('ids' in question && { ids: asSelection(question.ids) }),
  } as ReadQuestion;
}

/** What came in a message, as a selection if it was one. */
export function asSelection<Value>(value: Value): Value | Selection {
  const isOne = typeof value === 'object' && value !== null && 'words' in value && 'size' in value;
  return isOne ? new Selection(value.words as Uint32Array, value.size as number) : value;
}
