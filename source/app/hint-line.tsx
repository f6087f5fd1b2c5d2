import { Box, Text } from 'ink';
import { type Hint, Hints } from '../components/hints.tsx';
import { commandsOf } from '../keys/command.ts';
import { keyLabel, withoutArrows } from '../keys/key-labels.ts';
import { useTheme } from '../theme/theme-context.ts';
import { commandTable } from './command-table.ts';
import { openingText } from './opening.ts';
import { topLayer } from './stack.ts';
import type { App } from './state.ts';
import { disabledReason } from './why-not.ts';

/** The keys of the top layer that are worth a hint, as far as they fit. */
export function HintLine({ app, width }: { app: App; width: number }) {
  const theme = useTheme();
  const opening = openingText(app, topLayer(app));
  return (
    <Box paddingX={1} flexShrink={0}>
      {opening === null ? (
        <Hints hints={hintsOf(app, theme.ascii)} width={width - 2} />
      ) : (
        <Text wrap="truncate" {...theme.warning}>
          {opening}
        </Text>
      )}
    </Box>
  );
}

function hintsOf(app: App, ascii: boolean): Hint[] {
  return commandsOf(commandTable, topLayer(app)?.kind ?? 'roster', app).flatMap((command): Hint[] => {
    const label = typeof command.hint === 'function' ? command.hint(app) : command.hint;
    if (!label || disabledReason(app, command)) return [];
    const keys = command.hintKeys ?? keyLabel(command.keys[0] ?? '');
    return [{ keys: ascii ? withoutArrows(keys) : keys, label, weight: command.weight ?? 0 }];
  });
}
