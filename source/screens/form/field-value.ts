import { wordOnScreen } from '../../components/field-text.ts';
import { type Span, span, spansWidth } from '../../components/span.tsx';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import type { Theme } from '../../theme/theme.ts';
import { editsOf } from './edits.ts';
import { problemOf } from './problems.ts';
import type { FormRow } from './sections.ts';
import type { FormLayer } from './state.ts';
import { type ListChange, listChanges, valueDetail, valueText } from './value-text.ts';

/** The value of a field, before and after, and what is wrong with it; what matters most is within `width` cells. */
export function fieldValue(
  form: FormLayer,
  { name, disabled }: FormRow,
  width: number,
  theme: Theme,
): Span[] {
  if (name === 'template') return templateValue(form, theme);
  const after = form.after[name];
  if (!after && disabled) return elsewhere(form, name, theme);
  if (!after) return unchanged(form, name, theme);
  const text = valueText(name, after);
  const was = before(form, name, Math.max(Math.floor(width / 2), width - displayWidth(text)), theme);
  if (problemOf(form, name))
    return [...was, span(text, theme.dangerStrong), span(`  ${marks.failed}`, theme.danger)];
  if (name === 'queues' || name === 'skills' || name === 'add_ons_plan')
    return listValue(form, name, width, theme);
  return [...was, span(text, theme.accentStrong), aside(valueDetail(name, after), theme)];
}

/** What is said behind a value; nothing where that is empty. */
function aside(text: string, theme: Theme): Span {
  return span(text && `  ${text}`, theme.muted);
}

function templateValue({ template }: FormLayer, theme: Theme): Span[] {
  if (!template) return [span(marks.dash, theme.muted)];
  return [span(visible(template.name), theme.accentStrong), aside(visible(template.description), theme)];
}

function unchanged(form: FormLayer, name: FieldName, theme: Theme): Span[] {
  const value = form.before[name];
  if (name === 'role' && form.of === 'add') return [span('choose one', theme.warning)];
  const text = valueText(name, value);
  const isTold = !value.varies && text !== marks.dash;
  return [span(text, isTold ? theme.text : theme.muted), aside(valueDetail(name, value), theme)];
}

/** The value of a field that can't be set here. */
function elsewhere(form: FormLayer, name: FieldName, theme: Theme): Span[] {
  return [span(valueText(name, form.before[name]), theme.muted), aside('set at the account only', theme)];
}

/** What was, and the arrow to what will be, in `width` cells. */
function before(form: FormLayer, name: FieldName, width: number, theme: Theme): Span[] {
  const text = valueText(name, form.before[name]);
  if (form.of === 'add' && (name === 'role' || text === marks.dash)) return [];
  return [span(`${shortened(text, width - 3)} ${marks.arrow} `, theme.muted)];
}

function shortened(text: string, width: number): string {
  return displayWidth(text) <= width ? text : fit(text, width).trimEnd();
}

/** Fewer cells say nothing of how a list was. */
const fewestBefore = 12;

/** A list as it was and what comes, goes and changes in it; the change is never cut before the rest is. */
function listValue(
  form: FormLayer,
  name: 'queues' | 'skills' | 'add_ons_plan',
  width: number,
  theme: Theme,
): Span[] {
  const before = form.before[name];
  const after = form.after[name];
  const changes =
    before.varies || after?.varies
      ? editsOf(form, name).map(changeOfEdit)
      : listChanges(name, before.value, after?.value);
  const told = changes.flatMap(({ sign, text }, index) => [
    span(index > 0 ? '  ' : ''),
    span(`${marks[sign]} ${text}`, sign === 'removed' ? theme.warningStrong : theme.accentStrong),
  ]);
  if (form.of === 'add') return told;
  const room = width - spansWidth(told) - 3;
  if (room < fewestBefore) return told;
  return [span(`${shortened(valueText(name, before), room)} ${marks.arrow} `, theme.muted), ...told];
}

function changeOfEdit({ field, op, text }: FieldEdit): ListChange {
  if (op === 'clear') return { sign: 'removed', text: 'all' };
  const shown = visible(wordOnScreen(field, text));
  if (op === 'remove') return { sign: 'removed', text: shown };
  if (op === 'opt-in') return { sign: 'updated', text: `${shown} (opted in)` };
  if (op === 'opt-out') return { sign: 'updated', text: `${shown} (opted out)` };
  return op === 'set' ? { sign: 'updated', text: shown } : { sign: 'added', text: shown };
}
