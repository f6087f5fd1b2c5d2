import { Box, Text } from 'ink';
import { type BlockList, blockList, joined } from '../../components/block-list.tsx';
import type { Block } from '../../components/blocks.tsx';
import { changeBlock } from '../../components/change-blocks.tsx';
import { pageTextWidth } from '../../components/scrolled-page.tsx';
import { textBlock } from '../../components/text-block.tsx';
import { licenseText } from '../../roster/licenses/licenses.ts';
import type { Change } from '../../roster/plan/change-set.ts';
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
  const { changes, licenses, notices } = planned.changeSet;
  const used = licenses.map(use => licenseText(use, marks.arrow));
  const facts = [...used, ...notices].map(text => visible(cutText(text, noticeLimit)));
  const head = [
    countsBlock(changes, planned.changeSet.problems.length),
    ...facts.map((fact, index) => textBlock(fact, { key: `fact ${index}`, width, style: 'muted' })),
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
