import { fieldSpans } from '../../components/field.ts';
import { apart, fitSpans, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel, panelFrame, panelWidth } from '../../components/panel.ts';
import { additionCommand } from '../../roster/catalog-records.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import type { Size } from '../app.ts';
import type { AssignItem, AssignLayer } from '../form/state.ts';
import { keyText } from '../key-text.ts';
import { currentPlace, matchingItems } from '../pick/matching-items.ts';
import { changingItem } from './reducer.ts';

const muted = { color: 'muted' } as const;
const changed = { color: 'accent', bold: true } as const;

/** The list: what is picked, in which way right of the name, and what each is at the right edge. */
export function assignPanel(layer: AssignLayer, size: Size, look: Look): Panel {
  const width = panelWidth(64, size.columns);
  const inner = width - panelFrame;
  const items = matchingItems(layer);
  const place = currentPlace(layer);
  const height = Math.max(1, Math.min(layer.items.length, size.rows - 9));
  const top = Math.max(0, Math.min(place - Math.floor(height / 2), items.length - height));
  const nameWidth = Math.min(
    Math.max(...layer.items.map(item => displayWidth(visible(item.label)))),
    Math.floor(inner * 0.5),
  );
  const changing = layer.pickedLast === undefined ? undefined : changingItem(layer);
  const lines = items.slice(top, top + height).map((item, index) => {
    const current = top + index === place;
    const inList = { current, changing: item === changing && !current, layer, nameWidth, inner };
    const line = fitSpans(itemSpans(item, inList, look), inner, look);
    return current ? line.map(({ text, style }) => span(text, { ...style, background: 'cursorRow' })) : line;
  });
  if (items.length === 0) lines.push([span(`  ${emptyText(layer)}`, muted)]);
  while (lines.length < height) lines.push([]);
  const field = [span('> ', { color: 'accent', bold: true }), ...fieldSpans(layer.field, inner - 12, look)];
  const where = [span(items.length > height ? `${place + 1} of ${items.length}` : '', muted)];
  const body = [apart(field, where, inner, look), [], ...lines];
  return framed(layer.title, body, { width, ...size }, look);
}

function emptyText({ items, name }: AssignLayer): string {
  if (items.length > 0) return 'Nothing matches.';
  return `None yet: ${additionCommand(name.replace(/s$/, ''))}`;
}

interface Place {
  current: boolean;
  /** Kind and level of this one are changed, though the cursor is further down. */
  changing: boolean;
  layer: AssignLayer;
  nameWidth: number;
  inner: number;
}

function itemSpans(
  item: AssignItem,
  { current, changing, layer, nameWidth, inner }: Place,
  look: Look,
): Span[] {
  const { marks } = look;
  const { now } = item;
  const has = now.picked === true;
  const mark = has ? marks.selected : now.picked === 'some' ? marks.inRange : marks.unselected;
  const box = span(`${mark} `, now.picked === false ? muted : { color: 'selected', bold: true });
  const radio = span(`${has ? marks.ready : marks.offline} `, has ? { color: 'selected' } : muted);
  const left = [
    span(current ? `${marks.cursor} ` : '  ', { bold: true }),
    layer.single ? radio : box,
    span(fit(visible(item.label), nameWidth, marks), isChanged(item) ? { bold: true } : {}),
    span('  '),
    ...waySpans(item, layer, current, look),
    span(changing && item.steps.length > 0 ? `  ${keyText('←→', look)}` : '', {
      color: 'accent',
      bold: true,
    }),
  ];
  return apart(left, [span(` ${visible(item.detail)}`, muted)], inner, look);
}

function isChanged({ before, now }: AssignItem): boolean {
  return before.picked !== now.picked || before.step !== now.step || before.out !== now.out;
}

/** In which way it is had: the kind, the level as a bar and a number, opted out or not. */
function waySpans(item: AssignItem, layer: AssignLayer, current: boolean, look: Look): Span[] {
  const { now, steps, share } = item;
  if (now.picked === 'some') return [span(share, muted)];
  const shows = now.picked === true || (layer.single && current && item.id !== null);
  if (!shows || steps.length === 0) return [];
  const style = isChanged(item) ? changed : {};
  const step = steps[now.step];
  if (step === undefined) return [span('(varies)', muted)];
  if (layer.name === 'skills') {
    const { meterFull, meterEmpty } = look.marks;
    return [
      span(meterFull.repeat(now.step + 1), changed),
      span(meterEmpty.repeat(steps.length - now.step - 1), muted),
      span(` ${step}`, style),
    ];
  }
  const out = now.out === true ? ', opted out' : now.out === 'some' ? ', some opted out' : '';
  return [span(step, style), span(out, { color: 'warning' })];
}
