import { Box, Text } from 'ink';
import { memo, useMemo } from 'react';
import type { PageProps } from '../../app/layer.ts';
import { type Column, type ColumnWidths, columnWidths, inColumns } from '../../components/columns.tsx';
import { fitSpans, Spans, span } from '../../components/span.tsx';
import { type AppliedChangeSet, undoneText } from '../../roster/plan/change-set.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { firstPlace, headLines } from './reducer.ts';
import type { HistoryLayer } from './state.ts';

const heads = ['Id', 'When', 'Who', 'From', 'What', 'Users', ''];
const from = heads.indexOf('From');

const columns: Column[] = [
  { align: 'right' },
  {},
  { min: 8, max: 24 },
  { leaves: 1 },
  { min: 30, max: 90 },
  { align: 'right', leaves: 2 },
  // Undone sets are dim, and say so as well; those that are so in part say that.
  { min: 'partly…'.length },
];

/** Cells before the first column: the cursor. */
const rowPrefix = 3;

/** Column heads and change sets. */
export function SetTable({ layer, width, height }: PageProps<HistoryLayer>) {
  const theme = useTheme();
  const { sets, current, total } = layer;
  const lines = height - headLines;
  const top = firstPlace(layer, lines);
  const shown = useMemo(() => sets.slice(top, top + lines), [sets, top, lines]);
  const { widths, saysBy } = useMemo(() => fitted(shown, width - rowPrefix - 1), [shown, width]);
  if (total === 0)
    return (
      <Box marginLeft={rowPrefix}>
        <Text {...theme.muted}>
          {layer.search === '' ? 'Nothing was changed yet.' : `No change has "${visible(layer.search)}".`}
        </Text>
      </Box>
    );
  const titles = heads.map(title => [span(title)]);
  return (
    <>
      <Text wrap="truncate" {...theme.muted}>
        {' '.repeat(rowPrefix)}
        <Spans spans={inColumns(titles, columns, widths)} />
      </Text>
      {shown.map(set => (
        <SetRow key={set.id} {...{ set, widths, width, saysBy }} isCurrent={set.id === current} />
      ))}
    </>
  );
}

interface SetRowProps {
  set: AppliedChangeSet;
  widths: ColumnWidths;
  width: number;
  saysBy: boolean;
  isCurrent: boolean;
}

/** A change set. An undone one is out of force: it steps back. */
const SetRow = memo(function SetRow({ set, widths, width, saysBy, isCurrent }: SetRowProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const isUndone = set.undone_by !== null;
  const cells = cellTexts(set, saysBy).map((text, index) => {
    const isSecondary = isUndone || index === from || index === columns.length - 1;
    return [span(text, isSecondary ? own.muted : own.text)];
  });
  return (
    <Text wrap="truncate" {...(isCurrent ? theme.cursorRow : theme.text)}>
      <Text {...own.strong}> {isCurrent ? marks.cursor : ' '} </Text>
      <Spans spans={fitSpans(inColumns(cells, columns, widths), width - rowPrefix)} />
    </Text>
  );
});

/** Where not all fits, by which change set one was undone is the first to go: its own page says that, too. */
function fitted(sets: readonly AppliedChangeSet[], room: number): { widths: ColumnWidths; saysBy: boolean } {
  const within = (width: number, saysBy: boolean) =>
    columnWidths([heads, ...sets.map(set => cellTexts(set, saysBy))], columns, width);
  const widths = within(room, true);
  const isCut = widths.at(-1) !== within(Number.POSITIVE_INFINITY, true).at(-1);
  return isCut ? { widths: within(room, false), saysBy: false } : { widths, saysBy: true };
}

function cellTexts(set: AppliedChangeSet, saysBy: boolean): string[] {
  return [
    String(set.id),
    localTime(set.at),
    visible(set.operator_name),
    visible(shortened(set.via)),
    visible(set.summary),
    set.users > 0 ? number(set.users) : '',
    saysBy ? undoneText(set) : undoneText(set).replace(/ by .*$/, ''),
  ];
}

/** `ssh 10.0.0.7 SHA256:MhDaWTlr…`: so much of a key tells it from the others; one change set has all of it. */
function shortened(via: string): string {
  return via.replace(/(SHA256:\S{8})\S+/, `$1${marks.ellipsis}`);
}
