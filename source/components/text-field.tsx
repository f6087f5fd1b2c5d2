import { Text } from 'ink';
import { visible } from '../terminal/escape.ts';
import { displayWidth, graphemes } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';

/** A text and the UTF-16 position of the cursor in it. */
export interface EditedText {
  value: string;
  cursor: number;
}

/** A text being typed, with its cursor, inside of a `<Text>`; of a text longer than `width` cells what is around the cursor. */
export function TextField({ field, width }: { field: EditedText; width: number }) {
  const theme = useTheme();
  const before = visible(field.value.slice(0, field.cursor));
  const after = visible(field.value.slice(field.cursor));
  return (
    <Text {...theme.text}>
      {lastCells(before, Math.max(0, width - 1))}
      <Text {...theme.accentStrong}>{marks.textCursor}</Text>
      {after}
    </Text>
  );
}

function lastCells(text: string, width: number): string {
  let used = 0;
  const kept: string[] = [];
  for (const grapheme of graphemes(text).reverse()) {
    used += displayWidth(grapheme);
    if (used > width) break;
    kept.unshift(grapheme);
  }
  return kept.join('');
}
