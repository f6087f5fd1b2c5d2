import { fieldSpans } from '../../components/field.ts';
import { apart, fitSpans, type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { columnTitles } from '../../roster/columns.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { type App, topLayer } from '../app.ts';

const muted = { color: 'muted' } as const;
const inForce = { color: 'accent', bold: true } as const;

/** The search may always be this wide; what filters are off give way to it. Cells. */
const searchRoom = 24;

/** Cells of a queue's or role's name where there is room for little. */
const longestValue = 14;

/** The search at the left, the filters and the order at the right. */
export function filterLine(app: App, width: number, look: Look): Span[] {
  const room = width - searchRoom;
  const all = filterChips(app, look);
  const shown = all.filter(one => one.inForce);
  const short = joined(
    shown.map(one => ({ ...one, spans: withoutLabel(one, look) })),
    2,
  );
  const fitting = [joined(all), joined(shown), short].find(spans => spansWidth(spans) <= room);
  const right = fitting ?? fitSpans(short, room, look);
  return apart(searchSpans(app, width - spansWidth(right) - 5, look), right, width, look);
}

function searchSpans(app: App, width: number, look: Look): Span[] {
  const top = topLayer(app);
  if (top?.kind === 'search') return [span(' / ', inForce), ...fieldSpans(top.field, width, look)];
  const { search } = app.roster.view;
  if (search === '') return [span(' / search', muted)];
  return [span(' / ', muted), span(visible(search), { bold: true })];
}

interface Chip {
  spans: Span[];
  inForce: boolean;
}

function filterChips({ roster: { view } }: App, look: Look): Chip[] {
  const { queue, status, role, only, sort } = view;
  const order = `${columnTitles[sort.column]} ${sort.reverse ? look.marks.down : look.marks.up}`;
  return [
    ...(only ? [{ spans: [span('Only selected', inForce)], inForce: true }] : []),
    ...(role ? [chip('Role', visible(role.name))] : []),
    chip('Queue', queue && visible(queue.name)),
    chip('Status', status && (status === 'active' ? 'Active' : 'Inactive')),
    { spans: [span(order, muted)], inForce: true },
  ];
}

function chip(label: string, value: string | null): Chip {
  return {
    spans: [span(`${label}: `, muted), value === null ? span('All', muted) : span(value, inForce)],
    inForce: value !== null,
  };
}

/** A filter's value alone, and only the beginning of a long one. */
function withoutLabel({ spans }: Chip, look: Look): Span[] {
  const [value] = spans.slice(-1);
  if (!value || displayWidth(value.text) <= longestValue) return spans.slice(-1);
  return [{ ...value, text: fit(value.text, longestValue, look.marks) }];
}

function joined(chips: readonly Chip[], gap = 4): Span[] {
  const between = span(' '.repeat(gap));
  return [...chips.flatMap((one, index) => [...(index > 0 ? [between] : []), ...one.spans]), span(' ')];
}
