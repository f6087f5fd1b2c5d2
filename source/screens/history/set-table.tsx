import { Box, Text } from 'ink';
import { memo, useMemo } from 'react';
import type { PageProps } from '../../app/layer.ts';
import { firstPlace } from '../../app/set-list.ts';
import {
  type Column,
  ColumnHeads,
  type ColumnWidths,
  columnWidths,
  inColumns,
} from '../../components/columns.tsx';
import { pushSign } from '../../components/push-sign.ts';
import { Rows } from '../../components/rows.tsx';
import { fitSpans, Spans, span } from '../../components/span.tsx';
import { type AppliedChangeSet, undoneText } from '../../roster/plan/change-set.ts';
import { shortPushText } from '../../roster/push/push-text.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { headLines } from './reducer.ts';
import type { HistoryLayer } from './state.ts';

const heads = ['Id', 'When', 'Who', 'From', 'What', 'At the account', 'Users'];
const from = heads.indexOf('From');
const what = heads.indexOf('What');
const account = heads.indexOf('At the account');

const allColumns: Column[] = [
  { align: 'right' },
  {},
  { min: 12, max: 24 },
  { leaves: 1 },
  { min: 40, max: 90 },
  { leaves: 3 },
  { align: 'right', leaves: 2 },
];

/** Where nothing is for an account, it is not said of anything. */
function ofMirror<T>(isMirror: boolean, cells: readonly T[]): T[] {
  return cells.filter((_, index) => isMirror || index !== account);
}

/** Cells between the columns and the words that say how a set was undone. */
const gap = 2;

/** Cells before the first column: the cursor. */
const rowPrefix = 3;

/** Column heads and change sets. */
export function SetTable({ layer, width, height }: PageProps<HistoryLayer>) {
  const theme = useTheme();
  const { sets, current, total } = layer;
  const lines = height - headLines;
  const top = firstPlace(layer, lines);
  const shown = useMemo(() => sets.slice(top, top + lines), [sets, top, lines]);
  const { widths, besideWords, saysBy, isMirror } = useMemo(
    () => fitted(shown, width - rowPrefix - 1),
    [shown, width],
  );
  if (total === 0)
    return (
      <Box marginLeft={rowPrefix}>
        <Text {...theme.muted}>
          {layer.search === '' ? 'Nothing was changed yet.' : `No change has "${visible(layer.search)}".`}
        </Text>
      </Box>
    );
  const columns = ofMirror(isMirror, allColumns);
  return (
    <>
      <ColumnHeads heads={ofMirror(isMirror, heads)} columns={columns} widths={widths} indent={rowPrefix} />
      <Rows keepsLast={shown.findIndex(({ id }) => id === current) > shown.length / 2}>
        {shown.map(set => (
          <SetRow
            key={set.id}
            set={set}
            widths={undoneWords(set, saysBy) === '' ? widths : besideWords}
            width={width}
            saysBy={saysBy}
            isCurrent={set.id === current}
            isMirror={isMirror}
          />
        ))}
      </Rows>
    </>
  );
}

interface SetRowProps {
  set: AppliedChangeSet;
  widths: ColumnWidths;
  width: number;
  saysBy: boolean;
  isCurrent: boolean;
  isMirror: boolean;
}

/** A change set. An undone one is out of force: it steps back. */
const SetRow = memo(function SetRow({ set, widths, width, saysBy, isCurrent, isMirror }: SetRowProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const isUndone = set.undone_by !== null;
  const cells = cellTexts(set).map((text, index) => [
    span(text, isUndone || index === from ? own.muted : own.text),
  ]);
  const columns = ofMirror(isMirror, allColumns);
  const undone = undoneWords(set, saysBy);
  const beside = undone === '' ? [] : [span(' '.repeat(gap)), span(undone, own.muted)];
  return (
    <Text wrap="truncate" {...(isCurrent ? theme.cursorRow : theme.text)}>
      <Text {...own.strong}> {isCurrent ? marks.cursor : ' '}</Text>
      <Spans spans={[pushSign(set.push, own)]} />
      <Spans
        spans={fitSpans(
          [...inColumns(ofMirror(isMirror, cells), columns, widths), ...beside],
          width - rowPrefix,
        )}
      />
    </Text>
  );
});

/**
 * Where not all columns fit, by which change set one was undone is the first to go: its own page says that, too. Where nothing else
 * stands behind what was done, that takes the room of those words in all other rows.
 */
function fitted(sets: readonly AppliedChangeSet[], room: number): Fitted {
  const isMirror = sets.some(({ push }) => push);
  const columns = ofMirror(isMirror, allColumns);
  const rows = [heads, ...sets.map(cellTexts)].map(cells => ofMirror(isMirror, cells));
  const within = (saysBy: boolean) => {
    const words = Math.max(0, ...sets.map(set => displayWidth(undoneWords(set, saysBy))));
    const taken = words === 0 ? 0 : words + gap;
    return { besideWords: columnWidths(rows, columns, room - taken), saysBy, taken };
  };
  const long = within(true);
  const { besideWords, saysBy, taken } = long.besideWords.includes(null) ? within(false) : long;
  const isLast = besideWords.at(-1) === null;
  const widths = besideWords.map((own, index) => (isLast && index === what ? (own ?? 0) + taken : own));
  return { widths, besideWords, saysBy, isMirror };
}

interface Fitted {
  widths: ColumnWidths;
  /** In rows of undone sets. */
  besideWords: ColumnWidths;
  saysBy: boolean;
  /** Something of them is for the account, too. */
  isMirror: boolean;
}

function cellTexts(set: AppliedChangeSet): string[] {
  return [
    String(set.id),
    localTime(set.at),
    visible(set.operator_name),
    visible(shortened(set.via)),
    visible(set.summary),
    set.push ? shortPushText(set.push) : '',
    set.users > 0 ? number(set.users) : '',
  ];
}

/** `undone by 16`, or without by which; undone sets are dim, and say so as well. */
function undoneWords(set: AppliedChangeSet, saysBy: boolean): string {
  return saysBy ? undoneText(set) : undoneText(set).replace(/ by .*$/, '');
}

/** `ssh 10.0.0.7 SHA256:MhDaWTlr…`: so much of a key tells it from the others; one change set has all of it. */
function shortened(via: string): string {
  return via.replace(/(SHA256:\S{8})\S+/, `$1${marks.ellipsis}`);
}
