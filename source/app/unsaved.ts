import type { RestoredSession, UnsavedForm } from '../roster/screen/session-state.ts';
import { localClock, localTime } from '../roster/text/local-time.ts';
import { counted } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import { type App, withRoster } from './state.ts';
import { withToast } from './toasts.ts';

/** The screen with what is restored of an earlier session: the selection at once, a form as an offer. */
export function withRestored(app: App, { selected, onlySelected, unsaved }: RestoredSession): App {
  const only = onlySelected && selected.size > 0 ? selected : null;
  const next = withRoster(app, { selected, view: { ...app.roster.view, only } });
  return { ...next, unsaved, selectedBefore: selected.size > 0 };
}

/** Says what was not saved; `now` is the time by the clock. */
export function withOffer(app: App, now: Date): App {
  const [first, ...others] = app.unsaved;
  if (!first || !app.viewer.mayEdit) return app;
  const more = others.length > 0 ? ` (and ${counted(others.length, 'form')} before it)` : '';
  return withToast(
    app,
    'info',
    `Not saved: ${unsavedText(first, now)}${more} ${marks.dot} R goes on with it`,
  );
}

/** `editing 12 users, from 07:41`, with the day where it was another one. */
export function unsavedText({ form: { of, people }, at }: UnsavedForm, now: Date): string {
  const today = new Date(at).toDateString() === now.toDateString();
  const when = today ? localClock(at) : localTime(at);
  const whom = of === 'edit' ? counted(people.size, 'user') : counted(people.size, 'person', 'people');
  return `${of === 'edit' ? 'editing' : 'adding'} ${whom}, from ${when}`;
}
