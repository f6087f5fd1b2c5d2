import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../data/cache.ts';
import { makeNeedles } from '../data/needles.ts';
import { peakMemory, processorTime } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { DrawnFrame } from '../pty/viewer.ts';
import { type Said, shownIn } from '../sections/answers.ts';
import { hold } from '../sections/held.ts';
import { median } from '../statistics.ts';

/** What a short session of searching, moving and scrolling took. */
export interface ShortStory {
  /** The processor's time, in milliseconds, for a key in the search, for one that moves, */
  searchKey: number;
  moveKey: number;
  /** For one that sorts, filters or goes to an end. */
  viewKey: number;
  framesOfMove: number;
  /** Of a letter behind what nobody has. */
  bytesOfLetter: number;
  bytesOfMove: number;
  bytesOfHeldStep: number;
  idleBytes: number;
  frames: readonly DrawnFrame[];
  /** Bytes. */
  peak: number;
  /** What it said of each search. */
  said: Said[];
}

const needleCount = 4;
const seed = 7;
const moves = 15;
const heldMs = 2_000;
/** Back to where it was in the end. */
const viewChanges = ['s', 's', 's', '>', '=', '>', '>', '>', '>', 'G', 'g'];
const idleMs = 500;
const queue = 'Billing';

export async function tellShortStory(data: Data): Promise<ShortStory> {
  const session = await openSession(data.db);
  try {
    // First what warms it up, or the first letters would measure how Node compiles.
    const held = await hold(session, 'Down', 30, heldMs);
    await session.key('g');
    const bytes: number[] = [];
    const frames: number[] = [];
    const moveKeys: number[] = [];
    for (let move = 0; move < moves; move++)
      moveKeys.push(
        await taken(session, async () => {
          const answer = await session.key('Down');
          bytes.push(answer.bytes);
          frames.push(answer.frames);
        }),
      );
    const viewKeys: number[] = [];
    for (const key of viewChanges) viewKeys.push(await taken(session, () => session.key(key)));
    const said: Said[] = [];
    const needles = await makeNeedles(data, needleCount, seed);
    const [plain, filtered] = [needles.slice(0, needleCount / 2), needles.slice(needleCount / 2)];
    const searchKeys = await search(session, plain, undefined, said);
    await session.key('f');
    await session.type(queue);
    await session.key('Enter');
    searchKeys.push(...(await search(session, filtered, queue, said)));
    await session.key('/');
    await session.type('zqx');
    const letter = await session.type('q');
    await sleep(idleMs);
    const idle = await session.settle(performance.now());
    return {
      searchKey: median(searchKeys),
      moveKey: median(moveKeys),
      viewKey: median(viewKeys),
      framesOfMove: Math.max(...frames),
      bytesOfLetter: letter.bytes,
      bytesOfMove: median(bytes),
      bytesOfHeldStep: held.bytes / held.keys,
      idleBytes: idle.bytes,
      frames: session.drawn,
      peak: peakMemory(session.recorder.pid) ?? Number.NaN,
      said,
    };
  } finally {
    await session.close();
  }
}

/** The processor's time of each letter. */
async function search(
  session: Session,
  needles: readonly string[],
  inQueue: string | undefined,
  said: Said[],
): Promise<number[]> {
  const times: number[] = [];
  await session.key('/');
  for (const needle of needles) {
    for (const letter of needle) times.push(await taken(session, () => session.type(letter)));
    said.push({ search: needle, queue: inQueue, ...shownIn(session.lines(), session.footer()) });
    await session.key('Ctrl+U');
  }
  await session.key('Enter');
  return times;
}

async function taken(session: Session, act: () => Promise<unknown>): Promise<number> {
  const { pid } = session.recorder;
  const from = processorTime(pid);
  await act();
  return processorTime(pid) - from;
}
