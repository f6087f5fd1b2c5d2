import { Box, Text } from 'ink';
import { displayWidth, fit } from '../terminal/width.ts';
import { useTheme } from '../theme/theme-context.ts';

interface NameAndEmailProps {
  /** Both safe to show already. */
  name: string;
  email: string;
  /** Cells for both and what is between them. */
  width: number;
  /** Cells between them. */
  gap?: number;
}

/**
 * Somebody's name and e-mail. A long name gives way to the e-mail, which tells people of one name apart, but keeps half
 * of the width.
 */
export function NameAndEmail({ name, email, width, gap = 2 }: NameAndEmailProps) {
  const theme = useTheme();
  const room = Math.max(Math.ceil(width / 2), width - gap - displayWidth(email));
  return (
    <Box columnGap={gap} maxWidth={width}>
      <Box flexShrink={0} maxWidth={room}>
        <Text wrap="truncate" {...theme.strong}>
          {name}
        </Text>
      </Box>
      <Text wrap="truncate" {...theme.muted}>
        {email}
      </Text>
    </Box>
  );
}

/** Cells that each of several names takes at most, so that one long name does not hide the others. */
const namedTogether = 30;

/** A name among others. */
export function nameAmongOthers(name: string): string {
  return displayWidth(name) > namedTogether ? fit(name, namedTogether).trimEnd() : name;
}
