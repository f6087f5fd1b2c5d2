import type { Viewer } from '../roster/access/viewer.ts';
import type { Effect, Outcome } from '../roster/screen/effects.ts';
import { appliedText } from './applied-text.ts';
import { followed, following } from './following.ts';
import { heardByAll, refreshed, screenOf } from './handlers.ts';
import type { Action } from './layers.ts';
import { leaversCounted } from './leavers-note.ts';
import { mailCounted, mailEffects } from './mail-note.ts';
import { newsExpired, refreshEffect, withNews } from './news.ts';
import { withNote } from './notes.ts';
import type { App } from './state.ts';
import { also, chained, type Step, step } from './step.ts';
import { toastEffects, withToast } from './toasts.ts';

/** What came from outside: what is of the whole screen is done here, all else by the screens that listen. */
export function hear(app: App, action: Action): Step {
  const heard = (now: App) => heardByAll(now, action);
  switch (action.type) {
    case 'start':
      // What is remembered may be gone: that toast is there from the start.
      return also(
        heard(app),
        refreshEffect(app),
        ...toastEffects({ ...app, toast: null }, app),
        ...mailEffects(app),
      );
    case 'resize':
      return heard({ ...app, size: action.size });
    case 'refreshed':
      return also(chained(newlyKnown(app, action), heard), ...sendEffects(action));
    case 'others-changed':
    case 'stale':
      return chained(heard(app), readAgain);
    case 'applied': {
      const told = withToast(app, 'done', appliedText(action.applied, app.size.columns));
      return also(chained(heard(following(told, action.applied)), readAgain), ...mailEffects(app));
    }
    case 'failed':
      return heard(withToast(app, 'error', action.message));
    case 'not-sent':
      return step(withToast(app, 'error', 'Nothing can be sent to the account from here. Why: roster push'));
    case 'progress':
      return heard(withProgress(app, action));
    case 'waiting':
      return step({ ...app, waiting: action.waiting });
    case 'copied':
      return step(withToast(app, 'info', `Copied ${action.what}`), { type: 'copy', text: action.text });
    case 'outbox':
      return step(mailCounted(app, action));
    case 'news-expired':
      return step(newsExpired(app, action.number));
    case 'toast-expired':
      return step(withNote(app.toast?.id === action.id ? { ...app, toast: null } : app));
    case 'dismissed':
      return step(app, { type: 'quit', refused: action.why });
    case 'awake':
      // The time is another by now: that is all.
      return step({ ...app });
    default:
      return heard(app);
  }
}

/** Somebody wrote: everything may be different by now. */
function readAgain(app: App): Step {
  return chained(step(app, refreshEffect(app)), refreshed);
}

/** The account's numbers are new, and perhaps what whoever looks may do. */
function newlyKnown(app: App, heard: Extract<Outcome, { type: 'refreshed' }>): Step {
  const { account, viewer, news, pushes } = heard;
  const next = followed({ ...withViewer(app, viewer), account }, pushes);
  const failure = account.source?.failure ?? null;
  const isNew = failure !== null && failure !== app.account.source?.failure;
  const told = withNews(isNew ? withToast(next, 'error', failure) : next, news);
  return chained(told, now => step(leaversCounted(now)));
}

/** What waits is sent while the screen goes on. */
function sendEffects({ account, viewer }: Extract<Outcome, { type: 'refreshed' }>): Effect[] {
  const waits = (account.source?.waiting ?? 0) > 0;
  return waits && viewer.mayEdit ? [{ type: 'send-waiting', again: false }] : [];
}

/** What whoever looks may do by now: others change roles while a screen is open. */
function withViewer(app: App, viewer: Viewer): App {
  const before = app.viewer;
  const at = app.layers.findIndex(layer => {
    const { privilege } = screenOf(layer);
    return privilege !== undefined && !viewer[privilege];
  });
  const next = { ...app, viewer, layers: at < 0 ? app.layers : app.layers.slice(0, at) };
  if (viewer.mayEdit === before.mayEdit) return next;
  const { role_name } = viewer;
  return viewer.mayEdit
    ? withToast(next, 'info', `Your role is ${role_name} now: you may change users.`)
    : withToast(next, 'error', `Your role is ${role_name} now: you may look but not change.`);
}

function withProgress(app: App, { task, progress }: Extract<Outcome, { type: 'progress' }>): App {
  const { [task]: _, ...others } = app.tasks;
  return { ...app, tasks: progress ? { ...app.tasks, [task]: progress } : others };
}
