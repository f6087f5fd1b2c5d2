import type { AppliedChangeSet } from '../roster/plan/change-set.ts';
import { summaryOf } from '../roster/plan/summary.ts';
import type { PushNews } from '../roster/screen/effects.ts';
import { counted, number } from '../roster/text/words.ts';
import { displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import { aroundToast, wayBack } from './applied-text.ts';
import type { App } from './state.ts';
import { withToast } from './toasts.ts';

/** A change set that was made here, on its way into the account. */
export interface Followed {
  id: number;
  /** In words: `Adding 20 users`, `Add 20 users as Agent`, `Added 20 users as Agent`. */
  doing: string;
  toDo: string;
  done: string;
  wayBack: string;
  users: number;
  /** The number of the toast that said it was done here. */
  toast: number;
  /** It was said how far it is. */
  wasTold: boolean;
}

/** With fewer calls left it is not begun to say how far a change set is. */
const fewCalls = 3;

/** Follows what was just applied, and was just said, where there is an account to send it to. */
export function following(app: App, set: AppliedChangeSet): App {
  if (!app.account.source?.read_at || !app.toast) return app;
  const whom = (users: readonly unknown[]) => counted(users.length, 'user');
  const wording = set.users > 2 ? { whom } : {};
  const followed: Followed = {
    id: set.id,
    doing: doingText(set),
    toDo: summaryOf(set, wording),
    done: summaryOf(set, { ...wording, done: true }),
    wayBack: wayBack(set),
    users: set.users,
    toast: app.toast.id,
    wasTold: false,
  };
  return { ...app, follows: [...app.follows, followed] };
}

function doingText({ kind, users, undoes }: AppliedChangeSet): string {
  switch (kind) {
    case 'add':
      return `Adding ${counted(users, 'user')}`;
    case 'remove':
      return `Removing ${counted(users, 'user')}`;
    case 'import':
      return `Importing ${counted(users, 'user')}`;
    case 'undo':
    case 'redo':
      return `${kind === 'undo' ? 'Undoing' : 'Redoing'} change ${undoes}`;
    default:
      return `Changing ${counted(users, 'user')}`;
  }
}

/** How far the sets are by now: what goes on is said where nothing else is, what came to its end in the place of what was said of it. */
export function followed(app: App, pushes: readonly PushNews[]): App {
  const news = new Map(pushes.map(push => [push.id, push]));
  const before: App = { ...app, follows: [], pushing: null };
  return app.follows.reduce((now, one) => {
    const push = news.get(one.id);
    // It is for the roster alone, or was taken back before it was sent.
    return push ? withPush(now, one, push) : now;
  }, before);
}

function withPush(app: App, one: Followed, push: PushNews): App {
  const isStillSaid = app.toast?.id === one.toast;
  switch (push.state) {
    case 'waiting': {
      // Of what is done in a moment nobody has to hear; that it waits, the header says.
      const isLong = push.done > 0 && push.calls - push.done >= fewCalls;
      if (!isLong && !one.wasTold) return { ...app, follows: [...app.follows, one] };
      const pushing = app.pushing ?? pushingText(one, push);
      const follows = [...app.follows, { ...one, wasTold: true }];
      return { ...app, follows, pushing, toast: isStillSaid ? null : app.toast };
    }
    case 'pushed': {
      const text = pushedText(one, app.size.columns);
      // A quick one makes no new toast, nor does anything else that nobody waited for.
      if (isStillSaid && app.toast) return { ...app, toast: { ...app.toast, text } };
      return one.wasTold && !app.toast ? withToast(app, 'done', text) : app;
    }
    case 'in_part':
    case 'refused':
      return withToast(app, 'error', refusedText(one, push));
    default:
      return app;
  }
}

/** `Adding 1,000 users · 31 of 52 calls`. */
function pushingText({ doing }: Followed, { done, calls }: PushNews): string {
  return `${doing} ${marks.dot} ${number(done)} of ${counted(calls, 'call')}`;
}

function pushedText({ done, wayBack }: Followed, columns: number): string {
  const text = (parts: string[]) => parts.join(` ${marks.dot} `);
  const whole = text([done, 'the account has it', wayBack]);
  return displayWidth(whole) <= columns - aroundToast ? whole : text([done, 'the account has it']);
}

/** `18 of 20 went through; refused: 2 · w shows them`. */
function refusedText({ toDo, users }: Followed, { state, refused }: PushNews): string {
  if (state === 'refused') return `Refused by the account: ${toDo} ${marks.dot} w shows why`;
  const through = users - refused;
  return through > 0 && refused > 0
    ? `${number(through)} of ${number(users)} went through; refused: ${number(refused)} ${marks.dot} w shows them`
    : `The account did not take all of it: ${toDo} ${marks.dot} w shows why`;
}
