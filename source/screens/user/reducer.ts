import { pageHeight, scrolled, stillAt, type Way } from '../../app/scroll.ts';
import { onTop, opened, openLayer, replaceTop, withLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { linesIn } from '../../components/blocks.tsx';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import type { PageOutcome } from '../../roster/screen/page-effects.ts';
import { linesOf, userColumns } from './blocks.ts';
import { isCurrent, type UserLayer } from './state.ts';

/** Opens the page of the roster's current user. */
export function openUser(app: App): Step {
  const row = app.roster.rows[app.roster.cursor];
  if (!row) return step(app);
  const layer = userLayer(row.person_id, row.name);
  return step(opened(app, layer), { type: 'user', id: row.person_id });
}

function userLayer(person_id: number, name: string): UserLayer {
  return {
    kind: 'user',
    person_id,
    name,
    user: undefined,
    changes: null,
    atAccount: null,
    top: 0,
    stepping: false,
  };
}

/** They are read: whoever opened the page, or it is read again because somebody changed them. */
export function userRead(app: App, read: Extract<PageOutcome, { type: 'user' }>): Step {
  const { id, user, changes, atAccount = null } = read;
  // Whoever is gone keeps the name they had.
  const named = user ? { name: shownName({ person: user.person, user }) } : {};
  const next = withLayer(app, 'user', layer => {
    if (layer.person_id !== id) return layer;
    const now = { ...layer, user, changes, atAccount, ...named };
    return { ...now, top: topOf(now, layer, app.size.columns) };
  });
  return step(next);
}

/** The line at the top of what is read now: what is seen there stays. Below the end of one column that is the other's. */
function topOf(now: UserLayer, was: UserLayer, width: number): number {
  const before = userColumns(was, width).map(({ blocks }) => blocks);
  const place = before.findIndex(blocks => linesIn(blocks) > was.top);
  return stillAt(was.top, before[place] ?? [], userColumns(now, width)[place]?.blocks ?? []);
}

export function scrollUser(app: App, layer: UserLayer, way: Way): Step {
  const lines = linesOf(userColumns(layer, app.size.columns));
  return step(replaceTop(app, { ...layer, top: scrolled(layer.top, way, lines, pageHeight(app)) }));
}

/** The next or previous user of the view: the roster's cursor moves along. */
export function stepUser(app: App, layer: UserLayer, by: 1 | -1): Step {
  // Where the one who is shown is no longer in the view, the cursor is on the next one already.
  if (by > 0 && !isCurrent(app, layer)) return followCursor(app, layer);
  const stepping = step(replaceTop(app, { ...layer, stepping: true }));
  return andThen(stepping, { type: 'move', by }, { type: 'user-follow' });
}

/** Goes along with the roster's cursor, once that is where it goes. */
export function followed(app: App, layer: UserLayer | null = onTop(app, 'user')): Step {
  return layer?.stepping && app.roster.asked?.why !== 'move' ? followCursor(app, layer) : step(app);
}

/** Shows the user that the roster's cursor is on now; at an end of the list it says so. */
function followCursor(app: App, layer: UserLayer): Step {
  const row = app.roster.rows[app.roster.cursor];
  const stays = replaceTop(app, { ...layer, stepping: false });
  if (!row) return step(stays);
  if (row.person_id === layer.person_id) return step(withToast(stays, 'info', 'No more users that way.'));
  const { person_id, name } = row;
  // What is shown stays until the next one is read.
  const next = {
    ...userLayer(person_id, name),
    user: layer.user,
    changes: layer.changes,
    atAccount: layer.atAccount,
  };
  return step(replaceTop(app, next), { type: 'user', id: person_id });
}

/** Whether a change set has removed the user who is shown. */
export function isRemoved(app: App, { changes }: AppliedChangeSet): boolean {
  const shown = openLayer(app, 'user')?.person_id;
  return changes.some(({ action, person_id }) => action === 'remove' && person_id === shown);
}
