import { Box, Text } from 'ink';
import type { PanelProps } from '../../app/layer.ts';
import { atStart, BlocksFrom, linesFrom, type ScrollPosition, seenIn } from '../../components/block-list.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { freedBy, leaversText } from '../../roster/licenses/leavers.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import { namesOf, summaryOf } from '../../roster/plan/summary.ts';
import { counted, number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { confirmFacts } from './facts.ts';
import { ConfirmKeys } from './keys.tsx';
import { type ConfirmList, confirmList } from './list.tsx';
import { confirmSize, listHeight } from './size.ts';
import type { ConfirmLayer } from './state.ts';

/**
 * Asks before something is written: who, what it means, and the keys. The keys are always there; where it is tight the
 * blank lines go first, then the end of what it means.
 */
export function ConfirmDialog({ layer, size }: PanelProps<ConfirmLayer>) {
  const { changeSet, request } = layer.planned;
  const isRemoval = request.kind === 'remove';
  const title = `${isRemoval ? removalTitle(layer.planned) : visible(summaryOf(changeSet, { whom }))}?`;
  const { width, inner, lines } = confirmSize(size);
  const gap = <Box height={1} flexShrink={100} />;
  return (
    <Dialog title={title} width={width} size={size} tone={isRemoval ? 'danger' : 'accent'}>
      <Box flexDirection="column" maxHeight={lines}>
        {gap}
        <Users list={confirmList(layer, inner)} top={layer.top} height={listHeight(layer, size)} />
        {gap}
        <Box flexDirection="column" overflowY="hidden">
          {confirmFacts(layer, inner).map(fact => (
            <Box key={fact.key} height={fact.height} flexShrink={0}>
              {fact.draw()}
            </Box>
          ))}
        </Box>
        {gap}
        <ConfirmKeys layer={layer} />
      </Box>
    </Dialog>
  );
}

function removalTitle({ request, changeSet: { changes, licenses } }: ConfirmLayer['planned']): string {
  if (request.kind === 'remove' && request.leavers) return leaversText(changes.length, freedBy(licenses));
  return `Remove ${counted(changes.length, 'user')} from Contact Center`;
}

/** Of many it is their number that counts, and that may have to be typed. */
function whom(users: readonly Change[]): string {
  return users.length > 2 ? counted(users.length, 'user') : namesOf(users);
}

/** The list, as much as there is room for in at most `height` lines, and how many more above and below. */
function Users({ list, top, height }: { list: ConfirmList; top: ScrollPosition; height: number }) {
  const all = linesFrom(list, atStart, height + 1);
  const isWhole = all <= height;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <BlocksFrom list={list} top={top} height={isWhole ? all : height - 1} />
      {!isWhole && <NotShown list={list} top={top} height={height - 1} />}
    </Box>
  );
}

function NotShown({ list, top, height }: { list: ConfirmList; top: ScrollPosition; height: number }) {
  const theme = useTheme();
  const { from, end } = seenIn(list, top, height);
  const above = list.usersBefore(from.line > 0 ? from.block + 1 : from.block);
  const below = list.usersBefore(list.count) - list.usersBefore(end);
  const text = (mark: string, count: number, word: string) =>
    `${mark} ${count > 0 ? `${number(count)} ` : ''}${word}`;
  const parts = [
    from.block + from.line > 0 ? text(marks.up, above, 'above') : '',
    linesFrom(list, from, height + 1) > height ? text(marks.down, below, 'more') : '',
  ];
  return (
    <Text wrap="truncate" {...theme.muted}>
      {'  '}
      {parts.filter(Boolean).join('   ')}
    </Text>
  );
}
