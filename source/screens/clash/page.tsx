import { Box, Text } from 'ink';
import type { Page, PageProps } from '../../app/layer.ts';
import { scrollTop } from '../../components/blocks.tsx';
import { nameAmongOthers } from '../../components/name-and-email.tsx';
import { Wrapped, wrapLines } from '../../components/wrapped.tsx';
import { clashKey } from '../../roster/plan/clashes.ts';
import { counted, listed } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { ClashRow, nameOf } from './clash-row.tsx';
import { currentPlace } from './reducer.ts';
import type { Against, ClashLayer } from './state.ts';

/** Three ways side by side: what it was, what they made of it, what I want – and which of them it will be. */
export const clashPage: Page<ClashLayer> = { Heading, View, place };

/** A line of text is read up to this width. Cells. */
const readable = 96;

/** What is said above the lines, and over what each side made of it. */
function words(against: Against): { title: string; about: string; heads: string[] } {
  if (against.of === 'account')
    return {
      title: 'Changed on both sides',
      about:
        'Changed both here and at the Zoom account. Theirs is taken over here; mine stays, and is sent over what the account has.',
      heads: ['it was', 'Zoom has', 'here'],
    };
  const by = visible(against.by);
  return {
    title: 'Changed meanwhile',
    about: `${by} changed the same while this form was open. Choose what to keep; whatever else each of you changed stays as it is.`,
    heads: ['it was', `${by} made it`, 'you want'],
  };
}

function View({ layer, width, height }: PageProps<ClashLayer>) {
  const theme = useTheme();
  const { against, people, clashes, chosen } = layer;
  const { about, heads } = words(against);
  const aboutWidth = Math.min(width - 4, readable);
  const widths = columnWidths(layer, width - 3);
  // Many have to be decided for some of the users only.
  const isMany = people.length > 1;
  const room = Math.max(1, height - wrapLines(about, aboutWidth).length - 3);
  const current = currentPlace(layer);
  const top = scrollTop(current, clashes.length, room);
  return (
    <Box flexDirection="column">
      <Box flexDirection="column" paddingLeft={3} rowGap={1}>
        <Wrapped width={aboutWidth} style={theme.muted}>
          {about}
        </Wrapped>
        <Text wrap="truncate" {...theme.muted}>
          {['', ...heads].map((head, index) => `${fit(head, widths[index]! - 1)} `).join('')}
        </Text>
      </Box>
      {clashes.slice(top, top + room).map((clash, index) => (
        <ClashRow
          key={clashKey(clash)}
          clash={clash}
          chosen={chosen[top + index] ?? null}
          isCurrent={top + index === current}
          isMany={isMany}
          widths={widths}
          width={width}
        />
      ))}
    </Box>
  );
}

/** The setting, then three columns of the same width; in a wide terminal they do not drift apart. */
function columnWidths({ clashes }: ClashLayer, width: number): number[] {
  const longest = Math.max(...clashes.map(clash => displayWidth(nameOf(clash))));
  const name = Math.min(longest + 14, Math.floor(width * 0.4));
  const each = Math.min(30, Math.floor((width - name) / 3));
  return [name, each, each, each];
}

function Heading({ layer }: PageProps<ClashLayer>) {
  const theme = useTheme();
  return (
    <Text wrap="truncate">
      <Text {...theme.strong}> {words(layer.against).title}</Text>
      <Text {...theme.muted}>
        {'   '}
        {whose(layer)}
      </Text>
    </Text>
  );
}

/** Whom it is about, by name. */
function whose({ clashes, people }: ClashLayer): string {
  const clashing = new Set(clashes.flatMap(clash => clash.people));
  const those = people.filter(({ person_id }) => clashing.has(person_id));
  return listed(those.map(({ name }) => nameAmongOthers(visible(name))));
}

function place({ layer }: PageProps<ClashLayer>): string {
  const open = layer.chosen.filter(side => side === null).length;
  return open > 0 ? `${counted(open, 'line')} to choose` : 'Everything is chosen: Enter saves it so';
}
