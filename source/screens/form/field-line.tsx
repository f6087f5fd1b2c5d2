import { Text } from 'ink';
import { fitSpans, Spans } from '../../components/span.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { TextField as Typed } from '../../keys/text-field.ts';
import { fields } from '../../roster/users/fields.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { fieldValue } from './field-value.ts';
import type { FormRow } from './sections.ts';
import type { FormLayer } from './state.ts';

/** Cells around a label: the cursor before it, a gap behind it. */
const aroundLabel = 6;

interface FieldLineProps {
  form: FormLayer;
  row: FormRow;
  /** Whether the form has the keys and the cursor stands here. */
  isCurrent: boolean;
  /** What is being typed into the current field. */
  open: Typed | null;
  labelWidth: number;
  width: number;
}

/** A field: its label, and its value before and after, or what is being typed there. */
export function FieldLine(props: FieldLineProps) {
  const { form, row, isCurrent, labelWidth, width } = props;
  const theme = useTheme();
  const open = isCurrent ? props.open : null;
  const isFilled = isCurrent && !open;
  const own = isFilled ? theme.onCursorRow : theme;
  const room = width - labelWidth - aroundLabel;
  const labelStyle = isCurrent ? own.strong : row.disabled ? own.muted : own.text;
  return (
    <Text wrap="truncate" {...(isFilled ? theme.cursorRow : theme.text)}>
      <Text {...own.strong}> {isCurrent ? marks.cursor : ' '} </Text>
      <Text {...labelStyle}>{fit(row.label, labelWidth)}</Text>
      {'   '}
      {open ? (
        <OpenField field={open} row={row} width={room} />
      ) : (
        <Spans spans={fitSpans(fieldValue(form, row, room, own), room)} />
      )}
    </Text>
  );
}

function OpenField({ field, row, width }: { field: Typed; row: FormRow; width: number }) {
  const theme = useTheme();
  const hint = hintOf(field, row);
  return (
    <>
      <Text {...theme.strong}>
        <TextField field={field} width={Math.max(4, width - displayWidth(hint) - 4)} />
      </Text>
      <Text {...theme.muted}>
        {'   '}
        {hint}
      </Text>
    </>
  );
}

/** What may be typed here. */
function hintOf({ value }: Typed, { name }: FormRow): string {
  const type = name === 'template' ? null : fields[name].type;
  switch (type?.kind) {
    case 'number':
      return `${type.min}${marks.dash}${type.max}`;
    case 'country':
      return 'two letters, such as DE';
    case 'text':
      return `${Array.from(value).length} of ${type.max}`;
    default:
      return '';
  }
}
