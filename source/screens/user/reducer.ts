import type { PageOutcome } from '../../roster/page-effects.ts';
import { shownName } from '../../roster/subjects.ts';
import { type App, type Layer, replaceTop, type Step, step, topLayer } from '../app.ts';
import { move } from '../roster/move.ts';
import { measuringLook, pageHeight, scrolled, stillAt, type Way } from '../scroll.ts';
import { withToast } from '../toasts.ts';
import type { UserLayer } from './layer.ts';
import { isCurrent, userLines } from './page.ts';

/** Opens the page of the roster's current user. */
export function openUser(app: App): Step {
  const row = app.roster.rows[app.roster.cursor];
  if (!row) return step(app);
  const layer = userLayer(row.person_id, row.name);
  return step({ ...app, layers: [...app.layers, layer] }, { type: 'user', id: row.person_id });
}

function userLayer(person_id: number, name: string): UserLayer {
  return { kind: 'user', person_id, name, user: undefined, changes: null, top: 0, stepping: false };
}

/** They are read: whoever opened the page, or it is read again because somebody changed them. */
export function userRead(app: App, { id, user, changes }: Extract<PageOutcome, { type: 'user' }>): Step {
  // Whoever is gone keeps the name they had.
  const named = user ? { name: shownName({ person: user.person, user }) } : {};
  const linesOf = (layer: UserLayer) => userLines(layer, app.size.columns, measuringLook);
  const layers = app.layers.map((layer): Layer => {
    if (layer.kind !== 'user' || layer.person_id !== id) return layer;
    const next = { ...layer, user, changes, ...named };
    return { ...next, top: stillAt(layer.top, linesOf(layer), linesOf(next)) };
  });
  return step({ ...app, layers });
}

export function scrollUser(app: App, layer: UserLayer, way: Way): Step {
  const lines = userLines(layer, app.size.columns, measuringLook);
  return step(replaceTop(app, { ...layer, top: scrolled(layer.top, way, lines.length, pageHeight(app)) }));
}

/** The next or previous user of the view: the roster's cursor moves along. */
export function stepUser(app: App, by: 1 | -1): Step {
  const layer = topLayer(app);
  if (layer?.kind !== 'user') return step(app);
  // Where the one who is shown is no longer in the view, the cursor is on the next one already.
  if (by > 0 && !isCurrent(app, layer)) return followCursor(app);
  const moved = move(app, by);
  if (moved.effects.length === 0) return followCursor(moved.app);
  return { app: replaceTop(moved.app, { ...layer, stepping: true }), effects: moved.effects };
}

/** Shows the user that the roster's cursor is on now; at an end of the list it says so. */
export function followCursor(app: App): Step {
  const layer = topLayer(app);
  const row = app.roster.rows[app.roster.cursor];
  if (layer?.kind !== 'user' || !row) return step(app);
  if (row.person_id === layer.person_id) {
    const stays = replaceTop(app, { ...layer, stepping: false });
    return step(withToast(stays, 'info', 'No more users that way.'));
  }
  const { person_id, name } = row;
  // What is shown stays until the next one is read.
  const next = { ...userLayer(person_id, name), user: layer.user, changes: layer.changes };
  return step(replaceTop(app, next), { type: 'user', id: person_id });
}
