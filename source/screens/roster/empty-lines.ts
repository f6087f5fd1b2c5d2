import { type Span, span } from '../../components/line.ts';
import { missingFor, missingText } from '../../roster/missing.ts';
import { isFiltered } from '../../roster/view.ts';
import { visible } from '../../terminal/escape.ts';
import { type App, topLayer } from '../app.ts';

const muted = { color: 'muted' } as const;
const command = { color: 'accent' } as const;

/** What stands where there are no users to show: why, and what to do about it. */
export function emptyLines(app: App): Span[][] {
  const { view, totals } = app.roster;
  return isFiltered(view) && totals.users !== 0 ? noMatch(app) : noUsers(app);
}

const look = { todo: 'Look around a made-up account', command: 'roster demo' };

function noUsers({ account }: App): Span[][] {
  const missing = missingFor(account);
  const widest = Math.max(...[...missing, look].map(({ todo }) => todo.length));
  const line = (mark: string, { todo, command: typed }: typeof look) => [
    span(`${mark}${todo.padEnd(widest)}   `, muted),
    span(typed, command),
  ];
  return [
    [span(`${missingText(missing)}.`, { bold: true })],
    [],
    ...missing.map((step, index) => line(missing.length > 1 ? `${index + 1}  ` : '', step)),
    [],
    line(missing.length > 1 ? '   ' : '', look),
  ];
}

function noMatch(app: App): Span[][] {
  const { search, queue, status, role, only } = app.roster.view;
  const filters = [
    queue && `queue ${visible(queue.name)}`,
    status && `status ${status}`,
    role && `role ${visible(role.name)}`,
  ].filter(Boolean);
  const sought = search.trim() === '' ? 'Nobody' : `Nobody matches "${visible(search.trim())}"`;
  const within = filters.length > 0 ? ` with ${filters.join(', ')}` : '';
  const among = only ? ' among the selected' : '';
  return [
    [span(`${sought}${within}${among}.`, { bold: true })],
    [],
    [span('Esc', command), span(` ${clearing(app)}`, muted)],
  ];
}

/** What Esc takes away, and what it takes away after that. */
function clearing(app: App): string {
  const { view } = app.roster;
  if (view.search.trim() === '') return 'clears the filters';
  const searching = topLayer(app)?.kind === 'search';
  const again = !searching && isFiltered({ ...view, search: '' });
  return `empties the search${again ? ', again the filters' : ''}`;
}
