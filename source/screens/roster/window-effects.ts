import type { Effect } from '../../roster/effects.ts';
import type { WindowRequest } from '../../roster/row.ts';
import type { App } from '../app.ts';
import { tableHeight } from './viewport.ts';

/** Asks for the rows around the cursor again; the totals as well, unless nothing but the place changes. */
export function windowEffect(app: App, place: Partial<WindowRequest> = {}, count = true): Effect {
  const { rows, cursor, view, selected } = app.roster;
  const request: WindowRequest = {
    anchor: rows[cursor]?.person_id ?? 'first',
    delta: 0,
    cursorLine: Math.max(0, cursor),
    height: tableHeight(app.size),
    ifGone: 'next',
    ...place,
  };
  return { type: 'window', view, request, count: count ? [...selected] : null };
}

/** Asks for the account's numbers, and whether what is filtered by and selected is still there. */
export function refreshEffect({ roster }: App): Effect {
  return { type: 'refresh', view: roster.view, selected: [...roster.selected] };
}

/** What is remembered of the screen for this operator's next time. */
export function rememberEffect(app: App): Effect {
  const { view, columns } = app.roster;
  return {
    type: 'remember',
    settings: {
      search: view.search,
      queue: view.queue?.name ?? null,
      status: view.status,
      role: view.role?.name ?? null,
      sort: view.sort,
      columns,
    },
  };
}
