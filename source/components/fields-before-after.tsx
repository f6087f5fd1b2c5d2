import { Box, Text } from 'ink';
import type { Change } from '../roster/plan/change-set.ts';
import { displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';
import type { FieldText } from './field-text.ts';
import { wrapLines } from './wrapped.tsx';

interface FieldsProps {
  fields: readonly Omit<FieldText, 'name'>[];
  action: Change['action'];
  width: number;
  /** Of all fields that stand below each other, where they are more than these. */
  labels?: readonly string[];
}

/** Fields below each other, before and after: whoever comes has no before, whoever goes no after. */
export function FieldsBeforeAfter({ fields, action, width, labels }: FieldsProps) {
  const theme = useTheme();
  const columns = columnsIn(width, labels ?? labelsOf(fields));
  return fields.map(field => {
    const { before, after, isOneLine } = beforeAfter(field, action, columns.value);
    return (
      <Box key={field.label} paddingLeft={indent}>
        <Box width={columns.label} paddingRight={1} flexShrink={0}>
          <Text wrap="truncate" {...theme.muted}>
            {field.label}
          </Text>
        </Box>
        <Text>
          <Text {...theme.muted}>{before.join('\n')}</Text>
          {action === 'update' && (
            <Text {...theme.accent}>
              {isOneLine ? ' ' : '\n'}
              {arrow}
            </Text>
          )}
          <Text {...theme.text}>
            {after.join(action === 'update' ? `\n${' '.repeat(arrow.length)}` : '\n')}
          </Text>
        </Text>
      </Box>
    );
  });
}

/** How many lines they take. */
export function fieldsHeight({ fields, action, width, labels }: FieldsProps): number {
  const { value } = columnsIn(width, labels ?? labelsOf(fields));
  return fields.reduce((sum, field) => {
    const { before, after, isOneLine } = beforeAfter(field, action, value);
    return sum + (isOneLine ? 1 : before.length + after.length);
  }, 0);
}

const indent = 2;

const arrow = `${marks.arrow} `;

export function labelsOf(fields: FieldsProps['fields']): string[] {
  return fields.map(({ label }) => label);
}

/** Cells for the names of fields: always the same but where one is longer, so that users stand below each other. */
const labelCells = { usual: 20, most: 25 };

function columnsIn(width: number, labels: readonly string[]) {
  const usual = Math.min(labelCells.usual, Math.floor(width * 0.32));
  const most = Math.min(labelCells.most, Math.floor(width * 0.43));
  const longest = Math.max(0, ...labels.map(displayWidth)) + 2;
  const label = Math.max(usual, Math.min(most, longest));
  return { label, value: Math.max(12, width - label - indent) };
}

/** A field's values in lines of so many cells; on one line where there is room for both. */
function beforeAfter({ before, after }: Omit<FieldText, 'name'>, action: Change['action'], width: number) {
  const [old, now] = [before ?? marks.dash, after ?? marks.dash];
  if (action === 'add') return { before: [], after: wrapLines(now, width), isOneLine: false };
  if (action === 'remove') return { before: wrapLines(old, width), after: [], isOneLine: false };
  if (displayWidth(old) + 1 + arrow.length + displayWidth(now) <= width)
    return { before: [old], after: [now], isOneLine: true };
  return { before: wrapLines(old, width), after: wrapLines(now, width - arrow.length), isOneLine: false };
}
