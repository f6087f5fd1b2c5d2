import { Text } from 'ink';
import { visible } from '../terminal/escape.ts';
import { fit } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';
import { queueList } from './queue-list.ts';

interface UserLineProps {
  name: string;
  role: string;
  /** Names. */
  queues: readonly string[];
  width: number;
  /** Changed meanwhile. */
  isMarked?: boolean;
}

/** A user in one line: name, role and queues, below each other in a list of them. */
export function UserLine({ name, role, queues, width, isMarked = false }: UserLineProps) {
  const theme = useTheme();
  const nameWidth = Math.floor(width * 0.36);
  const roleWidth = Math.floor(width * 0.2);
  return (
    <Text wrap="truncate">
      <Text {...theme.warningStrong}>{isMarked ? `${marks.changed} ` : '  '}</Text>
      <Text {...(isMarked ? theme.warning : theme.text)}>{fit(visible(name), nameWidth)}</Text>
      <Text {...theme.text}>
        {'  '}
        {fit(visible(role), roleWidth)}
        {'  '}
      </Text>
      <Text {...theme.muted}>{queueList(queues, width - nameWidth - roleWidth - 6)}</Text>
    </Text>
  );
}
