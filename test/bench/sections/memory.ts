import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../data/cache.ts';
import { copyOf } from '../data/copy.ts';
import { nightDesk, nightDeskSize } from '../data/made-up.ts';
import { makeNeedles } from '../data/needles.ts';
import { type Figure, figure } from '../figure.ts';
import { peakMemory, processorTime } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { median } from '../statistics.ts';
import { accepted, addAndUndoThousand, selectAll } from './changes.ts';
import { hold } from './held.ts';

export const memory: Section = { name: 'memory', title: 'Memory and idling', measure };

const megabyte = 1e6;
const idleMs = 30_000;
const seed = 50;
const needleCount = 15;
const rounds = 3;

async function measure(bench: Bench): Promise<Figure[]> {
  const whole = await peaksOf(bench);
  const small: number[] = [];
  const big = [whole.peak];
  // How much of the program itself the system keeps in memory differs from start to start.
  for (let round = 0; round < repetitions(bench, rounds); round++) {
    small.push(await peakOfLooking(bench.small, bench));
    if (round > 0) big.push(await peakOfLooking(bench.data, bench));
  }
  const megabytes = (value: number) => (value / megabyte).toFixed(0);
  const all = (peaks: readonly number[]) => peaks.map(megabytes).join(', ');
  const told = (steps: Peaks['steps']) =>
    steps.map(({ name, peak }) => `${name} ${megabytes(peak)}`).join(', ');
  return [
    figure(
      'Peak after a session of looking',
      Math.max(...big) / megabyte,
      { most: 360 },
      'MB',
      `of ${all(big)}; ${told(whole.steps.slice(0, lookingSteps))}`,
    ),
    figure(
      'Peak ÷ the same at 1,000 users',
      median(big) / median(small),
      { most: 1.25 },
      '×',
      `÷ ${all(small)} MB`,
    ),
    figure(
      'Peak after changes, too',
      whole.steps.at(-1)!.peak / megabyte,
      {},
      'MB',
      told(whole.steps.slice(lookingSteps)),
    ),
    figure(
      `Peak once ${nightDeskSize(bench.data.users).toLocaleString('en-US')} were removed and brought back`,
      whole.peakOfMany / megabyte,
      {},
      'MB',
    ),
    figure(`Processor, idle for ${idleMs / 1000} s`, (100 * whole.idleMs) / idleMs, { most: 0.1 }, '%'),
  ];
}

interface Peaks {
  /** Bytes, after looking around. */
  peak: number;
  /** What it was after each of the steps. */
  steps: { name: string; peak: number }[];
  /** Once as many as one change set holds were removed and brought back. */
  peakOfMany: number;
  /** The processor's time when idle. */
  idleMs: number;
}

/** The most memory that a session took which uses nearly everything. */
async function peaksOf(bench: Bench): Promise<Peaks> {
  const copy = copyOf(bench.data);
  const session = await openSession(copy.db, { home: copy.home });
  const { pid } = session.recorder;
  try {
    const steps = await goThrough(session, bench.data, [starting, ...looking(bench)]);
    const from = processorTime(pid);
    await sleep(idleMs);
    const idle = processorTime(pid) - from;
    steps.push(...(await goThrough(session, bench.data, changing)));
    await removeManyAndUndo(session, bench.data);
    const { peak } = steps[lookingSteps - 1]!;
    return { idleMs: idle, peak, steps, peakOfMany: peakMemory(pid) ?? Number.NaN };
  } finally {
    await session.close();
    copy.remove();
  }
}

/** The most that a session took which only looked around. */
async function peakOfLooking(data: Data, bench: Bench): Promise<number> {
  const session = await openSession(data.db);
  try {
    const steps = await goThrough(session, data, looking(bench));
    return steps.at(-1)!.peak;
  } finally {
    await session.close();
  }
}

async function goThrough(session: Session, data: Data, all: readonly Step[]): Promise<Peaks['steps']> {
  const steps: Peaks['steps'] = [];
  for (const { name, work } of all) {
    await work(session, data);
    steps.push({ name, peak: peakMemory(session.recorder.pid) ?? Number.NaN });
  }
  return steps;
}

async function search(session: Session, needles: readonly string[]): Promise<void> {
  await session.key('/');
  for (const needle of needles) {
    for (const letter of needle) await session.type(letter);
    await session.key('Down');
    await session.key('Ctrl+U');
  }
  await session.key('Enter');
}

async function filter(session: Session): Promise<void> {
  for (const key of ['s', 's', 's', '>', '>', '>', '>', '>', '=', 'G', 'g']) await session.key(key);
  for (const queue of ['Billing', 'Sales']) {
    await session.key('f');
    await session.type(queue);
    await session.key('Enter');
    await hold(session, 'PageDown', 30, 1_000);
    await session.key('F');
  }
}

interface Step {
  name: string;
  work(session: Session, data: Data): Promise<unknown>;
}

const starting: Step = { name: 'start', work: async () => {} };

/** What the budget is for. A change holds whom it is about, however many users there are. */
function looking(bench: Bench): Step[] {
  return [
    {
      name: 'held keys',
      async work(session) {
        await hold(session, 'Down', 30);
        await hold(session, 'PageDown', 30);
      },
    },
    {
      name: 'search',
      work: async (session, data) =>
        search(session, await makeNeedles(data, repetitions(bench, needleCount), seed)),
    },
    { name: 'sort and filter', work: filter },
    { name: 'a user', work: session => press(session, 'Enter', 'PageDown', 'Esc', 'h', 'Esc') },
  ];
}
/** With the start. */
const lookingSteps = 5;

const changing: readonly Step[] = [
  { name: '*', work: (session, { users }) => session.until('*', selected(users)) },
  { name: 'a copy that is refused', work: session => press(session, 'y') },
  {
    name: 'export',
    async work(session) {
      // Who of everybody: a tenth, as a file of all is measured elsewhere.
      await press(session, '-', 'S', 'E', 'Ctrl+U');
      await session.until('some.csv\r', /✓ Exported/);
      await press(session, 's');
    },
  },
  { name: 'add and undo', work: addAndUndoThousand },
  {
    name: 'a dialog of many',
    async work(session, { users }) {
      await selectAll(session, nightDesk, nightDeskSize(users));
      await session.until('x', /and Enter/);
      await press(session, 'PageDown', 'Esc');
    },
  },
];

/** Whoever the last dialog was about is still selected. */
async function removeManyAndUndo(session: Session, { users }: Data): Promise<void> {
  await accepted(session, 'x', nightDeskSize(users));
  await accepted(session, 'u', nightDeskSize(users));
}

async function press(session: Session, ...keys: string[]): Promise<void> {
  for (const key of keys) await session.key(key);
}

function selected(count: number): RegExp {
  return new RegExp(`${count.toLocaleString('en-US')} selected`);
}
