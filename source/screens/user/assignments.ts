import { inColumns } from '../../components/columns.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { User } from '../../roster/user.ts';
import { visible } from '../../terminal/escape.ts';
import type { Section } from './pairs.ts';

const muted = { color: 'muted' } as const;

/** Graded skills go up to this level. */
const highestLevel = 5;

/** The queues and skills of a user, a line each. */
export function assignmentSections({ settings }: User, width: number, look: Look): Section[] {
  const queues = settings.queues.map(({ name, channel, user_assignment_type, opted_in }) => [
    [span(visible(name))],
    [span(channel, muted)],
    [span(user_assignment_type, user_assignment_type === 'agent' ? muted : {})],
    [opted_in ? span('opted in', muted) : span('opted out', { color: 'warning' })],
  ]);
  const skills = settings.skills.map(({ name, level }) => [[span(visible(name))], levelSpans(level, look)]);
  const queueColumns = [{ min: 12, max: 40 }, {}, {}, {}];
  return [
    {
      title: withCount('Queues', queues.length),
      lines: queues.length > 0 ? inColumns(queues, queueColumns, width, look) : none,
    },
    {
      title: withCount('Skills', skills.length),
      lines: skills.length > 0 ? inColumns(skills, [{ min: 12, max: 40 }, {}], width, look) : none,
    },
  ];
}

const none: Span[][] = [[span('none', muted)]];

function withCount(title: string, count: number): string {
  return count > 0 ? `${title} ${count}` : title;
}

function levelSpans(level: number | null, { marks }: Look): Span[] {
  if (level === null) return [];
  return [
    span(marks.meterFull.repeat(level), { color: 'accent' }),
    span(marks.meterEmpty.repeat(Math.max(0, highestLevel - level)), muted),
    span(` ${level}`),
  ];
}
