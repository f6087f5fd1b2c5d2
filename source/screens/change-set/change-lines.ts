import { type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import { stepsOf } from '../../roster/addition-steps.ts';
import type { Change } from '../../roster/change-set.ts';
import { fit } from '../../terminal/width.ts';
import { type FieldText, fieldTexts } from '../field-text.ts';

const muted = { color: 'muted' } as const;

/** Cells for the names of fields, where the lines are not short. */
const widestLabel = 20;

/** Every field of a change, before and after, in lines of at most `width` cells; the second step of an addition below the first. */
export function changeLines(change: Change, width: number, look: Look): Span[][] {
  const known = fieldTexts(change.fields).filter(field => field.before !== null || field.after !== null);
  const { second } = stepsOf(change);
  const first = known.filter(({ name }) => !second.includes(name));
  const rest = known.filter(({ name }) => second.includes(name));
  const lines = (texts: readonly FieldText[]) => textLines(texts, change.action, width, look);
  return [...lines(first), ...(rest.length > 0 ? [[span('  Right after:', muted)], ...lines(rest)] : [])];
}

function fieldLines(field: FieldText, action: Change['action'], width: number, look: Look): Span[][] {
  const labelWidth = Math.min(widestLabel, Math.floor(width * 0.28));
  const room = Math.max(12, width - labelWidth - 2);
  return beforeAndAfter(field, action, room, look).map((line, index) => [
    span(`  ${fit(index === 0 ? field.label : '', labelWidth, look.marks)}`, muted),
    ...line,
  ]);
}

/** Whoever comes has no before, whoever goes no after. On one line where there is room for it. */
function beforeAndAfter(
  { before, after }: Pick<FieldText, 'before' | 'after'>,
  action: Change['action'],
  width: number,
  look: Look,
): Span[][] {
  if (action === 'add') return wrapped(after ?? look.marks.dash, width);
  if (action === 'remove') return wrapped(before ?? look.marks.dash, width, muted);
  const arrow = span(`${look.marks.arrow} `, { color: 'accent' });
  const one = [span(`${before ?? look.marks.dash} `, muted), arrow, span(after ?? look.marks.dash)];
  if (spansWidth(one) <= width) return [one];
  const [first = [], ...rest] = wrapped(after ?? look.marks.dash, width - 2);
  return [
    ...wrapped(before ?? look.marks.dash, width, muted),
    [arrow, ...first],
    ...rest.map(line => [span('  '), ...line]),
  ];
}

/** As `changeLines`, for fields that are text already. */
export function textLines(fields: readonly FieldText[], action: Change['action'], width: number, look: Look) {
  return fields.flatMap(field => fieldLines(field, action, width, look));
}
