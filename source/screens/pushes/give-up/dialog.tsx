import { Box } from 'ink';
import type { PanelProps } from '../../../app/layer.ts';
import { Dialog, dialogFrame, dialogWidth } from '../../../components/dialog.tsx';
import { Key } from '../../../components/key.tsx';
import { Wrapped } from '../../../components/wrapped.tsx';
import { counted, number } from '../../../roster/text/words.ts';
import { visible } from '../../../terminal/escape.ts';
import { useTheme } from '../../../theme/theme-context.ts';
import type { GiveUpLayer } from './layer.ts';

/** What waits, and what becomes of it. */
export function GiveUpDialog({ layer: { set }, size }: PanelProps<GiveUpLayer>) {
  const theme = useTheme();
  const width = dialogWidth(64, size.columns);
  const inner = width - dialogFrame;
  const { done = 0, calls = 0 } = set.push ?? {};
  const waits =
    done > 0
      ? `${number(done)} of ${counted(calls, 'call')} went through: that stays.`
      : 'Nothing of it was sent.';
  return (
    <Dialog title={`Give up change ${set.id}?`} width={width} size={size} tone="danger">
      <Box flexDirection="column" paddingTop={1}>
        <Wrapped width={inner} style={theme.strong}>
          {visible(set.summary)}
        </Wrapped>
        <Box flexDirection="column" marginY={1}>
          <Wrapped width={inner} style={theme.text}>
            {waits}
          </Wrapped>
          <Wrapped width={inner} style={theme.text}>
            What waits is taken back here, as a change set of its own.
          </Wrapped>
        </Box>
        <Box columnGap={4}>
          <Key name="y" label="give up" tone="danger" />
          <Key name="n" label="let it wait" />
        </Box>
      </Box>
    </Dialog>
  );
}
