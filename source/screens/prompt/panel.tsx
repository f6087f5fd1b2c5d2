import { Box, Text } from 'ink';
import type { App, Size } from '../../app/state.ts';
import { Dialog, dialogFrame, dialogWidth } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { TextField } from '../../components/text-field.tsx';
import { firstLines, Wrapped } from '../../components/wrapped.tsx';
import { counted } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { PromptLayer } from './state.ts';

/** Lines below the field for what Tab found, or what is wrong. */
const roomBelow = 2;

interface PromptProps {
  layer: PromptLayer;
  app: App;
  size: Size;
}

/** The field that a file is named in, and below it what there is to say of it. */
export function PromptPanel({ layer, app, size }: PromptProps) {
  const theme = useTheme();
  const width = dialogWidth(72, size.columns);
  const inner = width - dialogFrame;
  const title = layer.purpose === 'import' ? 'Import a CSV file' : 'Export as CSV';
  return (
    <Dialog title={title} width={width} size={size}>
      <Wrapped width={inner} style={theme.muted}>
        {explained(layer, app)}
      </Wrapped>
      <Box marginY={1}>
        <Text wrap="truncate">
          <Text {...theme.accentStrong}>{'> '}</Text>
          <TextField field={layer.field} width={inner - 3} />
        </Text>
      </Box>
      <Box flexDirection="column" height={roomBelow} overflowY="hidden">
        <Said layer={layer} width={inner} />
      </Box>
    </Dialog>
  );
}

function explained({ purpose }: PromptLayer, { roster: { totals } }: App): string {
  if (purpose === 'import')
    return 'Adds and updates users, removes nobody. First it shows what would change.';
  const who = totals.matching === null ? 'The users' : counted(totals.matching, 'user');
  return `${who} as the search and filters show them, with all settings.`;
}

function Said({ layer, width }: { layer: PromptLayer; width: number }) {
  const theme = useTheme();
  const { exists, busy, complaint, names, field } = layer;
  if (busy) return <Text {...theme.muted}>Exporting{marks.ellipsis}</Text>;
  if (exists)
    return (
      <>
        <Text wrap="truncate-start" {...theme.warning}>
          {visible(field.value.trim())} is there already.
        </Text>
        <Box columnGap={4}>
          <Key name="y" label="overwrite it" />
          <Key name="n" label="keep it" />
        </Box>
      </>
    );
  if (complaint)
    return (
      <Wrapped width={width} style={theme.danger}>
        {complaint}
      </Wrapped>
    );
  return <Text {...theme.muted}>{firstLines(names.map(visible).join('  '), width, roomBelow)}</Text>;
}
