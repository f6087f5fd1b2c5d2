import { Box, Text } from 'ink';
import type { PanelProps } from '../../app/layer.ts';
import { moreBlocksBelow } from '../../app/scrolled-blocks.ts';
import { BlocksFrom } from '../../components/block-list.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { counted } from '../../roster/text/words.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { problemsList } from './list.ts';
import type { ProblemsLayer } from './state.ts';

/** Why something is refused, by name and in full. */
export function ProblemsDialog({ layer, size }: PanelProps<ProblemsLayer>) {
  const theme = useTheme();
  const { width, list, height } = problemsList(layer, size);
  const said = [
    counted(layer.problems.length + layer.unlisted, 'problem'),
    moreBlocksBelow(list, layer.top, height),
    layer.outcome,
  ];
  return (
    <Dialog title={layer.title} width={width} size={size} tone="danger">
      <BlocksFrom list={list} top={layer.top} height={height} />
      <Box marginTop={1}>
        <Text wrap="truncate" {...theme.muted}>
          {said.filter(Boolean).join(` ${marks.dot} `)}
        </Text>
      </Box>
    </Dialog>
  );
}
