import { fitSpans, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { TextField } from '../../keys/text-field.ts';
import { number } from '../../roster/words.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { fieldValueSpans } from './field-line.ts';
import { afterAdding, type FormRow, formRows } from './sections.ts';
import type { FormLayer } from './state.ts';

const muted = { color: 'muted' } as const;

export interface FieldsPane {
  form: FormLayer;
  /** Whether the fields have the keys. */
  focused: boolean;
  /** What is being typed into the current field. */
  open: TextField | null;
  width: number;
  height: number;
  look: Look;
}

/** The fields under their sections, the current one in view. */
export function fieldsPane(pane: FieldsPane): Span[][] {
  const { form, height, width } = pane;
  const rows = formRows(form);
  const sectionWidth = width >= 72 ? Math.max(...rows.map(row => displayWidth(row.section))) + 2 : 0;
  const labelWidth = Math.max(...rows.map(row => displayWidth(row.label)));
  // Where there is no room for titles, the second step has one all the same.
  const isTitled = (row: FormRow) => sectionWidth === 0 && row.section === afterAdding;
  const airy = rows.length + sectionsOf(rows) - 1 + (rows.some(isTitled) ? 1 : 0) <= height;
  const lines: Span[][] = [];
  let currentLine = 0;
  for (const [index, row] of rows.entries()) {
    const first = row.section !== rows[index - 1]?.section;
    if (airy && first && index > 0) lines.push([]);
    if (first && isTitled(row)) lines.push([span(`   ${afterAdding}`, muted)]);
    if (index === form.cursor) currentLine = lines.length;
    const section = first ? row.section : '';
    lines.push(fieldLine(pane, row, index === form.cursor, { section, sectionWidth, labelWidth }));
  }
  return windowed(lines, currentLine, height, pane.look);
}

function sectionsOf(rows: readonly FormRow[]): number {
  return new Set(rows.map(row => row.section)).size;
}

function fieldLine(
  { form, focused, open, width, look }: FieldsPane,
  row: FormRow,
  isCurrent: boolean,
  { section, sectionWidth, labelWidth }: { section: string; sectionWidth: number; labelWidth: number },
): Span[] {
  const current = isCurrent && focused;
  const room = width - 3 - sectionWidth - labelWidth - 3;
  const value = fieldValueSpans({
    form,
    row,
    current,
    open: current ? open : null,
    width: room,
    look,
  });
  const head = sectionWidth > 0 ? [span(fit(` ${section}`, sectionWidth, look.marks), muted)] : [];
  const spans = [
    span(` ${current ? look.marks.cursor : ' '} `, { bold: true }),
    span(fit(row.label, labelWidth, look.marks), current ? { bold: true } : {}),
    span('   '),
    ...fitSpans(value, Math.max(4, room), look),
  ];
  const line = fitSpans(spans, width - sectionWidth, look);
  const highlighted = current && !open;
  return [
    ...head,
    ...(highlighted
      ? line.map(({ text, style }) => span(text, { ...style, background: 'cursorRow' }))
      : line),
  ];
}

/** As many lines as there is room for, around the current one; the last says how many there are besides. */
function windowed(lines: readonly Span[][], current: number, height: number, look: Look): Span[][] {
  if (lines.length <= height) return [...lines];
  const shown = height - 1;
  const top = Math.max(0, Math.min(current - Math.floor(shown / 2), lines.length - shown));
  const below = lines.length - top - shown;
  const marks = [
    top > 0 ? `${look.marks.up} ${number(top)} above` : '',
    below > 0 ? `${look.marks.down} ${number(below)} below` : '',
  ].filter(Boolean);
  return [...lines.slice(top, top + shown), [span(`   ${marks.join('   ')}`, muted)]];
}
