import type { Action } from '../../app/layers.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { whyNotHistory } from '../../app/why-not.ts';
import type { Command } from '../../keys/command.ts';
import type { Row } from '../../roster/row.ts';
import type { UserAccess } from '../../roster/vocabulary.ts';

const layer = 'row';

/** Whose menu is open. The roster's cursor may stand on somebody else by now, where that one was removed. */
function row(app: App): Row | null {
  return onTop(app, 'pick')?.row ?? null;
}

function access(to: UserAccess): (app: App) => Action {
  return app => ({
    type: 'effect',
    effect: {
      type: 'plan',
      request: {
        kind: 'edit',
        ids: [row(app)?.person_id ?? 0],
        edits: [{ field: 'user_access', op: 'set', text: to }],
      },
    },
  });
}

/** The menu of the current user: always about that one, whoever is selected. `hintKeys` is the roster's key for it. */
export const rowCommands: Command<App, Action>[] = [
  {
    id: 'row.edit',
    layer,
    title: 'Edit',
    keys: [],
    hintKeys: 'e',
    changes: true,
    run: app => ({
      type: 'effect',
      effect: { type: 'form-facts', of: 'edit', ids: [row(app)?.person_id ?? 0] },
    }),
  },
  {
    id: 'row.make-inactive',
    layer,
    title: 'Make inactive',
    keys: [],
    changes: true,
    when: app => row(app)?.status === 'active',
    run: access('inactive'),
  },
  {
    id: 'row.make-active',
    layer,
    title: 'Make active',
    keys: [],
    changes: true,
    when: app => row(app)?.status === 'inactive',
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
      effect: { type: 'plan', request: { kind: 'remove', ids: [row(app)?.person_id ?? 0] } },
    }),
  },
  {
    id: 'row.history',
    layer,
    title: 'History',
    keys: [],
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
    run: app => ({ type: 'copy-text', text: row(app)?.email ?? '' }),
  },
];
