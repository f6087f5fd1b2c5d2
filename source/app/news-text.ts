import type { NewsSet } from '../roster/screen/news.ts';
import { counted, listed } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';

/** What others did, as a sentence: `Kim removed 3 users`; of several sets only who and how many. */
export function newsText(sets: readonly NewsSet[]): string | null {
  const [only, ...more] = sets;
  if (!only) return null;
  if (more.length === 0) return `${setText(only)} ${marks.dot} change ${only.id}`;
  const who = listed([...new Set(sets.map(set => set.operator_name))]);
  return `${who} made ${counted(sets.length, 'change')} ${marks.dot} h shows them`;
}

function setText({ operator_name, kind, summary, users, names }: NewsSet): string {
  const whom = names.length > 0 ? listed(names) : counted(users, 'user');
  const verb = { add: 'added', edit: 'changed', remove: 'removed' }[kind as string];
  const undone = /^(Undo|Redo) (\d+)/.exec(summary);
  if (undone) return `${operator_name} ${undone[1] === 'Undo' ? 'undid' : 'redid'} change set ${undone[2]}`;
  return verb && users > 0 ? `${operator_name} ${verb} ${whom}` : `${operator_name}: ${summary}`;
}
