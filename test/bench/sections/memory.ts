import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../data/cache.ts';
import { makeNeedles } from '../data/needles.ts';
import { type Figure, figure } from '../figure.ts';
import { peakMemory, processorTime } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { hold } from './held.ts';

export const memory: Section = { name: 'memory', title: 'Memory and idling', measure };

const megabyte = 1e6;
const idleMs = 10_000;
const seed = 50;

async function measure(bench: Bench): Promise<Figure[]> {
  const small = await peakOf(bench.small, bench);
  const big = await peakOf(bench.data, bench);
  const idle = big.idleMs / idleMs;
  return [
    figure('Peak after a session', big.peak / megabyte, { most: 120 }, 'MB'),
    figure(
      'Peak ÷ the same at 1,000 users',
      big.peak / small.peak,
      { most: 1.1 },
      '×',
      `÷ ${(small.peak / megabyte).toFixed(0)} MB`,
    ),
    figure(`Processor, idle for ${idleMs / 1000} s`, 100 * idle, { most: 0.1 }, '%'),
  ];
}

/** The most memory that a session of searching, scrolling and filtering took, and the processor's time when idle. */
async function peakOf(data: Data, bench: Bench): Promise<{ peak: number; idleMs: number }> {
  const session = await openSession(data.db);
  try {
    await work(session, await makeNeedles(data, repetitions(bench, 15), seed));
    const { pid } = session.recorder;
    const from = processorTime(pid);
    await sleep(idleMs);
    return { idleMs: processorTime(pid) - from, peak: peakMemory(pid) ?? Number.NaN };
  } finally {
    await session.close();
  }
}

async function work(session: Session, needles: readonly string[]): Promise<void> {
  await hold(session, 'Down', 30);
  await hold(session, 'PageDown', 30);
  await session.key('/');
  for (const needle of needles) {
    for (const letter of needle) await session.type(letter);
    await session.key('Down');
    await session.key('Ctrl+U');
  }
  await session.key('Enter');
  for (const key of ['s', 's', 's', '>', '>', '>', '>', '>', '=', 'G', 'g']) await session.key(key);
  for (const queue of ['Billing', 'Sales']) {
    await session.key('f');
    await session.type(queue);
    await session.key('Enter');
    await hold(session, 'PageDown', 30, 1_000);
    await session.key('F');
  }
}
