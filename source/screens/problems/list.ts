import type { Size } from '../../app/state.ts';
import { atStart, type BlockList, blockList, joined, linesFrom } from '../../components/block-list.tsx';
import { dialogFrame, dialogWidth } from '../../components/dialog.tsx';
import { reasonBlock } from '../../components/text-block.tsx';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { ProblemsLayer } from './state.ts';

/** Frame, header and hints, and the lines of the dialog itself that are no problems. */
const linesAround = 8;

/** The problems, how wide their dialog is, and how many of their lines are seen at once. */
export function problemsList({ problems, unlisted }: ProblemsLayer, { columns, rows }: Size) {
  const dialog = dialogWidth(84, columns);
  const width = dialog - dialogFrame;
  const more = unlisted > 0 ? [`and ${number(unlisted)} more like these`] : [];
  const list: BlockList = joined(
    blockList(problems, ({ message }, key) => reasonBlock(visible(message), { key, width, style: 'danger' })),
    blockList(more, text => reasonBlock(text, { key: 'more', width, mark: ' ' })),
  );
  return { width: dialog, list, height: Math.max(1, linesFrom(list, atStart, rows - linesAround)) };
}
