import { Text } from 'ink';
import { type BlockList, blockList, joined } from '../../components/block-list.tsx';
import { catalogBlock, changeBlock } from '../../components/change-blocks.tsx';
import { queueList } from '../../components/queue-list.ts';
import { reasonBlock } from '../../components/text-block.tsx';
import type { Change } from '../../roster/change-set.ts';
import { visible } from '../../terminal/escape.ts';
import { fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { ConfirmLayer } from './state.ts';

/** Whom and what the dialog asks about. */
export interface ConfirmList extends BlockList {
  /** How many users there are before the block of this number. */
  usersBefore(index: number): number;
}

/**
 * Who is removed, a line each; of any other change every user with each field before and after. Those of an undo who stay as
 * they are, with the reason, come before those who change.
 */
export function confirmList({ planned, changed }: ConfirmLayer, width: number): ConfirmList {
  const { changeSet, leftOut, takesBack, request } = planned;
  const { changes, catalog } = changeSet;
  if (request.kind === 'remove') {
    const removed = blockList(changes, change => ({
      key: change.person_id,
      height: 1,
      draw: () => <RemovedUser change={change} width={width} isMarked={changed.includes(change.person_id)} />,
    }));
    return { ...removed, usersBefore: index => index };
  }
  const stay = takesBack ? leftOut : [];
  // A blank line above each but the first.
  const marginTop = (index: number) => (index === 0 ? 0 : 1);
  const list = joined(
    blockList(stay, ({ message }, index) =>
      reasonBlock(visible(message), { key: `stays ${index}`, width, style: 'warningStrong' }),
    ),
    blockList(catalog, (change, index) =>
      catalogBlock(change, { width, marginTop: marginTop(stay.length + index) }),
    ),
    blockList(changes, (change, index) =>
      changeBlock(change, {
        width,
        marginTop: marginTop(stay.length + catalog.length + index),
        isMarked: changed.includes(change.person_id),
      }),
    ),
  );
  const catalogBefore = (index: number) => Math.min(Math.max(0, index - stay.length), catalog.length);
  return { ...list, usersBefore: index => index - catalogBefore(index) };
}

interface RemovedUserProps {
  change: Change;
  width: number;
  /** Changed meanwhile. */
  isMarked: boolean;
}

function RemovedUser({ change: { user_name, fields }, width, isMarked }: RemovedUserProps) {
  const theme = useTheme();
  const nameWidth = Math.floor(width * 0.36);
  const roleWidth = Math.floor(width * 0.2);
  const role = (fields.role?.before ?? fields.role?.after)?.name ?? '';
  const queues = (fields.queues?.before ?? fields.queues?.after ?? []).map(queue => queue.name);
  return (
    <Text wrap="truncate">
      <Text {...theme.warningStrong}>{isMarked ? `${marks.changed} ` : '  '}</Text>
      <Text {...(isMarked ? theme.warning : theme.text)}>{fit(visible(user_name), nameWidth)}</Text>
      <Text {...theme.text}>
        {'  '}
        {fit(visible(role), roleWidth)}
        {'  '}
      </Text>
      <Text {...theme.muted}>{queueList(queues, width - nameWidth - roleWidth - 6)}</Text>
    </Text>
  );
}
