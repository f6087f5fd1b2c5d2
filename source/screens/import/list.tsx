import { Box, Text } from 'ink';
import { type BlockList, blockList, joined } from '../../components/block-list.tsx';
import type { Block } from '../../components/blocks.tsx';
import { changeBlock } from '../../components/change-blocks.tsx';
import { pageTextWidth } from '../../components/scrolled-page.tsx';
import { type TextStyle, textBlock } from '../../components/text-block.tsx';
import { licenseText } from '../../roster/licenses/licenses.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import { pushCostTexts } from '../../roster/push/push-cost.ts';
import { cutText } from '../../roster/text/cut-text.ts';
import { counted, number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { problemBlock } from './problem-block.tsx';
import type { ImportLayer } from './state.ts';

/** So many characters of a notice: a cell of a file, which it may name, may be as long as the file. */
const noticeLimit = 1_000;

/** What a file would add and change, licenses and notices, what is wrong, and each user before and after. */
export function importList({ planned, problems }: ImportLayer, columns: number): BlockList {
  const width = pageTextWidth(columns);
  const { changes, licenses, notices, account } = planned.changeSet;
  const used = licenses.map(use => licenseText(use, marks.arrow));
  const { calls, notSent } = pushCostTexts(account);
  const fact = (style: TextStyle) => (text: string, index: number) =>
    textBlock(visible(cutText(text, noticeLimit)), { key: `${style} ${index}`, width, style });
  const head = [
    countsBlock(changes, planned.changeSet.problems.length),
    ...notSent.map(fact('warning')),
    ...[...used, ...calls, ...notices].map(fact('muted')),
  ];
  return joined(
    blockList(head, block => block),
    blockList(problems, (problem, index) => problemBlock(problem, width, index === 0 ? 1 : 0)),
    blockList(changes, change => changeBlock(change, { width })),
  );
}

/** `✗ 3 problems   + 12 to add   ~ 30 to change`. */
function countsBlock(changes: readonly Change[], problems: number): Block {
  return { key: 'counts', height: 1, draw: () => <Counts changes={changes} problems={problems} /> };
}

function Counts({ changes, problems }: { changes: readonly Change[]; problems: number }) {
  const theme = useTheme();
  const added = changes.filter(change => change.action === 'add').length;
  const updated = changes.length - added;
  if (problems + changes.length === 0)
    return <Text {...theme.strong}>Nothing to change: the roster is as the file says.</Text>;
  return (
    <Box columnGap={3}>
      {problems > 0 && (
        <Text {...theme.dangerStrong}>
          {marks.failed} {counted(problems, 'problem')}
        </Text>
      )}
      {added > 0 && (
        <Text {...theme.goodStrong}>
          {marks.added} {number(added)} to add
        </Text>
      )}
      {updated > 0 && (
        <Text {...theme.accentStrong}>
          {marks.updated} {number(updated)} to change
        </Text>
      )}
    </Box>
  );
}
