import { type Span, span } from '../../components/line.ts';
import { isFiltered } from '../../roster/view.ts';
import { visible } from '../../terminal/escape.ts';
import { type App, topLayer } from '../app.ts';

const muted = { color: 'muted' } as const;
const command = { color: 'accent' } as const;

/** What stands where there are no users to show: why, and what to do about it. */
export function emptyLines(app: App): Span[][] {
  return isFiltered(app.roster.view) ? noMatch(app) : noUsers();
}

function noUsers(): Span[][] {
  return [
    [span('No contact center users yet.', { bold: true })],
    [],
    [span('Bring the people of the account   ', muted), span('roster people import FILE.csv', command)],
    [span('Give them a license and a role    ', muted), span('roster add EMAIL --role Agent', command)],
    [span('Look around a made-up account     ', muted), span('roster demo', command)],
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
  const searching = topLayer(app)?.kind === 'search';
  const clears = search.trim() !== '' ? 'empties the search' : 'clears the filters';
  return [
    [span(`${sought}${within}${among}.`, { bold: true })],
    [],
    [
      span('Esc', command),
      span(
        ` ${clears}${searching ? '' : isFiltered({ ...app.roster.view, search: '' }) && search.trim() !== '' ? ', again the filters' : ''}`,
        muted,
      ),
    ],
  ];
}
