import { Box, Text } from 'ink';
import {
  atStart,
  type BlockList,
  BlocksFrom,
  blockList,
  joined,
  seenIn,
} from '../../components/block-list.tsx';
import type { Block } from '../../components/blocks.tsx';
import { changeBlock } from '../../components/change-blocks.tsx';
import { reasonBlock } from '../../components/text-block.tsx';
import { UserLine } from '../../components/user-line.tsx';
import type { Subject } from '../../roster/plan/facts.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { FormLayer } from './state.ts';

/** Its title, and the line that says how many more there are. */
const around = 2;

/** Beside the fields: who is edited, and once something is changed each user's fields before and after. */
export function AffectedPane({ form, width, height }: { form: FormLayer; width: number; height: number }) {
  const theme = useTheme();
  const list = affectedList(form, width);
  const room = Math.max(1, height - around);
  const more = list.count - seenIn(list, atStart, room).end;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text wrap="truncate" {...theme.muted}>
        {form.planned ? 'What changes' : 'Who is edited'}
      </Text>
      <BlocksFrom list={list} top={atStart} height={room} />
      {more > 0 && (
        <Text {...theme.muted}>
          {marks.down} {number(more)} more
        </Text>
      )}
    </Box>
  );
}

/** Whom it is about; of a plan those who stay as they are, with the reason, before those who change. */
function affectedList({ facts, planned }: FormLayer, width: number): BlockList {
  if (!planned) return blockList(facts.subjects, (subject, index) => subjectBlock(subject, index, width));
  const { leftOut, changeSet } = planned;
  return joined(
    blockList(leftOut, ({ message }, index) =>
      reasonBlock(visible(message), { key: `stays ${index}`, width, style: 'warning' }),
    ),
    blockList(changeSet.changes, (change, index) =>
      changeBlock(change, { width, marginTop: leftOut.length + index > 0 ? 1 : 0 }),
    ),
  );
}

function subjectBlock({ person, user, asked }: Subject, index: number, width: number): Block {
  return {
    key: person?.person_id ?? `unknown ${index}`,
    height: 1,
    draw: () => (
      <UserLine
        name={person ? shownName({ person, user }) : asked}
        role={user?.settings.role.name ?? ''}
        queues={user?.settings.queues.map(queue => queue.name) ?? []}
        width={width}
      />
    ),
  };
}
