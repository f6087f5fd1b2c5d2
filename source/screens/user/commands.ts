import type { Action } from '../../app/layers.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { whyNotHistory } from '../../app/why-not.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'user';

const shown = (app: App) => onTop(app, 'user');

function gone(app: App): string | null {
  const page = shown(app);
  return page?.user ? null : `${page?.name ?? 'This'} is no contact center user any more.`;
}

/** What can be done on the page of one user. */
export const userCommands: Command<App, Action>[] = [
  ...pageMoves(layer, { up: 'Scroll up', down: 'Scroll down' }),
  {
    id: 'user.next',
    layer,
    needs: 'rows',
    title: 'Next user of the view',
    keys: ['right', 'n'],
    hint: 'other users',
    hintKeys: '← →',
    weight: 6,
    run: () => ({ type: 'user-step', by: 1 }),
  },
  {
    id: 'user.previous',
    layer,
    needs: 'rows',
    title: 'Previous user of the view',
    keys: ['left', 'p'],
    run: () => ({ type: 'user-step', by: -1 }),
  },
  {
    id: 'user.edit',
    layer,
    title: 'Edit this user',
    keys: ['e'],
    hint: 'edit',
    weight: 8,
    changes: true,
    disabledReason: gone,
    run: app => ({
      type: 'effect',
      effect: { type: 'form-facts', of: 'edit', ids: [shown(app)?.person_id ?? 0] },
    }),
  },
  {
    id: 'user.remove',
    layer,
    title: 'Remove this user',
    keys: ['x'],
    hint: 'remove',
    weight: 7,
    changes: true,
    disabledReason: gone,
    run: app => ({
      type: 'effect',
      effect: { type: 'plan', request: { kind: 'remove', ids: [shown(app)?.person_id ?? 0] } },
    }),
  },
  {
    id: 'user.resolve',
    layer,
    title: 'Decide what both sides changed: theirs or mine',
    keys: ['d'],
    hint: 'theirs or mine',
    weight: 8,
    changes: true,
    when: app => (shown(app)?.atAccount?.clashes.length ?? 0) > 0,
    run: app => ({
      type: 'effect',
      effect: { type: 'clashes', ids: [shown(app)?.person_id ?? 0], opens: true },
    }),
  },
  {
    id: 'user.history',
    layer,
    title: 'History of this user',
    keys: ['h'],
    hint: app => (app.viewer.mayReadHistory ? 'history' : null),
    weight: 5,
    disabledReason: whyNotHistory,
    run: app => {
      const page = shown(app);
      return { type: 'history-open', of: page && { id: page.person_id, name: page.name } };
    },
  },
  {
    id: 'user.copy',
    layer,
    title: 'Copy the e-mail',
    keys: ['y'],
    hint: 'copy e-mail',
    weight: 3,
    disabledReason: gone,
    run: app => ({ type: 'copy-text', text: shown(app)?.user?.person.user_email ?? '' }),
  },
  {
    id: 'user.undo',
    layer,
    title: 'Undo my newest change',
    keys: ['u'],
    hint: 'undo',
    weight: 4,
    changes: true,
    run: () => ({ type: 'request', of: 'undo' }),
  },
  {
    id: 'user.redo',
    layer,
    title: 'Redo what I undid last',
    keys: ['ctrl+r'],
    changes: true,
    run: () => ({ type: 'request', of: 'redo' }),
  },
  ...pageEnds(layer),
];
