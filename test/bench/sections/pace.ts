import { setTimeout as sleep } from 'node:timers/promises';
import { makeNeedles } from '../data/needles.ts';
import { openSession, type Session, type Step } from '../pty/session.ts';
import { type Bench, repetitions } from '../section.ts';
import { setView } from './ways.ts';

/** A typist this fast waits for nothing: what the last letter set going must not hold up the next. */
const paceMs = 100;
const needleCount = 15;
const seed = 100;

/**
 * Needles typed in an even pace, while rows and totals of the letters before are still looked for. For each letter how long
 * it took until its rows, or those of a later one, were shown.
 */
export async function typedInPace(bench: Bench, view: Parameters<typeof setView>[1]): Promise<number[]> {
  const session = await openSession(bench.data.db);
  const times: number[] = [];
  try {
    await setView(session, view);
    for (const needle of await makeNeedles(bench.data, repetitions(bench, needleCount), seed)) {
      const letters = [...needle];
      await begin(session);
      const wanted: string[] = [];
      for (const letter of letters) wanted.push((await session.type(letter)).steps().at(-1)?.shows ?? '');
      await end(session);
      await begin(session);
      times.push(...(await typeInPace(session, letters, wanted)));
      await end(session);
    }
  } finally {
    await session.close();
  }
  return times;
}

/** From the first row, so that the same letters show the same. */
async function begin(session: Session): Promise<void> {
  await session.key('g');
  await session.key('/');
}

async function end(session: Session): Promise<void> {
  await session.key('Ctrl+U');
  await session.key('Enter');
}

async function typeInPace(
  session: Session,
  letters: readonly string[],
  wanted: readonly string[],
): Promise<number[]> {
  const from = performance.now();
  const sent: number[] = [];
  for (const [index, letter] of letters.entries()) {
    const wait = from + index * paceMs - performance.now();
    if (wait > 0) await sleep(wait);
    sent.push(session.recorder.send(letter));
  }
  const steps = (await session.settle(sent.at(-1)!)).steps();
  return sent.map((at, index) => shownFrom(steps, wanted.slice(index), at) - at);
}

/** When one of these pictures was first shown after `from`. */
function shownFrom(steps: readonly Step[], wanted: readonly string[], from: number): number {
  return steps.find(({ at, shows }) => at >= from && wanted.includes(shows))?.at ?? Number.POSITIVE_INFINITY;
}
