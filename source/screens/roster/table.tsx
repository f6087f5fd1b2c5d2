import { Box, Text } from 'ink';
import { memo, useMemo } from 'react';
import type { App } from '../../app/state.ts';
import { Rows } from '../../components/rows.tsx';
import { searchWords } from '../../roster/screen/search-terms.ts';
import type { Sort } from '../../roster/screen/view.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { columnGap, type PlacedColumn, placeColumns } from './columns.ts';
import { NoRows } from './no-rows.tsx';
import { rowPrefix, UserRow } from './user-row.tsx';

/** The column heads and the users, in `width` × `height` cells. */
export function Table({ app, width, height }: { app: App; width: number; height: number }) {
  const { view, columns, rows, cursor, before, selected } = app.roster;
  const { domain } = app.account;
  const placed = useMemo(
    () => placeColumns(columns, width - rowPrefix - 1, domain),
    [columns, width, domain],
  );
  // One letter is everywhere.
  const words = useMemo(() => searchWords(view.search).filter(word => displayWidth(word) > 1), [view.search]);
  return (
    <Box flexDirection="column">
      <Heads placed={placed} sort={view.sort} />
      <Rows keepsLast={cursor > rows.length / 2}>
        {rows.slice(0, height - 1).map((row, index) => (
          <UserRow
            key={row.person_id}
            row={row}
            width={width}
            placed={placed}
            words={words}
            queue={view.queue?.name ?? null}
            isCurrent={index === cursor}
            check={
              selected.has(row.person_id)
                ? 'selected'
                : isInRange(app.roster, index)
                  ? 'inRange'
                  : 'unselected'
            }
            news={app.rowNews?.rows.get(row.person_id)?.kind ?? null}
          />
        ))}
      </Rows>
      {rows.length === 0 && before !== null && <NoRows app={app} width={width} height={height - 1} />}
    </Box>
  );
}

const Heads = memo(function Heads({ placed, sort }: { placed: readonly PlacedColumn[]; sort: Sort }) {
  const theme = useTheme();
  return (
    <Box flexShrink={0}>
      <Text wrap="truncate">
        {' '.repeat(rowPrefix)}
        {placed.map(({ id, title, width }, place) => {
          const isSorted = (id as string) === sort.column;
          const text = isSorted ? `${title} ${sort.reverse ? marks.down : marks.up}` : title;
          return (
            <Text key={id} {...(isSorted ? theme.accent : theme.muted)}>
              {place === 0 ? '' : ' '.repeat(columnGap)}
              {fit(text, width)}
            </Text>
          );
        })}
      </Text>
    </Box>
  );
});

/** Whether a row lies between the cursor and where the range was begun, on the screen or somewhere off it. */
function isInRange({ range, rows, before, cursor }: App['roster'], index: number): boolean {
  if (!range) return false;
  const shown = rows.findIndex(row => row.person_id === range.person_id);
  // As long as nobody knows on which side of the screen it was begun, only the cursor is in it.
  const off = range.position === null || before === null ? cursor : range.position - before;
  const begun = shown >= 0 ? shown : off;
  return index >= Math.min(begun, cursor) && index <= Math.max(begun, cursor);
}
