import { lineBlock } from '../../components/blocks.tsx';
import { Columns } from '../../components/columns.tsx';
import { span } from '../../components/span.tsx';
import type { AtAccount } from '../../roster/screen/page-effects.ts';
import type { User } from '../../roster/users/user.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { Section } from './blocks.ts';

type Settings = User['settings'];

/** Graded skills go up to this level. */
const highestLevel = 5;

const name = { min: 12, max: 40 };
const queueColumns = [name, {}, {}, {}];
const skillColumns = [name, {}];

/** The queues and skills of a user, a line each. */
export function assignmentSections(
  { settings: { queues, skills } }: User,
  { width, atAccount }: { width: number; atAccount: AtAccount | null },
): Section[] {
  const unread = atAccount?.unread ?? [];
  const none = [lineBlock('none', 'none', 'muted')];
  const queueRows = { height: queues.length, draw: () => <Queues queues={queues} width={width} /> };
  const skillRows = {
    height: skills.length,
    draw: () => <Skills skills={skills} unread={unread} width={width} />,
  };
  return [
    { title: 'Queues', count: queues.length, blocks: queues.length ? [{ key: 'rows', ...queueRows }] : none },
    { title: 'Skills', count: skills.length, blocks: skills.length ? [{ key: 'rows', ...skillRows }] : none },
  ];
}

function Queues({ queues, width }: { queues: Settings['queues']; width: number }) {
  const theme = useTheme();
  const rows = queues.map(({ name, channel, user_assignment_type, opted_in }) => [
    [span(visible(name), theme.text)],
    [span(channel, theme.muted)],
    [span(user_assignment_type, user_assignment_type === 'agent' ? theme.muted : theme.text)],
    [opted_in ? span('opted in', theme.muted) : span('opted out', theme.warning)],
  ]);
  return <Columns rows={rows} columns={queueColumns} width={width} />;
}

interface SkillsProps {
  skills: Settings['skills'];
  /** Whose level the account was not asked for yet. */
  unread: readonly number[];
  width: number;
}

function Skills({ skills, unread, width }: SkillsProps) {
  const theme = useTheme();
  const graded = (level: number) => [
    span(marks.meterFull.repeat(level), theme.accent),
    span(marks.meterEmpty.repeat(Math.max(0, highestLevel - level)), theme.muted),
    span(` ${level}`, theme.text),
  ];
  const notRead = [span('level not read yet', theme.muted)];
  const rows = skills.map(({ id, name, level }) => [
    [span(visible(name), theme.text)],
    level !== null ? graded(level) : unread.includes(id) ? notRead : [],
  ]);
  return <Columns rows={rows} columns={skillColumns} width={width} />;
}
