import { counted } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import { withNote } from './notes.ts';
import type { App } from './state.ts';

/** Says how many left and hold a license, as soon as they are more than were told of last, to whoever can remove them. */
export function leaversCounted(app: App): App {
  const { leavers } = app.account;
  const { leavers: unsaid, ...others } = app.notes;
  const isTold = unsaid === undefined && leavers <= app.leaversTold;
  const isNew = leavers > 0 && !isTold && app.viewer.mayEdit;
  const notes = isNew ? { ...others, leavers: noteOn(leavers) } : others;
  return withNote({ ...app, notes, leaversTold: leavers });
}

function noteOn(leavers: number): string {
  const hold = leavers === 1 ? 'holds a license' : 'hold licenses';
  return `${counted(leavers, 'person', 'people')} left and ${hold} ${marks.dot} L shows them`;
}
