import { type BlockList, blockList, joined } from '../../components/block-list.tsx';
import { catalogBlock, changeBlock } from '../../components/change-blocks.tsx';
import { reasonBlock, textBlock } from '../../components/text-block.tsx';
import { UserLine } from '../../components/user-line.tsx';
import type { Change } from '../../roster/plan/change-set.ts';
import { visible } from '../../terminal/escape.ts';
import { noticeStyle, noticesOf } from './facts.ts';
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
  const { further } = noticesOf(changeSet);
  const notices = blockList(further.length > 0 ? ['', ...further] : [], (notice, index) =>
    textBlock(visible(notice), { key: `notice ${index}`, width, style: noticeStyle(notice) }),
  );
  if (request.kind === 'remove') {
    const removed = blockList(changes, change => ({
      key: change.person_id,
      height: 1,
      draw: () => (
        <UserLine {...removedUser(change)} width={width} isMarked={changed.includes(change.person_id)} />
      ),
    }));
    return { ...joined(removed, notices), usersBefore: index => Math.min(index, changes.length) };
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
    notices,
  );
  const catalogBefore = (index: number) => Math.min(Math.max(0, index - stay.length), catalog.length);
  const users = stay.length + changes.length;
  return { ...list, usersBefore: index => Math.min(index - catalogBefore(index), users) };
}

function removedUser({ user_name, fields }: Change) {
  const role = fields.role?.before ?? fields.role?.after;
  const queues = fields.queues?.before ?? fields.queues?.after ?? [];
  return { name: user_name, role: role?.name ?? '', queues: queues.map(queue => queue.name) };
}
