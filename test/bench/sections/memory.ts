import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../data/cache.ts';
import { copyOf } from '../data/copy.ts';
import { nightDesk, nightDeskSize } from '../data/made-up.ts';
import { makeNeedles } from '../data/needles.ts';
import { type Figure, figure } from '../figure.ts';
import { peakMemory, processorTime } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { accepted, addAndUndoThousand, selectAll } from './changes.ts';
import { hold } from './held.ts';

export const memory: Section = { name: 'memory', title: 'Memory and idling', measure };

const megabyte = 1e6;
const idleMs = 10_000;
const seed = 50;

async function measure(bench: Bench): Promise<Figure[]> {
  const small = await peakOf(bench.small, bench);
  const big = await peakOf(bench.data, bench);
  const idle = big.idleMs / idleMs;
  const megabytes = (value: number) => (value / megabyte).toFixed(0);
  const told = (steps: Peak['steps']) =>
    steps.map(({ name, peak }) => `${name} ${megabytes(peak)}`).join(', ');
  return [
    figure(
      'Peak after a session of looking',
      big.peak / megabyte,
      { most: 120 },
      'MB',
      told(big.steps.slice(0, lookingSteps)),
    ),
    figure(
      'Peak ÷ the same at 1,000 users',
      big.peak / small.peak,
      { most: 1.1 },
      '×',
      `÷ ${megabytes(small.peak)} MB`,
    ),
    figure(
      'Peak after changes, too',
      big.steps.at(-1)!.peak / megabyte,
      {},
      'MB',
      told(big.steps.slice(lookingSteps)),
    ),
    figure(
      `Peak once ${nightDeskSize(bench.data.users).toLocaleString('en-US')} were removed and brought back`,
      big.peakOfMany / megabyte,
      {},
      'MB',
    ),
    figure(`Processor, idle for ${idleMs / 1000} s`, 100 * idle, { most: 0.1 }, '%'),
  ];
}

interface Peak {
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
async function peakOf(data: Data, bench: Bench): Promise<Peak> {
  const copy = copyOf(data);
  const session = await openSession(copy.db, { home: copy.home });
  const { pid } = session.recorder;
  const steps: Peak['steps'] = [];
  const did = (name: string) => steps.push({ name, peak: peakMemory(pid) ?? Number.NaN });
  try {
    did('start');
    await hold(session, 'Down', 30);
    await hold(session, 'PageDown', 30);
    did('held keys');
    await search(session, await makeNeedles(data, repetitions(bench, 15), seed));
    did('search');
    await filter(session);
    did('sort and filter');
    const from = processorTime(pid);
    await sleep(idleMs);
    const idle = processorTime(pid) - from;
    for (const { name, work } of [aUser, ...changing]) {
      await work(session, data);
      did(name);
    }
    await removeManyAndUndo(session, data);
    const { peak } = steps[lookingSteps - 1]!;
    return { idleMs: idle, peak, steps, peakOfMany: peakMemory(pid) ?? Number.NaN };
  } finally {
    await session.close();
    copy.remove();
  }
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

const aUser: Step = {
  name: 'a user',
  work: session => press(session, 'Enter', 'PageDown', 'Esc', 'h', 'Esc'),
};
/** Up to and with that one: what the budget is for. A change holds whom it is about, however many users there are. */
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
