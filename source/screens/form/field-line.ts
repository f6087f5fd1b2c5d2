import { fieldSpans } from '../../components/field.ts';
import { fitSpans, type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { TextField } from '../../keys/text-field.ts';
import type { FieldEdit } from '../../roster/field-edit.ts';
import { fields } from '../../roster/fields.ts';
import type { FieldName } from '../../roster/user.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { editsOf } from './edits.ts';
import { problemOf } from './problems.ts';
import type { FormRow } from './sections.ts';
import type { FormLayer } from './state.ts';
import { type ListChange, listChanges, valueDetail, valueText } from './value-text.ts';

const muted = { color: 'muted' } as const;
const changed = { color: 'accent', bold: true } as const;

export interface FieldLineParts {
  form: FormLayer;
  row: FormRow;
  /** Whether the form has the keys and the cursor stands here. */
  current: boolean;
  /** The text field that is open here. */
  open: TextField | null;
  width: number;
  look: Look;
}

/** The value of a field, before and after, and what is wrong with it. */
export function fieldValueSpans(parts: FieldLineParts): Span[] {
  const { form, row, open, width, look } = parts;
  if (open) return openSpans(parts, open);
  if (row.name === 'template') return templateSpans(form, look);
  const { name } = row;
  const after = form.after[name];
  if (!after) return unchangedSpans(form, name, look);
  const problem = problemOf(form, name);
  const was = beforeSpans(form, name, width, look);
  if (problem)
    return [
      ...was,
      span(valueText(name, after, look.marks), { color: 'danger', bold: true }),
      span(`  ${look.marks.failed}`, { color: 'danger' }),
    ];
  if (name === 'queues' || name === 'skills' || name === 'add_ons_plan')
    return listSpans(form, name, width, look);
  const detail = valueDetail(name, after);
  return [
    ...was,
    span(valueText(name, after, look.marks), changed),
    ...(detail ? [span(`  ${detail}`, muted)] : []),
  ];
}

function openSpans({ row, width, look }: FieldLineParts, open: TextField): Span[] {
  const type = row.name === 'template' ? null : fields[row.name].type;
  const hint =
    type?.kind === 'number'
      ? `${type.min}${look.marks.dash}${type.max}`
      : type?.kind === 'country'
        ? 'two letters, such as DE'
        : type?.kind === 'text'
          ? `${Array.from(open.value).length} of ${type.max}`
          : '';
  const typed = fieldSpans(open, Math.max(4, width - displayWidth(hint) - 4), look).map(({ text, style }) =>
    span(text, { ...style, bold: true }),
  );
  return [...typed, span(`   ${hint}`, muted)];
}

function templateSpans({ template }: FormLayer, { marks }: Look): Span[] {
  if (!template) return [span(marks.dash, muted)];
  const about = template.description ? [span(`  ${visible(template.description)}`, muted)] : [];
  return [span(visible(template.name), changed), ...about];
}

function unchangedSpans(form: FormLayer, name: FieldName, look: Look): Span[] {
  const value = form.before[name];
  if (name === 'role' && form.of === 'add') return [span('choose one', { color: 'warning' })];
  const text = valueText(name, value, look.marks);
  const detail = valueDetail(name, value);
  return [
    span(text, value.varies || text === look.marks.dash ? muted : {}),
    ...(detail ? [span(`  ${detail}`, muted)] : []),
  ];
}

/** What was, in at most half of the room, and the arrow to what will be. */
function beforeSpans(form: FormLayer, name: FieldName, width: number, look: Look): Span[] {
  const text = valueText(name, form.before[name], look.marks);
  if (form.of === 'add' && (name === 'role' || text === look.marks.dash)) return [];
  return [
    span(shortened(text, Math.floor(width / 2) - 3, look), muted),
    span(` ${look.marks.arrow} `, muted),
  ];
}

function shortened(text: string, width: number, look: Look): string {
  return displayWidth(text) <= width ? text : fit(text, width, look.marks).trimEnd();
}

/** Fewer cells say nothing of how a list was. */
const fewestBefore = 12;

/** A list as it was and what comes, goes and changes in it; the change is never cut before the rest is. */
function listSpans(
  form: FormLayer,
  name: 'queues' | 'skills' | 'add_ons_plan',
  width: number,
  look: Look,
): Span[] {
  const before = form.before[name];
  const after = form.after[name];
  const changes =
    before.varies || after?.varies
      ? editsOf(form, name).map(changeOfEdit)
      : listChanges(name, before.value, after?.value);
  const told = changes.flatMap(({ sign, text }, index) => [
    ...(index > 0 ? [span('  ')] : []),
    span(`${look.marks[sign]} ${text}`, sign === 'removed' ? { color: 'warning', bold: true } : changed),
  ]);
  if (form.of === 'add') return told;
  const room = width - spansWidth(told) - 3;
  if (room < fewestBefore) return fitSpans(told, width, look);
  const was = shortened(valueText(name, before, look.marks), room, look);
  return fitSpans([span(was, muted), span(` ${look.marks.arrow} `, muted), ...told], width, look);
}

function changeOfEdit({ field, op, text }: FieldEdit): ListChange {
  if (op === 'clear') return { sign: 'removed', text: 'all' };
  const shown = visible(field === 'skills' ? text.replace(/=(?=\d(;|$))/g, ' ') : text);
  if (op === 'remove') return { sign: 'removed', text: shown };
  if (op === 'opt-in') return { sign: 'updated', text: `${shown} (opted in)` };
  if (op === 'opt-out') return { sign: 'updated', text: `${shown} (opted out)` };
  return op === 'set' ? { sign: 'updated', text: shown } : { sign: 'added', text: shown };
}
