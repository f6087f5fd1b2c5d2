import { drawLine, type Span, span, spansWidth } from '../components/line.ts';
import type { Look } from '../components/look.ts';
import type { Panel } from '../components/panel.ts';
import { type App, type Size, topLayer } from './app.ts';
import { assignPanel } from './assign/panel.ts';
import { confirmPanel } from './confirm/panel.ts';
import { hintLine } from './hint-line.ts';
import { leavePanel } from './leave/panel.ts';
import { drawPage, pageInFront } from './page.ts';
import { pickPanel } from './pick/panel.ts';
import { problemsPanel } from './problems/panel.ts';
import { promptPanel } from './prompt/panel.ts';
import { emptyLines } from './roster/empty-lines.ts';
import { filterLine } from './roster/filter-line.ts';
import { footerLines } from './roster/footer-line.ts';
import { headerLine } from './roster/header-line.ts';
import { tableLines } from './roster/table-lines.ts';
import { isTooSmall, smallest, tableHeight } from './roster/viewport.ts';

const blank = '';

/** The whole screen as lines, and the panel over it if one is open. Pure: the same state draws the same. */
export function screenLines(app: App, look: Look): { lines: string[]; panel: Panel | null } {
  const { columns, rows } = app.size;
  if (isTooSmall(app.size)) return { lines: [tooSmall(app.size, look)], panel: null };
  const panel = panelOf(app, look);
  const behind = panel ? { ...look, faded: true } : look;
  const draw = (spans: readonly Span[]) => drawLine(spans, columns, behind);
  const page = pageInFront(app);
  const height = tableHeight(app.size) + 1;
  const drawn = page ? drawPage(page, app, { width: columns, height }, behind) : null;
  const body = drawn ? drawn.body.map(draw) : rosterBody(app, behind);
  const { above, counts } = footerLines(app, columns, look, drawn?.footer);
  // A long toast covers the last lines until the next key.
  const room = height + 1 - above.length;
  while (body.length < room) body.push(blank);
  const lines = [
    draw(headerLine(app, columns, behind)),
    draw(drawn ? drawn.heading : filterLine(app, columns, behind)),
    blank,
    ...body.slice(0, room),
    ...above.map(spans => drawLine(spans, columns, look)),
    drawLine(counts, columns, look),
    drawLine(hintLine(app, columns, look), columns, look),
  ];
  return { lines: lines.slice(0, rows), panel };
}

function rosterBody(app: App, look: Look): string[] {
  const table = tableLines(app, look);
  const { rows, before } = app.roster;
  return rows.length === 0 && before !== null ? [...table, ...inTheMiddle(app, look)] : table;
}

function panelOf(app: App, look: Look): Panel | null {
  const top = topLayer(app);
  if (top?.kind === 'confirm') return confirmPanel(top, app.size, look);
  if (top?.kind === 'pick') return pickPanel(top, app.size, look);
  if (top?.kind === 'prompt') return promptPanel(top, app, look);
  if (top?.kind === 'problems') return problemsPanel(top, app.size, look);
  if (top?.kind === 'assign') return assignPanel(top, app.size, look);
  if (top?.kind === 'leave') return leavePanel(app, look);
  return null;
}

/** What stands where there are no rows: from one place on, so that it stays there while a word in it grows. */
function inTheMiddle(app: App, look: Look): string[] {
  const body = emptyLines(app);
  const widest = Math.max(...body.map(spansWidth));
  const left = Math.max(2, Math.min(Math.floor(app.size.columns / 4), app.size.columns - widest - 2));
  const above = Math.max(0, Math.floor((tableHeight(app.size) - body.length) / 3));
  const drawn = body.map(spans => drawLine([span(' '.repeat(left)), ...spans], app.size.columns, look));
  return [...Array<string>(above).fill(blank), ...drawn].slice(0, tableHeight(app.size));
}

function tooSmall(size: Size, look: Look): string {
  const cells = ({ columns, rows }: Size) => `${columns}${look.marks.times}${rows}`;
  const text = `Needs ${cells(smallest)}; this is ${cells(size)}. Make it larger.`;
  return drawLine([span(text)], size.columns, look);
}
