import type { Chunk } from './recorder.ts';

/** What is drawn at once. */
export interface Frame {
  /** When its last byte came. */
  at: number;
  bytes: Buffer;
  /** Whether it stands between the marks of a synchronized update; what does not counts as a frame of its own. */
  marked: boolean;
}

const begin = Buffer.from('\x1b[?2026h');
const end = Buffer.from('\x1b[?2026l');

/** The frames of what a program wrote. A last one that has no end yet is not marked. */
export function framesOf(chunks: readonly Chunk[]): Frame[] {
  const all = Buffer.concat(chunks.map(chunk => chunk.bytes));
  const arrival = arrivals(chunks);
  const frames: Frame[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) frames.push({ at: arrival(to - 1), bytes: all.subarray(from, to), marked });
  };
  let at = 0;
  while (at < all.length) {
    const from = all.indexOf(begin, at);
    const mark = from < 0 ? -1 : all.indexOf(end, from);
    add(at, from < 0 ? all.length : from, false);
    if (from < 0) break;
    const to = mark < 0 ? all.length : mark + end.length;
    add(from, to, mark >= 0);
    at = to;
  }
  return frames;
}

/** Each chunk as a frame: of a program that does not mark its frames. */
export function chunksAsFrames(chunks: readonly Chunk[]): Frame[] {
  return chunks.map(({ at, bytes }) => ({ at, bytes, marked: false }));
}

/** When the byte at a place came; asked for places in rising order. */
function arrivals(chunks: readonly Chunk[]): (offset: number) => number {
  let index = 0;
  let endOfChunk = chunks[0]?.bytes.length ?? 0;
  return offset => {
    while (offset >= endOfChunk) {
      index++;
      endOfChunk += chunks[index]!.bytes.length;
    }
    return chunks[index]!.at;
  };
}
