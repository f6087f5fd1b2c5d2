import { fitSpans, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { nameAmongOthers } from '../../components/name-and-email.ts';
import { wrapped } from '../../components/wrap.ts';
import type { Clash } from '../../roster/clashes.ts';
import { fields } from '../../roster/fields.ts';
import { shownName } from '../../roster/subjects.ts';
import { counted, listed } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth } from '../../terminal/width.ts';
import type { App } from '../app.ts';
import { wordOnScreen } from '../field-text.ts';
import { openForm } from '../form/layers.ts';
import type { ClashLayer, Side } from '../form/state.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { currentPlace } from './reducer.ts';

const muted = { color: 'muted' } as const;

/** Three ways side by side: what it was, what they made of it, what I want – and which of them it will be. */
export function clashPage(layer: ClashLayer, app: App, { width, height }: PageRoom, look: Look): PageDrawing {
  const about = `${visible(layer.by)} changed the same while this form was open. Choose what to keep; whatever else each of you changed stays as it is.`;
  const said = wrapped(about, Math.min(width - 4, 96), muted).map(line => [span('   '), ...line]);
  const widths = columnWidths(layer, width - 3);
  const head = ['', 'it was', `${visible(layer.by)} made it`, 'you want'].map(text => [span(text, muted)]);
  const rows = layer.clashes.map((clash, index) => cells(clash, layer.chosen[index] ?? null, app, look));
  const line = (cells: readonly Span[][]) =>
    cells.flatMap((cell, index) => fitSpans(cell, widths[index] ?? 0, look));
  const room = Math.max(1, height - said.length - 3);
  const place = currentPlace(layer);
  const top = Math.max(0, Math.min(place - Math.floor(room / 2), rows.length - room));
  const placed = rows.slice(top, top + room).map((row, index) => {
    const current = top + index === place;
    const marked = [span(` ${current ? look.marks.cursor : ' '} `, { bold: true }), ...line(row)];
    return current ? filled(marked, width, look) : marked;
  });
  const open = layer.chosen.filter(side => side === null).length;
  const state = open > 0 ? `${counted(open, 'line')} to choose` : 'Everything is chosen: Enter saves it so';
  return {
    heading: [span(' Changed meanwhile', { bold: true }), span(`   ${whose(layer, app, look)}`, muted)],
    body: [...said, [], [span('   '), ...line(head)], ...placed],
    footer: [span(` ${state}`, muted)],
  };
}

/** Whom it is about, by name. */
function whose({ clashes }: ClashLayer, app: App, look: Look): string {
  const clashing = new Set(clashes.flatMap(clash => clash.people));
  const subjects = openForm(app)?.facts.subjects ?? [];
  const names = subjects.flatMap(({ person, user }) =>
    person && clashing.has(person.person_id)
      ? nameAmongOthers(visible(shownName({ person, user })), look)
      : [],
  );
  return listed(names);
}

/** The setting, then three columns of the same width; in a wide terminal they do not drift apart. */
function columnWidths({ clashes }: ClashLayer, width: number): number[] {
  const longest = Math.max(...clashes.map(clash => displayWidth(nameOf(clash))));
  const name = Math.min(longest + 14, Math.floor(width * 0.4));
  const each = Math.min(30, Math.floor((width - name) / 3));
  return [name, each, each, each];
}

function filled(line: readonly Span[], width: number, look: Look): Span[] {
  return fitSpans(line, width, look).map(({ text, style }) =>
    span(text, { ...style, background: 'cursorRow' }),
  );
}

function nameOf({ field, item }: Clash): string {
  const { label } = fields[field];
  return item === null ? label : `${label}: ${visible(item)}`;
}

function cells(clash: Clash, side: Side | null, app: App, look: Look): Span[][] {
  // Where many are edited it is said for how many of them this has to be decided.
  const isMany = (openForm(app)?.facts.subjects.length ?? 0) > 1;
  const who = isMany ? `  ${counted(clash.people.length, 'user')}` : '';
  const way = (text: string | null, own: Side) => [
    span(
      side === own ? `${look.marks.ready} ` : `${look.marks.offline} `,
      side === own ? { color: 'selected' } : muted,
    ),
    span(said(clash, text, look), side === own ? { bold: true } : side === null ? {} : muted),
  ];
  return [
    [span(nameOf(clash), { bold: true }), span(who, muted)],
    [span(said(clash, clash.was, look), muted)],
    way(clash.theirs, 'theirs'),
    way(clash.mine, 'mine'),
  ];
}

function said({ field }: Clash, text: string | null, { marks }: Look): string {
  if (text === null) return '(varies)';
  return text === '' ? marks.dash : visible(wordOnScreen(field, text));
}
