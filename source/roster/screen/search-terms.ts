import { fold } from '../text/fold.ts';
import { segments } from '../text/graphemes.ts';

/** Of more words nobody looks which are part of others: each would be held against each. */
const wordsCompared = 50;

/**
 * The folded words of a search, of a pasted address without what is around it; a user matches who has every one of them in name, e-mail or department. A word that is part
 * of another says nothing more, such as the first letter of a second one that is only being typed.
 */
export function searchWords(text: string): string[] {
  const words = [...new Set(bare(fold(text.toWellFormed())).split(/\s+/).filter(Boolean))];
  if (words.length > wordsCompared) return words;
  return words.filter(word => !words.some(other => other !== word && other.includes(word)));
}

/** What mail programs write around names and addresses: `"Silva, Ana" <ana@acme.example>;`. */
const aroundWords = /(?<=^|\s)(?:mailto:|[<("',;])+|[>)"',;]+(?=\s|$)/g;

/** A text without what stands around an address that was pasted. */
function bare(text: string): string {
  return text.includes('@') ? text.replace(aroundWords, '') : text;
}

/** A half-open range of UTF-16 positions in the text that was searched. */
export interface MatchRange {
  start: number;
  end: number;
}

/** Where `words` (already folded) occur in `text`, in order and without overlaps; never splits a character. */
export function matchRanges(text: string, words: readonly string[]): MatchRange[] {
  if (words.length === 0 || text === '') return [];
  const { folded, startOf, endOf } = plainAscii.test(text) ? foldedInPlace(text) : foldWithPositions(text);
  const ranges: MatchRange[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      ranges.push({ start: startOf(at), end: endOf(at + word.length - 1) });
    }
  }
  return mergeRanges(ranges);
}

/** Folded text, and where in the text before each of its letters begins and ends. */
interface Folded {
  folded: string;
  startOf(at: number): number;
  endOf(at: number): number;
}

const plainAscii = /^[\x20-\x7e]*$/;

/** Of nearly all texts each letter stays where it is. */
function foldedInPlace(text: string): Folded {
  return { folded: fold(text), startOf: at => at, endOf: at => at + 1 };
}

function foldWithPositions(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of segments(text)) {
    const piece = fold(segment);
    folded += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return { folded, startOf: at => starts[at]!, endOf: at => ends[at]! };
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
