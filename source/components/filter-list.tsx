import { Box, Text } from 'ink';
import { Fragment, type ReactNode } from 'react';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';
import { scrollTop } from './blocks.tsx';
import { apart, type Span, Spans, span } from './span.tsx';
import { type EditedText, TextField } from './text-field.tsx';

interface FilterListProps<Item> {
  /** What is typed to narrow the list. */
  field: EditedText;
  /** The items that match. */
  items: readonly Item[];
  /** Index of the one that the cursor is on. */
  place: number;
  /** Cells. */
  width: number;
  /** Lines for items. They stay, however few match: a list that changes its size under the eye is hard to read. */
  height: number;
  /** Said where nothing matches. */
  empty: string;
  /** Draws an item, in one line. */
  children(item: Item, isCurrent: boolean): ReactNode;
}

/** Cells that are kept free beside the field, for where one is and how much there is below. */
const placeRoom = 24;

/** `3 of 45  ↓ 20 more`. */
export function placeText(place: number, count: number, below: number): string {
  return `${place + 1} of ${count}${below > 0 ? `  ${marks.down} ${below} more` : ''}`;
}

interface FilterFieldProps {
  field: EditedText;
  /** Where one is, where not all is seen. */
  place: string;
  width: number;
}

/** What is typed to narrow a list, above it. */
export function FilterField({ field, place, width }: FilterFieldProps) {
  const theme = useTheme();
  return (
    <Box justifyContent="space-between" marginBottom={1}>
      <Text wrap="truncate">
        <Text {...theme.accentStrong}>{'> '}</Text>
        <TextField field={field} width={width - placeRoom} />
      </Text>
      <Box flexShrink={0}>
        <Text {...theme.muted}>{place}</Text>
      </Box>
    </Box>
  );
}

/** A list that is typed to narrow: the field, what matches around the cursor, and how much there is where not all is seen. */
export function FilterList<Item extends { id: string | number | null }>({
  field,
  items,
  place,
  width,
  height,
  empty,
  children,
}: FilterListProps<Item>) {
  const theme = useTheme();
  const top = scrollTop(place, items.length, height);
  return (
    <Box flexDirection="column" flexShrink={0} width={width}>
      <FilterField
        field={field}
        place={items.length > height ? placeText(place, items.length, items.length - top - height) : ''}
        width={width}
      />
      <Box flexDirection="column" height={height}>
        {items.slice(top, top + height).map((item, index) => (
          <Fragment key={item.id}>{children(item, top + index === place)}</Fragment>
        ))}
        {items.length === 0 && (
          <Text wrap="truncate" {...theme.muted}>
            {'  '}
            {empty}
          </Text>
        )}
      </Box>
    </Box>
  );
}

interface ListItemProps {
  isCurrent: boolean;
  left: readonly Span[];
  right: readonly Span[];
  /** Cells. */
  width: number;
}

/** A line of a list: what stands at its left, and at its right edge; the left side gives way where both do not fit. */
export function ListItem({ isCurrent, left, right, width }: ListItemProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const cursor = span(isCurrent ? `${marks.cursor} ` : '  ', own.strong);
  return (
    <Text wrap="truncate" {...(isCurrent ? theme.cursorRow : theme.text)}>
      <Spans spans={apart([cursor, ...left], right, width)} />
    </Text>
  );
}
