import { blankRow, drawingCost, type Row } from './cells.ts';

/** Row `from` of what is shown is kept as row `to` of what is wanted. */
export interface Match {
  from: number;
  to: number;
}

interface Chain {
  /** Bytes that it saves, less what the moves take. */
  value: number;
  last: Match;
  before: Chain | null;
}

// Bytes that taking lines out or putting them in takes, and the margins around all such steps.
export const STEP = 9;
export const MARGINS = 14;
// A row is worth keeping where so much of it need not be drawn; rows of one table have something in common anyway.
const LEAST = 0.5;

/**
 * Which rows from `first` to `last` are kept, in order, where some of them move up or down, so that least is to be
 * drawn; empty where nothing is gained over leaving all in their places.
 */
export function matchLines(
  shown: readonly Row[],
  wanted: readonly Row[],
  first: number,
  last: number,
): Match[] {
  if (!mayMove(shown.slice(first, last + 1), wanted.slice(first, last + 1))) return [];
  const size = last - first + 1;
  /** The best chains that end with each offset. */
  const along = new Map<number, Chain>();
  /** The best chains that use no row of `shown` behind each, and of `wanted` only those above. */
  let best = new Array<Chain | null>(size + 1).fill(null);
  let staying = 0;
  const blank = blankRow(wanted[0]!.text.length);
  for (let to = first; to <= last; to++) {
    const next: (Chain | null)[] = [null];
    const ended: Chain[] = [];
    const whole = drawingCost(blank, wanted[to]!);
    for (let from = first; from <= last; from++) {
      const index = from - first;
      const saved = savedBytes(shown[from]!, wanted[to]!, whole);
      let longest = better(best[index + 1]!, next[index]!);
      if (from === to) staying += saved;
      if (saved > 0) {
        const chain = extend({ from, to }, saved, along.get(from - to) ?? null, best[index]!);
        ended.push(chain);
        longest = better(longest, chain);
      }
      next.push(longest);
    }
    for (const chain of ended) {
      const offset = chain.last.from - chain.last.to;
      along.set(offset, better(along.get(offset) ?? null, chain)!);
    }
    best = next;
  }
  const chosen = best[size]!;
  return chosen && chosen.value > staying + MARGINS ? matchesOf(chosen) : [];
}

function extend(last: Match, saved: number, same: Chain | null, other: Chain | null): Chain {
  let before: Chain | null = null;
  let value = last.from === last.to ? 0 : -STEP;
  if (same && same.value > value) [before, value] = [same, same.value];
  if (other && other.value - STEP > value) [before, value] = [other, other.value - STEP];
  return { value: value + saved, last, before };
}

/** How many bytes less than `whole` it takes where `shown` is there already; 0 where that is not worth it. */
function savedBytes(shown: Row, wanted: Row, whole: number): number {
  if (!isAlike(shown, wanted)) return 0;
  const most = whole * (1 - LEAST);
  const cost = drawingCost(shown, wanted, most);
  return cost <= most ? whole - cost : 0;
}

/** Whether any row is like one that stood elsewhere: of a page of others none is, and that is seen quickly. */
function mayMove(shown: readonly Row[], wanted: readonly Row[]): boolean {
  return wanted.some((row, to) =>
    shown.some((other, from) => from !== to && row.length > 0 && isAlike(other, row)),
  );
}

/** Whether a closer look may be worth it: half of the text stands in pieces that are the same. */
function isAlike(shown: Row, wanted: Row): boolean {
  if (shown === wanted) return true;
  const one = piecesOf(shown);
  const other = piecesOf(wanted);
  let length = 0;
  let same = 0;
  for (let index = 0; index < other.length; index++) {
    const piece = other[index]!;
    length += piece.length;
    if (piece === one[index]) same += piece.length;
  }
  return 2 * same >= length;
}

const PIECE = 15;
const known = new WeakMap<Row, string[]>();

/** The text of a row in pieces of some cells, without blanks around. */
function piecesOf(row: Row): string[] {
  const found = known.get(row);
  if (found) return found;
  const pieces: string[] = [];
  for (let x = 0; x < row.text.length; x += PIECE)
    pieces.push(
      row.text
        .slice(x, x + PIECE)
        .join('')
        .trim(),
    );
  known.set(row, pieces);
  return pieces;
}

function better(one: Chain | null, other: Chain | null): Chain | null {
  if (!one || !other) return one ?? other;
  return other.value > one.value ? other : one;
}

function matchesOf(chain: Chain): Match[] {
  const list: Match[] = [];
  for (let link: Chain | null = chain; link; link = link.before) list.unshift(link.last);
  return list;
}
