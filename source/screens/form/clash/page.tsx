import { Box, Text } from 'ink';
import type { Page, PageProps } from '../../../app/layer.ts';
import type { App } from '../../../app/state.ts';
import { scrollTop } from '../../../components/blocks.tsx';
import { nameAmongOthers } from '../../../components/name-and-email.tsx';
import { Wrapped, wrapLines } from '../../../components/wrapped.tsx';
import { clashKey } from '../../../roster/plan/clashes.ts';
import { shownName } from '../../../roster/plan/subjects.ts';
import { counted, listed } from '../../../roster/text/words.ts';
import { visible } from '../../../terminal/escape.ts';
import { displayWidth, fit } from '../../../terminal/width.ts';
import { useTheme } from '../../../theme/theme-context.ts';
import { openForm } from '../open-form.ts';
import type { ClashLayer } from '../state.ts';
import { ClashRow, nameOf } from './clash-row.tsx';
import { currentPlace } from './reducer.ts';

/** Three ways side by side: what it was, what they made of it, what I want – and which of them it will be. */
export const clashPage: Page<ClashLayer> = { Heading, View, place };

/** A line of text is read up to this width. Cells. */
const readable = 96;

function View({ layer, app, width, height }: PageProps<ClashLayer>) {
  const theme = useTheme();
  const { clashes, chosen, by } = layer;
  const about = `${visible(by)} changed the same while this form was open. Choose what to keep; whatever else each of you changed stays as it is.`;
  const aboutWidth = Math.min(width - 4, readable);
  const widths = columnWidths(layer, width - 3);
  const heads = ['', 'it was', `${visible(by)} made it`, 'you want'];
  // Many have to be decided for some of the users only.
  const isMany = (openForm(app)?.facts.subjects.length ?? 0) > 1;
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
          {heads.map((head, index) => fit(head, widths[index]!)).join('')}
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

function Heading({ layer, app }: PageProps<ClashLayer>) {
  const theme = useTheme();
  return (
    <Text wrap="truncate">
      <Text {...theme.strong}> Changed meanwhile</Text>
      <Text {...theme.muted}>
        {'   '}
        {whose(layer, app)}
      </Text>
    </Text>
  );
}

/** Whom it is about, by name. */
function whose({ clashes }: ClashLayer, app: App): string {
  const clashing = new Set(clashes.flatMap(clash => clash.people));
  const subjects = openForm(app)?.facts.subjects ?? [];
  const names = subjects.flatMap(({ person, user }) =>
    person && clashing.has(person.person_id) ? nameAmongOthers(visible(shownName({ person, user }))) : [],
  );
  return listed(names);
}

function place({ layer }: PageProps<ClashLayer>): string {
  const open = layer.chosen.filter(side => side === null).length;
  return open > 0 ? `${counted(open, 'line')} to choose` : 'Everything is chosen: Enter saves it so';
}
