import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from '../process/readings.ts';
import { changedCells, createDisplay, type Picture, sameLines } from './display.ts';
import type { Frame } from './frames.ts';
import type { Chunk, Recorder } from './recorder.ts';

/** A frame, and how much of the screen it changed. */
export interface DrawnFrame {
  bytes: number;
  cells: number;
  marked: boolean;
  /** What was pressed before it. */
  after: string;
}

/** What came until nothing came any more, and what the screen looked like after each frame. */
export interface Seen {
  since: number;
  before: Picture;
  frames: Frame[];
  pictures: Picture[];
}

/** Looks at what a recorder put down, at times when nothing is measured. */
export interface Viewer {
  /** All frames so far; may be emptied. */
  readonly drawn: DrawnFrame[];
  lines(): string[];
  /** Draws one frame after the other as it came. */
  drawNew(after: string): AsyncGenerator<{ frame: Frame; picture: Picture }>;
  /** Waits until keys sent at `since` are answered and nothing more is to come; then draws it. */
  settle(since: number, after: string): Promise<Seen>;
  close(): void;
}

export interface ViewerOptions {
  split(chunks: readonly Chunk[]): Frame[];
  /** Nothing for so long is taken for the end of an answer, if nothing else speaks against it. */
  quietMs: number;
  /** Whether more will come, by what the screen says. */
  pending(lines: readonly string[]): boolean;
}

export const patienceMs = 30_000;
/** Without any answer for so long, none will come. */
const unansweredMs = 250;
const glanceMs = 4;

export function createViewer(recorder: Recorder, { split, quietMs, pending }: ViewerOptions): Viewer {
  const display = createDisplay(recorder.columns, recorder.rows);
  const drawn: DrawnFrame[] = [];
  let shown: Picture = display.picture();

  async function* drawNew(after: string): AsyncGenerator<{ frame: Frame; picture: Picture }> {
    for (const frame of split(recorder.take())) {
      await display.draw(frame);
      const picture = display.picture();
      drawn.push({
        bytes: frame.bytes.length,
        cells: changedCells(shown, picture),
        marked: frame.marked,
        after,
      });
      shown = picture;
      yield { frame, picture };
    }
  }

  /** Nothing comes any more, and the program rests: on a busy machine it may be long before it has its turn. */
  const quiet = async (from: number, deadline: number): Promise<void> => {
    for (;;) {
      // Some keys change nothing on the screen: then it only rests.
      await recorder.quiet(from, quietMs, unansweredMs);
      if ((await rests(recorder.pid)) || performance.now() > deadline) return;
    }
  };

  return {
    drawn,
    lines: () => display.lines(),
    drawNew,
    async settle(since, after) {
      const deadline = since + patienceMs;
      const seen: Seen = { since, before: shown, frames: [], pictures: [] };
      let from = since;
      do {
        await quiet(from, deadline);
        for await (const { frame, picture } of drawNew(after)) {
          seen.frames.push(frame);
          seen.pictures.push(picture);
        }
        from = performance.now();
      } while (pending(display.lines()) && from < deadline);
      return seen;
    },
    close: () => display.close(),
  };
}

/** How long it took until these lines looked as they did in the end; `toLine` is not included. */
export function timeUntilShown(seen: Seen, fromLine: number, toLine: number): number {
  return timeUntil(seen, (one, last) => sameLines(one, last, fromLine, toLine));
}

/** How long it took until the screen was the same as in the end, as far as `same` looks. */
export function timeUntil(
  { since, frames, pictures }: Seen,
  same: (one: Picture, last: Picture) => boolean,
): number {
  const last = pictures.at(-1);
  let index = pictures.length - 1;
  while (index > 0 && last && same(pictures[index - 1]!, last)) index--;
  return (frames[index]?.at ?? Number.NaN) - since;
}

/** Looks twice: between two of its steps it may seem to rest. */
async function rests(pid: number): Promise<boolean> {
  if (isBusy(pid)) {
    await sleep(glanceMs);
    return false;
  }
  await sleep(glanceMs);
  return !isBusy(pid);
}
