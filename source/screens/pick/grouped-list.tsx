import { Box, Text } from 'ink';
import { Fragment, type ReactNode } from 'react';
import { scrollTop } from '../../components/blocks.tsx';
import type { ListItem } from '../../keys/typed-list.ts';
import { useTheme } from '../../theme/theme-context.ts';

/** A line of the list: a heading, a blank one above it, or an item. */
type Line = { heading: string } | { item: ListItem; index: number };

/** Cells between two columns. */
export const columnGap = 2;

/** Cells from which on two columns can be read. */
const twoColumnsFrom = 100;

/** Where each item of a list stands: in one column or two, with a heading above each group. */
export interface GroupedLines {
  columns: readonly (readonly Line[])[];
  /** Lines of the longest column. */
  height: number;
}

/** Two columns where they fit into `width` × `height`, else one. */
export function groupedLines(items: readonly ListItem[], width: number, height: number): GroupedLines {
  const groups: Line[][] = [];
  for (const [index, item] of items.entries()) {
    const isNew = index === 0 || items[index - 1]!.group !== item.group;
    if (isNew) groups.push([{ heading: item.group ?? '' }]);
    groups.at(-1)!.push({ item, index });
  }
  const ways = groups.map((_, split) => [below(groups.slice(0, split)), below(groups.slice(split))]);
  const longest = (columns: readonly (readonly Line[])[]) => Math.max(...columns.map(lines => lines.length));
  const best = ways.reduce((a, b) => (longest(b) < longest(a) ? b : a), [below(groups)]);
  const columns = width >= twoColumnsFrom && longest(best) <= height ? best : [below(groups)];
  return { columns, height: longest(columns) };
}

/** Groups below each other, with a blank line between. */
function below(groups: readonly (readonly Line[])[]): Line[] {
  return groups.flatMap((lines, index) => (index === 0 ? [...lines] : [{ heading: '' }, ...lines]));
}

/** How many items are below what is seen. */
export function itemsBelow({ columns }: GroupedLines, place: number, height: number): number {
  const rest = columns.flatMap(lines => lines.slice(topOf(lines, place, height) + height));
  return rest.filter(line => 'item' in line).length;
}

/** The first line of a column that is seen. */
function topOf(lines: readonly Line[], place: number, height: number): number {
  const current = lines.findIndex(line => 'item' in line && line.index === place);
  return scrollTop(Math.max(0, current), lines.length, height);
}

interface GroupedListProps {
  lines: GroupedLines;
  /** Index of the item that the cursor is on. */
  place: number;
  /** Lines. */
  height: number;
  /** Draws an item, in one line. */
  children(item: ListItem, isCurrent: boolean): ReactNode;
}

/** Items under the headings of their groups; where not all of them fit, those around the cursor. */
export function GroupedList({ lines: { columns }, place, height, children }: GroupedListProps) {
  const theme = useTheme();
  return (
    <Box height={height} columnGap={columnGap}>
      {columns.map((lines, column) => {
        const top = topOf(lines, place, height);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is the one of its place
          <Box key={column} flexDirection="column" flexGrow={1} flexBasis={0}>
            {lines.slice(top, top + height).map((line, index) =>
              'item' in line ? (
                <Fragment key={line.item.id}>{children(line.item, line.index === place)}</Fragment>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: headings have no other name
                <Text key={`heading ${top + index}`} wrap="truncate" {...theme.strong}>
                  {'  '}
                  {line.heading}
                </Text>
              ),
            )}
          </Box>
        );
      })}
    </Box>
  );
}
