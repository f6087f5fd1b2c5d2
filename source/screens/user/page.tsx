import { Box, Text } from 'ink';
import { useMemo } from 'react';
import type { Page, PageProps } from '../../app/layer.ts';
import { cursorRow } from '../../app/roster.ts';
import { moreBelow } from '../../app/scroll.ts';
import type { App } from '../../app/state.ts';
import { Blocks, linesIn } from '../../components/blocks.tsx';
import { NameAndEmail } from '../../components/name-and-email.tsx';
import { shownName } from '../../roster/plan/subjects.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { linesOf, margin, userColumns } from './blocks.ts';
import { isCurrent, type UserLayer } from './state.ts';

type Props = PageProps<UserLayer>;

/** One user, in two columns where there is room. */
export const userPage: Page<UserLayer> = { Heading, View, place };

const gap = 2;

function Heading({ layer: { user, name }, width }: Props) {
  const theme = useTheme();
  if (!user)
    return (
      <Box paddingX={1}>
        <Text wrap="truncate" {...theme.strong}>
          {visible(name)}
        </Text>
      </Box>
    );
  const { settings, person } = user;
  const status = settings.user_access === 'active' ? '' : 'Inactive';
  const role = visible(settings.role.name);
  const roleWidth = Math.min(displayWidth(role), Math.floor(width / 4));
  const room = width - 2 - gap - (status === '' ? 0 : status.length + gap) - roleWidth;
  return (
    <Box justifyContent="space-between" columnGap={gap} paddingX={1}>
      <NameAndEmail
        name={visible(shownName({ person, user }))}
        email={visible(person.user_email)}
        width={room}
        gap={3}
      />
      <Box flexShrink={0} columnGap={gap}>
        {status !== '' && <Text {...theme.warning}>{status}</Text>}
        <Box width={roleWidth}>
          <Text wrap="truncate" {...theme.muted}>
            {role}
          </Text>
        </Box>
      </Box>
    </Box>
  );
}

function View({ layer: { user, name, changes, atAccount, top }, width, height }: Props) {
  const columns = useMemo(
    () => userColumns({ user, name, changes, atAccount }, width),
    [user, name, changes, atAccount, width],
  );
  const lines = linesOf(columns);
  return (
    <Box marginLeft={margin}>
      {columns.map((column, index) => {
        // The columns are scrolled together: the shorter one ends in blank lines.
        const rest = { key: 'rest', height: lines - linesIn(column.blocks), draw: () => null };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is the one of its place
          <Box key={index} width={column.width} flexShrink={0} flexDirection="column">
            <Blocks blocks={[...column.blocks, rest]} top={top} height={height} />
          </Box>
        );
      })}
    </Box>
  );
}

function place({ layer, app, width, height }: Props): string {
  const below = moreBelow(linesOf(userColumns(layer, width)), layer.top, height);
  const parts = [isCurrent(app, layer) ? position(app) : '', below];
  return parts.filter(Boolean).join(` ${marks.dot} `);
}

function position({ roster }: App): string {
  const row = cursorRow(roster);
  const { matching } = roster.totals;
  if (row === null) return '';
  return `user ${number(row + 1)}${matching === null ? '' : ` of ${number(matching)}`}`;
}
