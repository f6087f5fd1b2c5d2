import { drawLine, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { Row } from '../../roster/row.ts';
import { searchWords } from '../../roster/search-terms.ts';
import type { SortColumn, View } from '../../roster/view.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import type { App } from '../app.ts';
import { cell } from './cells.ts';
import { columnGap, type PlacedColumn, placeColumns } from './columns.ts';
import { hiddenMatch, nameWithMatch } from './hidden-match.ts';
import { rowLines, type StandingRow } from './row-lines.ts';
import { tableHeight } from './viewport.ts';

/** Cells before the first column: cursor and check mark. */
const prefix = 5;

/** The column heads and the users, each line as wide as the screen. */
export function tableLines(app: App, look: Look): string[] {
  const { columns: width } = app.size;
  const placed = placeColumns(app.roster.columns, width - prefix - 1);
  // One letter is everywhere.
  const words = searchWords(app.roster.view.search).filter(word => displayWidth(word) > 1);
  const { queue } = app.roster.view;
  const rows = app.roster.rows.slice(0, tableHeight(app.size)).map((row, index) => ({
    row,
    current: index === app.roster.cursor,
    check: checkOf(app, row, index),
    news: app.rowNews?.rows.get(row.person_id)?.kind ?? null,
  }));
  const setting = JSON.stringify({ width, placed, words, queue, look });
  return [
    drawLine(headSpans(app, placed, look), width, look),
    ...rowLines(rows, setting, standing => rowLine(app, standing, { placed, words, look })),
  ];
}

function headSpans(app: App, placed: readonly PlacedColumn[], look: Look): Span[] {
  const { column, reverse } = app.roster.view.sort;
  const heads = placed.flatMap(({ id, title, width }, place) => {
    const sorted = (id as string) === (column satisfies SortColumn);
    const text = sorted ? `${title} ${reverse ? look.marks.down : look.marks.up}` : title;
    return [...gapBefore(place), span(fit(text, width, look.marks), { color: sorted ? 'accent' : 'muted' })];
  });
  return [span(' '.repeat(prefix)), ...heads];
}

/** Columns stand apart; there is no gap before the first one. */
function gapBefore(place: number): Span[] {
  return place === 0 ? [] : [span(' '.repeat(columnGap))];
}

interface Drawing {
  placed: readonly PlacedColumn[];
  words: readonly string[];
  look: Look;
}

function rowLine(
  app: App,
  { row, current, check, news }: StandingRow,
  { placed, words, look }: Drawing,
): string {
  const shown = filteredQueueFirst(row, app.roster.view);
  const hidden = hiddenMatch(row, Object.fromEntries(placed.map(({ id, width }) => [id, width])), words);
  const cells = placed.flatMap(({ id, width }, place) => [
    ...gapBefore(place),
    ...(id === 'name' && hidden !== null
      ? nameWithMatch(row.name, hidden, width, words, look)
      : cell(shown, id, width, words, look)),
  ]);
  const spans = [
    span(` ${current ? look.marks.cursor : ' '}`, { bold: true }),
    newsSpan(news, look),
    checkSpan(check, look),
    ...cells,
  ];
  const base = current
    ? ({ background: 'cursorRow' } as const)
    : row.status === 'inactive'
      ? ({ color: 'muted' } as const)
      : {};
  return drawLine(spans, app.size.columns, look, base);
}

/** The queue that is filtered by comes first, so that it is seen why somebody is here. */
function filteredQueueFirst(row: Row, { queue }: View): Row {
  if (!queue || !row.queues.includes(queue.name)) return row;
  return { ...row, queues: [queue.name, ...row.queues.filter(name => name !== queue.name)] };
}

function checkOf({ roster }: App, row: Row, index: number): StandingRow['check'] {
  if (roster.selected.has(row.person_id)) return 'selected';
  return inRange(roster, index) ? 'inRange' : 'unselected';
}

/** Who was just added or changed by somebody else. */
function newsSpan(news: StandingRow['news'], { marks }: Look): Span {
  if (!news) return span(' ');
  return span(news === 'added' ? marks.added : marks.updated, { color: 'accent', bold: true });
}

function checkSpan(check: StandingRow['check'], { marks }: Look): Span {
  if (check === 'selected') return span(`${marks.selected} `, { color: 'selected', bold: true });
  return span(`${marks[check]} `, { color: check === 'inRange' ? 'accent' : 'muted' });
}

/** Whether a row lies between the cursor and where the range was begun, on the screen or somewhere off it. */
function inRange({ range, rows, before, cursor }: App['roster'], index: number): boolean {
  if (!range) return false;
  const shown = rows.findIndex(row => row.person_id === range.person_id);
  // As long as nobody knows on which side of the screen it was begun, only the cursor is in it.
  const off = range.position === null || before === null ? cursor : range.position - before;
  const begun = shown >= 0 ? shown : off;
  return index >= Math.min(begun, cursor) && index <= Math.max(begun, cursor);
}
