import { setImmediate } from 'node:timers/promises';
import type { Turn } from '../source/roster/turn.ts';

/** Nobody waits for the result any more. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

/** For what is read to its end, whatever else is asked meanwhile: only signals and the like get their turn. */
export const unhurried: Turn = {
  async pause() {
    await setImmediate();
    return false;
  },
};

/** The result of `work`; null if it was overtaken. */
export async function unlessOvertaken<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Overtaken) return null;
    throw error;
  }
}

/** The pieces of `work`, as far as it comes before it is overtaken. */
export async function* untilOvertaken<T>(work: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* work;
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
}

/** Milliseconds of work in one piece; a key that comes meanwhile waits as long. */
const pieceLength = 4;
/** Of the first: what takes no longer comes with the frame that waits to be drawn. */
const firstPieceLength = 1;

/** Whatever is asked of so few users is answered in one piece, so that it is there with the rows. */
const answeredAtOnce = 5_000;

/**
 * Lets others have their turn once a piece of work on so many users has been done, or would be after what comes next, which
 * is expected to take so many milliseconds. Throws Overtaken.
 */
export function pacer(turn: Turn, users: number): (expected?: number) => Promise<void> {
  if (users <= answeredAtOnce) return async () => {};
  let began = performance.now();
  let length = firstPieceLength;
  return async (expected = 0) => {
    if (performance.now() - began + expected < length) return;
    if (await turn.pause()) throw new Overtaken();
    began = performance.now();
    length = pieceLength;
  };
}

/** Lets others have their turn before something that takes longer than a frame may wait for. Throws Overtaken. */
export async function giveWay(turn: Turn, users: number): Promise<void> {
  if (users > answeredAtOnce && (await turn.pause())) throw new Overtaken();
}
