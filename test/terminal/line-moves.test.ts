import { expect, it } from 'vitest';
import { parseRow, type Row } from '../../source/terminal/cells.ts';
import { findLineMoves, movedRows } from '../../source/terminal/line-moves.ts';

const text = (word: string) => `${word} ${word.repeat(60).slice(0, 60)}`;
/** The same word makes the same row, as from frame to frame. */
const known = new Map<string, Row>();
const rows = (...words: string[]): Row[] =>
  words.map(word => known.get(word) ?? known.set(word, parseRow(word && text(word), 80)).get(word)!);

/** What is shown after the moves, by the words that were given; a blank line is empty. */
function after(shown: readonly string[], wanted: readonly string[]): string[] | null {
  const before = rows(...shown);
  const moves = findLineMoves(before, rows(...wanted));
  return moves ? movedRows(before, moves).map(row => row.text.join('').split(' ')[0]!) : null;
}

it('moves what stays beside each other in one step', () => {
  const shown = ['top', 'a', 'b', 'c', 'd', 'e', 'foot'];
  expect(after(shown, ['top', 'b', 'c', 'd', 'e', 'f', 'foot'])).toEqual([
    'top',
    'b',
    'c',
    'd',
    'e',
    '',
    'foot',
  ]);
  expect(after(shown, ['top', 'z', 'a', 'b', 'c', 'd', 'foot'])).toEqual([
    'top',
    '',
    'a',
    'b',
    'c',
    'd',
    'foot',
  ]);
});

it('takes lines out in several places, and puts some in', () => {
  const shown = ['top', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'foot'];
  expect(after(shown, ['top', 'a', 'c', 'e', 'g', '', '', '', 'foot'])).toEqual([
    'top',
    'a',
    'c',
    'e',
    'g',
    '',
    '',
    '',
    'foot',
  ]);
  expect(after(shown, ['top', 'x', 'a', 'b', 'c', 'd', 'f', 'g', 'foot'])).toEqual([
    'top',
    '',
    'a',
    'b',
    'c',
    'd',
    'f',
    'g',
    'foot',
  ]);
});

it('follows rows that changed a little on their way', () => {
  const shown = rows('top', 'a', 'b', 'c', 'd', 'e', 'foot');
  const marked = ['b', 'c', 'd', 'e'].map(word => parseRow(text(word).replace(' ', ' \x1b[1mNew\x1b[m'), 80));
  const moves = findLineMoves(shown, [shown[0]!, ...marked, parseRow('', 80), shown[6]!]);
  expect(moves).toEqual({ top: 1, bottom: 5, deletes: [{ y: 1, count: 1 }], inserts: [] });
});

it('moves nothing where other text comes, or next to nothing changes', () => {
  const shown = ['top', 'a', 'b', 'c', 'd', 'e', 'foot'];
  expect(after(shown, ['top', '1', '2', '3', '4', '5', 'foot'])).toBeNull();
  expect(after(shown, ['top', 'b', 'a', 'c', 'd', 'e', 'foot'])).toBeNull();
  expect(after(shown, shown)).toBeNull();
});
