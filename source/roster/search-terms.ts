import { fold } from './fold.ts';
import { segments } from './graphemes.ts';

/** The folded words of a search; a user matches who has every one of them in name, e-mail or department. */
export function searchWords(text: string): string[] {
  return [...new Set(fold(text.toWellFormed()).split(/\s+/).filter(Boolean))];
}

/** A half-open range of UTF-16 positions in the text that was searched. */
export interface MatchRange {
  start: number;
  end: number;
}

/** Where `words` (already folded) occur in `text`, in order and without overlaps; never splits a character. */
export function matchRanges(text: string, words: readonly string[]): MatchRange[] {
  if (words.length === 0 || text === '') return [];
  const { folded, startOf, endOf } = foldWithPositions(text);
  const ranges: MatchRange[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      ranges.push({ start: startOf[at]!, end: endOf[at + word.length - 1]! });
    }
  }
  return mergeRanges(ranges);
}

function foldWithPositions(text: string) {
  let folded = '';
  const startOf: number[] = [];
  const endOf: number[] = [];
  for (const { segment, index } of segments(text)) {
    const piece = fold(segment);
    folded += piece;
    for (let i = 0; i < piece.length; i++) {
      startOf.push(index);
      endOf.push(index + segment.length);
    }
  }
  return { folded, startOf, endOf };
}

function mergeRanges(ranges: MatchRange[]): MatchRange[] {
  const merged: MatchRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
