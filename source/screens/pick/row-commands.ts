import type { Action } from '../../app/layers.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { whyNotHistory } from '../../app/why-not.ts';
import type { Command } from '../../keys/command.ts';
import type { Row } from '../../roster/users/row.ts';
import type { UserAccess } from '../../roster/users/vocabulary.ts';

const layer = 'row';

/** Whose menu is open, where it is one user's. The roster's cursor may stand on somebody else by now, where that one was removed. */
function row(app: App): Row | null {
  return onTop(app, 'pick')?.row ?? null;
}

const isOfSeveral = (app: App) => row(app) === null;

/** Whom the menu is about. */
const ids = (app: App) => onTop(app, 'pick')?.ids ?? [];

/** Of the selected ones it is said who is not in sight. */
const seenIn = (app: App) => (isOfSeveral(app) ? app.roster.view : undefined);

/** Makes whom the menu is about active or inactive. */
function access(to: UserAccess): (app: App) => Action {
  return app => ({
    type: 'effect',
    effect: {
      type: 'plan',
      request: {
        kind: 'edit',
        ids: ids(app),
        edits: [{ field: 'user_access', op: 'set', text: to }],
        seenIn: seenIn(app),
      },
    },
  });
}

/** The menu of the selected users, or of the current one. `hintKeys` is the roster's key for it. */
export const rowCommands: Command<App, Action>[] = [
  {
    id: 'row.edit',
    layer,
    title: 'Edit',
    keys: [],
    hintKeys: 'e',
    changes: true,
    run: app => ({ type: 'effect', effect: { type: 'form-facts', of: 'edit', ids: ids(app) } }),
  },
  {
    id: 'row.make-inactive',
    layer,
    title: 'Make inactive',
    keys: [],
    changes: true,
    when: app => row(app)?.status !== 'inactive',
    run: access('inactive'),
  },
  {
    id: 'row.make-active',
    layer,
    title: 'Make active',
    keys: [],
    changes: true,
    when: app => row(app)?.status !== 'active',
    run: access('active'),
  },
  {
    id: 'row.remove',
    layer,
    title: 'Remove',
    keys: [],
    hintKeys: 'x',
    changes: true,
    run: app => ({
      type: 'effect',
      effect: { type: 'plan', request: { kind: 'remove', ids: ids(app), seenIn: seenIn(app) } },
    }),
  },
  {
    id: 'row.resolve',
    layer,
    title: 'Theirs or mine',
    keys: [],
    hintKeys: 'd',
    changes: true,
    when: app => app.account.source !== undefined && (isOfSeveral(app) || row(app)?.pending === 'clash'),
    run: app => ({
      type: 'effect',
      effect: { type: 'clashes', ids: ids(app), seenIn: seenIn(app), opens: true },
    }),
  },
  {
    id: 'row.history',
    layer,
    title: 'History',
    keys: [],
    when: app => !isOfSeveral(app),
    disabledReason: whyNotHistory,
    run: app => {
      const current = row(app);
      return { type: 'history-open', of: current && { id: current.person_id, name: current.name } };
    },
  },
  {
    id: 'row.copy',
    layer,
    title: 'Copy e-mail',
    keys: [],
    hintKeys: 'y',
    when: app => !isOfSeveral(app),
    run: app => ({ type: 'copy-text', text: row(app)?.email ?? '' }),
  },
  {
    id: 'row.copy-rows',
    layer,
    title: 'Copy rows as CSV',
    keys: [],
    hintKeys: 'y',
    when: isOfSeveral,
    run: () => ({ type: 'copy' }),
  },
];
