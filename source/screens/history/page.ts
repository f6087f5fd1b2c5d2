import { type Column, inColumns } from '../../components/columns.ts';
import { apart, fitSpans, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { type AppliedChangeSet, undoneText } from '../../roster/change-set.ts';
import { localTime } from '../../roster/local-time.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { App } from '../app.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import type { HistoryLayer } from './layer.ts';
import { cursorPlace, firstPlace, historyHeight } from './reducer.ts';

const muted = { color: 'muted' } as const;
const margin = 3;

const columns: Column[] = [
  { align: 'right' },
  {},
  { min: 8, max: 24 },
  { leaves: 1 },
  { min: 30, max: 90 },
  { align: 'right', leaves: 2 },
  // Undone sets are dim, and say so as well; those that are so in part say that.
  { min: 'partly…'.length },
];

/** The change sets, a line each, the current one marked. */
export function historyPage(layer: HistoryLayer, app: App, room: PageRoom, look: Look): PageDrawing {
  const { of, sets, total } = layer;
  const height = historyHeight(app);
  const title = [
    span(' History', { bold: true }),
    of ? span(` of ${visible(of.name)}`, { bold: true }) : span('  all changes', muted),
  ];
  const place = total ? `change ${number(cursorPlace(layer) + 1)} of ${number(total)}` : '';
  // What others do meanwhile moves nothing away: it is above, and this says so.
  const newer = firstPlace(layer, height);
  const above = newer > 0 ? [span(`${look.marks.up} ${number(newer)} newer  `, { color: 'accent' })] : [];
  return {
    heading: apart(title, [...above, span('newest first ', muted)], room.width, look),
    body: total === 0 ? nothing : table(layer, height, room.width, look),
    footer: [span(` ${sets.length > 0 ? place : ''}`, muted)],
  };
}

const nothing: Span[][] = [[span('   Nothing was changed yet.', muted)]];

function table(layer: HistoryLayer, height: number, width: number, look: Look): Span[][] {
  const top = firstPlace(layer, height);
  const cursor = cursorPlace(layer);
  const shown = layer.sets.slice(top, top + height);
  const heads = ['Id', 'When', 'Who', 'From', 'What', 'Users', ''].map(title => [span(title, muted)]);
  const rows = inColumns([heads, ...shown.map(set => cells(set, look))], columns, width - margin - 1, look);
  return rows.map((line, index) => {
    const current = index > 0 && top + index - 1 === cursor;
    const spans = [span(current ? ` ${look.marks.cursor} ` : '   ', { bold: true }), ...line];
    if (!current) return spans;
    return fitSpans(spans, width, look).map(({ text, style }) =>
      span(text, { ...style, background: 'cursorRow' }),
    );
  });
}

/** An undone set is out of force: it steps back. */
function cells(set: AppliedChangeSet, { marks }: Look): Span[][] {
  const { id, at, operator_name, via, summary, users, undone_by } = set;
  const style = undone_by === null ? {} : muted;
  return [
    [span(String(id), style)],
    [span(localTime(at), style)],
    [span(visible(operator_name), style)],
    [span(visible(shortened(via, marks.ellipsis)), muted)],
    [span(visible(summary), style)],
    [span(users > 0 ? number(users) : '', style)],
    [span(undoneText(set), muted)],
  ];
}

/** `ssh 10.0.0.7 SHA256:MhDaWTlr…`: so much of a key tells it from the others; one change set has all of it. */
function shortened(via: string, ellipsis: string): string {
  return via.replace(/(SHA256:\S{8})\S+/, `$1${ellipsis}`);
}
