import { Box, Text } from 'ink';
import { memo } from 'react';
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
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import { shortPushText } from '../../roster/push/push-text.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { PushesLayer } from './state.ts';

const heads = ['Id', 'When', 'Who', 'What', 'Calls', 'At the account', 'Refused'];
const far = heads.indexOf('At the account');

const columns: Column[] = [
  { align: 'right' },
  { leaves: 1 },
  { min: 8, max: 24 },
  { min: 24, max: 90 },
  { align: 'right', leaves: 2 },
  {},
  { align: 'right' },
];

/** Cells before the first column: the cursor, and the sign of what is not there. */
const rowPrefix = 3;

/** Column heads and pushes, in `height` lines. */
export function PushTable({ layer, width, height }: PageProps<PushesLayer>) {
  const theme = useTheme();
  const { sets, current, total, only } = layer;
  const lines = height - 1;
  const top = firstPlace(layer, lines);
  const shown = sets.slice(top, top + lines);
  if (total !== null && sets.length === 0)
    return (
      <Box marginLeft={rowPrefix}>
        <Text {...theme.muted}>{nothing[total === 0 ? 'all' : only]}</Text>
      </Box>
    );
  const widths = columnWidths([heads, ...shown.map(cellTexts)], columns, width - rowPrefix - 1);
  return (
    <>
      <ColumnHeads heads={heads} columns={columns} widths={widths} indent={rowPrefix} />
      <Rows keepsLast={shown.findIndex(({ id }) => id === current) > shown.length / 2}>
        {shown.map(set => (
          <PushRow key={set.id} set={set} widths={widths} width={width} isCurrent={set.id === current} />
        ))}
      </Rows>
    </>
  );
}

const nothing = {
  all: 'Nothing was changed here yet that is for the account.',
  waiting: 'Nothing waits: the account has all that it takes.',
  refused: 'The account refused nothing.',
} as const;

interface PushRowProps {
  set: AppliedChangeSet;
  widths: ColumnWidths;
  width: number;
  isCurrent: boolean;
}

/** A push. What is at its end steps back; what waits or was refused stands out. */
const PushRow = memo(function PushRow({ set, widths, width, isCurrent }: PushRowProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const state = set.push?.state;
  const isOver = state === 'canceled' || state === 'given_up';
  const standsOut =
    state === 'waiting' ? own.accent : state === 'in_part' || state === 'refused' ? own.warning : own.muted;
  const cells = cellTexts(set).map((text, index) => [
    span(text, index === far ? standsOut : isOver ? own.muted : own.text),
  ]);
  return (
    <Text wrap="truncate" {...(isCurrent ? theme.cursorRow : theme.text)}>
      <Text {...own.strong}> {isCurrent ? marks.cursor : ' '}</Text>
      <Spans spans={[pushSign(set.push, own)]} />
      <Spans spans={fitSpans(inColumns(cells, columns, widths), width - rowPrefix)} />
    </Text>
  );
});

function cellTexts({ id, at, operator_name, summary, push }: AppliedChangeSet): string[] {
  return [
    String(id),
    localTime(at),
    visible(operator_name),
    visible(summary),
    push ? number(push.calls) : '',
    push ? shortPushText(push) : '',
    push?.refused ? number(push.refused) : '',
  ];
}
