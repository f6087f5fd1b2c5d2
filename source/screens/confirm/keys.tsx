import { Box, Text } from 'ink';
import { Key } from '../../components/key.tsx';
import { number } from '../../roster/text/words.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { needsTyping } from './open.ts';
import type { ConfirmLayer } from './state.ts';

/** The accepting key and the others, named in the dialog itself. */
export function ConfirmKeys({ layer }: { layer: ConfirmLayer }) {
  const theme = useTheme();
  const { request, changeSet } = layer.planned;
  if (layer.busy) return <Text {...theme.muted}>Writing{marks.ellipsis}</Text>;
  const isRemoval = request.kind === 'remove';
  // Undoing an undo is a redo, whatever the key was.
  const verb = request.kind === 'edit' ? 'change' : 'ids' in request ? request.kind : changeSet.kind;
  const typed = needsTyping(layer);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {typed && <TypedNumber layer={layer} verb={verb} />}
      <Box columnGap={4}>
        {!typed && <Key name="y" label={verb} tone="danger" />}
        {isRemoval && <Key name="i" label="make inactive instead" />}
        <Key name="n" label={isRemoval ? 'keep' : 'leave'} />
      </Box>
    </Box>
  );
}

/** How many lines they take. */
export function confirmKeysHeight(layer: ConfirmLayer): number {
  return needsTyping(layer) && !layer.busy ? 2 : 1;
}

function TypedNumber({ layer, verb }: { layer: ConfirmLayer; verb: string }) {
  const theme = useTheme();
  const { typed, complaint, planned } = layer;
  return (
    <Text wrap="truncate">
      <Text {...theme.text}>Type </Text>
      <Text {...theme.strong}>{number(planned.changeSet.changes.length)}</Text>
      <Text {...theme.text}> and Enter to {verb}: </Text>
      <Text {...theme.strong}>{typed}</Text>
      <Text {...theme.accentStrong}>{marks.textCursor}</Text>
      <Text {...theme.danger}>{complaint && `  ${complaint}`}</Text>
    </Text>
  );
}
