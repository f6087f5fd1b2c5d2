import { amount, type Figure, said } from '../figure.ts';
import { processorTime } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { judgedTimes } from '../times.ts';
import { setView } from './ways.ts';

export const moving: Section = {
  name: 'moving',
  title: 'Moving, filtering, sorting: each key to its painted rows',
  measure,
};

/** The cursor needs no rows; what else moves, sorts and filters does. */
const mostForCursor = 0.4;
const mostForRows = 0.65;

/** Presses keys over and over and gives the times of those that count. */
type Story = (session: Session, count: number) => Promise<number[]>;

/** `most`: the multiple of an empty program that p95 must not go over. */
const stories: readonly { what: string; count: number; story: Story; most?: number }[] = [
  { what: 'Cursor down', count: 80, story: repeated('Down'), most: mostForCursor },
  { what: 'Cursor up', count: 80, story: repeated('Up'), most: mostForCursor },
  { what: 'Page down', count: 40, story: repeated('PageDown') },
  { what: 'Page up', count: 40, story: repeated('PageUp') },
  { what: 'Last and first', count: 40, story: inTurn('G', 'g') },
  { what: 'Cursor up from the last', count: 40, story: after(['G'], repeated('Up')), most: mostForCursor },
  { what: 'Status filter', count: 24, story: inTurn('s') },
  { what: 'Queue filter, taken and cleared', count: 24, story: filterByQueue },
  { what: 'Role filter, taken and cleared', count: 12, story: filterByRole },
  { what: 'Sort by the next column', count: 20, story: inTurn('>') },
  { what: 'Order reversed', count: 20, story: inTurn('=') },
];

/** Where the rows of a move are looked for among many that don't match. */
const narrowed: typeof stories = [
  { what: 'Cursor', count: 40, story: inTurn('Down', 'Down', 'Up'), most: mostForCursor },
  { what: 'Page', count: 40, story: inTurn('PageDown', 'PageDown', 'PageUp') },
  { what: 'Last and first', count: 12, story: inTurn('G', 'g') },
];

const queues = ['Billing', 'VIP Desk', 'Support Tier 1'];
const roles = ['Agent', 'Team Coach'];

async function measure(bench: Bench): Promise<Figure[]> {
  const wide = await tellAll(bench, stories);
  const search = { queue: 'Billing', status: 'active', search: 'an' } as const;
  const byName = await tellAll(bench, narrowed, search, ', in a queue, active, with a search');
  const byPresence = await tellAll(bench, narrowed, { ...search, sort: 4 }, ', the same by presence');
  const all = [wide, byName, byPresence];
  const sum = (of: 'processor' | 'keys') => all.reduce((so, told) => so + told[of], 0);
  return [
    ...all.flatMap(({ figures }) => figures),
    said('Processor time a key', '', amount(sum('processor') / sum('keys'), 'ms'), null),
  ];
}

/** All stories in one session that shows this view; `where` is what the figures say of it. */
async function tellAll(
  bench: Bench,
  all: typeof stories,
  { search = '', ...view }: Parameters<typeof setView>[1] & { search?: string } = {},
  where = '',
): Promise<{ figures: Figure[]; processor: number; keys: number }> {
  const session = await openSession(bench.data.db);
  const figures: Figure[] = [];
  let keys = 0;
  try {
    await setView(session, view);
    if (search !== '') await session.until(`/${search}\r`, /row [\d,]+ of \d/);
    await session.key('g');
    const from = processorTime(session.recorder.pid);
    for (const { what, count, story, most = mostForRows } of all) {
      const times = await story(session, repetitions(bench, count));
      keys += times.length;
      figures.push(judgedTimes(`${what}${where}`, times, { p95: most, worst: 2.5 }, bench.nothing));
    }
    return { figures, processor: processorTime(session.recorder.pid) - from, keys };
  } finally {
    await session.close();
  }
}

function repeated(key: string): Story {
  return inTurn(key);
}

function inTurn(...keys: string[]): Story {
  return async (session, count) => {
    const times: number[] = [];
    for (let round = 0; round < count; round++)
      times.push((await session.key(keys[round % keys.length]!)).rows);
    return times;
  };
}

function after(keys: readonly string[], story: Story): Story {
  return async (session, count) => {
    for (const key of keys) await session.key(key);
    return await story(session, count);
  };
}

async function filterByQueue(session: Session, count: number): Promise<number[]> {
  return await pickFromList(session, 'f', queues, count, () => session.key('F'));
}

async function filterByRole(session: Session, count: number): Promise<number[]> {
  // There is no key that clears it alone: its list has All above the roles.
  return await pickFromList(session, 'r', roles, count, async () => {
    await session.key('r');
    await session.key('PageUp');
    return await session.key('Enter');
  });
}

/** Takes one after the other from a list that is typed to narrow; the times of taking and of clearing. */
async function pickFromList(
  session: Session,
  key: string,
  names: readonly string[],
  count: number,
  clear: () => ReturnType<Session['key']>,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count / 2; round++) {
    await session.key(key);
    await session.type(names[round % names.length]!);
    times.push((await session.key('Enter')).rows, (await clear()).rows);
  }
  return times;
}
