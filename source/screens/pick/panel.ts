import { fieldSpans } from '../../components/field.ts';
import { apart, fitSpans, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel, panelFrame, panelWidth } from '../../components/panel.ts';
import { wrapped } from '../../components/wrap.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import type { PickItem, PickLayer, Size } from '../app.ts';
import { keyText } from '../key-text.ts';
import { currentPlace, matchingItems } from './matching-items.ts';

const muted = { color: 'muted' } as const;

/** A list that is typed to narrow: the field, the items with the current one marked, and how many there are. */
export function pickPanel(layer: PickLayer, size: Size, look: Look): Panel {
  const width = panelWidth(layer.purpose === 'commands' ? 80 : 50, size.columns);
  const inner = width - panelFrame;
  const items = matchingItems(layer);
  // As tall as the whole list, however far it is narrowed: a list that changes its size under the eye is hard to read.
  const height = Math.max(1, Math.min(layer.items.length, size.rows - 10));
  const place = currentPlace(layer);
  const top = Math.max(0, Math.min(place - Math.floor(height / 2), items.length - height));
  const lines = items.slice(top, top + height).map((item, index) => {
    const current = top + index === place;
    const line = fitSpans(itemSpans(item, current, layer, inner, look), inner, look);
    return current ? line.map(({ text, style }) => span(text, { ...style, background: 'cursorRow' })) : line;
  });
  if (items.length === 0) lines.push([span('  Nothing matches.', muted)]);
  while (lines.length < height) lines.push([]);
  const field = [span('> ', { color: 'accent', bold: true }), ...fieldSpans(layer.field, inner - 12, look)];
  const where = [span(items.length > height ? `${place + 1} of ${items.length}` : '', muted)];
  const body = [apart(field, where, inner, look), [], ...lines, ...reasonLines(layer, items[place], inner)];
  return framed(layer.title, body, { width, ...size }, look);
}

/** Why the current command can't be run, below the list; the lines are there as soon as that is so for any of them. */
function reasonLines({ purpose, items }: PickLayer, item: PickItem | undefined, width: number): Span[][] {
  if (purpose !== 'commands' && purpose !== 'row') return [];
  const room = items.some(({ disabled }) => disabled !== null) ? 2 : 1;
  const lines = wrapped(visible(item?.disabled ?? ''), width, { color: 'warning' }).slice(0, room);
  while (lines.length < room) lines.push([]);
  return lines;
}

/** Cells for the keys of a command, which stand before its title, where they are not longer. */
const keysWidth = 16;

function itemSpans(item: PickItem, current: boolean, layer: PickLayer, width: number, look: Look): Span[] {
  const { marks } = look;
  const cursor = span(current ? `${marks.cursor} ` : '  ');
  const label = visible(item.label);
  const detail = visible(item.detail);
  if (layer.purpose === 'commands') {
    const all = layer.items.map(each => displayWidth(keyText(each.detail, look)));
    const keys = span(
      `${fit(keyText(detail, look), Math.max(keysWidth, ...all), marks)} `,
      item.disabled ? muted : { color: 'accent', bold: true },
    );
    return apart([cursor, keys, span(label, item.disabled ? muted : {})], notNow(item), width, look);
  }
  const chosen = layer.picked?.includes(item.id) ?? false;
  const box = span(`${chosen ? marks.selected : marks.unselected} `, chosen ? { color: 'selected' } : muted);
  return apart(
    [
      cursor,
      ...(layer.picked ? [box] : []),
      span(label, layer.purpose === 'row' && item.disabled ? muted : {}),
    ],
    layer.purpose === 'row' && item.disabled ? notNow(item) : [span(` ${detail}`, muted)],
    width,
    look,
  );
}

/** Says that a command can't be run now, for those to whom dim letters say nothing. */
function notNow(item: PickItem): Span[] {
  return item.disabled ? [span(' not now', muted)] : [];
}
