import { Box, Text } from 'ink';
import { type Block, linesIn } from '../../components/blocks.tsx';
import { changeBlock } from '../../components/change-blocks.tsx';
import { reasonBlock } from '../../components/text-block.tsx';
import { UserLine } from '../../components/user-line.tsx';
import type { Subject } from '../../roster/facts.ts';
import { shownName } from '../../roster/subjects.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { FormLayer } from './state.ts';

/** Its title, and the line that says how many more there are. */
const around = 2;

/** Beside the fields: who is edited, and once something is changed each user's fields before and after. */
export function AffectedPane({ form, width, height }: { form: FormLayer; width: number; height: number }) {
  const theme = useTheme();
  const { title, count, block } = contentOf(form, width);
  const blocks: Block[] = [];
  for (let index = 0; index < count; index++) {
    const next = block(index);
    // What is higher than the pane is seen from its top.
    if (index > 0 && linesIn(blocks) + next.height > height - around) break;
    blocks.push(next);
  }
  const more = count - blocks.length;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text wrap="truncate" {...theme.muted}>
        {title}
      </Text>
      <Box flexDirection="column" flexShrink={1} overflowY="hidden">
        {blocks.map(({ key, height, draw }) => (
          <Box key={key} height={height} flexShrink={0} flexDirection="column">
            {draw()}
          </Box>
        ))}
      </Box>
      {more > 0 && (
        <Text {...theme.muted}>
          {marks.down} {number(more)} more
        </Text>
      )}
    </Box>
  );
}

interface Content {
  title: string;
  count: number;
  block(index: number): Block;
}

function contentOf({ facts: { subjects }, planned }: FormLayer, width: number): Content {
  if (!planned)
    return {
      ...{ title: 'Who is edited', count: subjects.length },
      block: index => subjectBlock(subjects[index]!, index, width),
    };
  const { leftOut, changeSet } = planned;
  return {
    ...{ title: 'What changes', count: leftOut.length + changeSet.changes.length },
    block: index => {
      const stays = leftOut[index];
      const options = { key: `stays ${index}`, width, style: 'warning' } as const;
      return stays
        ? reasonBlock(visible(stays.message), options)
        : changeBlock(changeSet.changes[index - leftOut.length]!, { width, marginTop: index > 0 ? 1 : 0 });
    },
  };
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
