import { sql } from 'kysely';
import type { Db } from './dialect.ts';

const pieceLength = 3;
/** More pieces than these begin with a letter that is in nearly every name; reading on finds it sooner. */
const mostPieces = 300;
/** In the index these stand for one another. */
const replacement = '\ufffd';
const takenForOthers = /[\ufffd-\uffff]/;
/** No piece comes behind this one. */
const lastPiece = '\u{10ffff}'.repeat(pieceLength);
/** Behind two line ends there is at most a third: no e-mail is empty. */
const nobodysPiece = '\n\na';
/** Who has all of so many pieces are few; what else they need not have is told by their text. */
const piecesAsked = 64;
/** Nobody searches for more words than these; if they do, the others are told by the text as well. */
export const wordsCounted = 8;

/**
 * What the index of three-letter pieces is asked for these folded words; null if all of them are shorter. It finds some
 * more than have the words: who has all pieces of a word need not have them in a row. Every third piece is enough.
 */
export function trigramsOf(words: readonly string[]): string | null {
  // A question to the index ends at the first NUL; nobody's name has one.
  const pieces = new Set(words.flatMap(piecesOf).filter(piece => !piece.includes('\0')));
  if (pieces.size === 0) return null;
  return [...pieces].slice(0, piecesAsked).map(quoted).join(' AND ');
}

function piecesOf(word: string): string[] {
  const letters = [...word];
  if (letters.length < pieceLength) return [];
  const pieces: string[] = [];
  for (let at = 0; at + pieceLength <= letters.length; at += pieceLength)
    pieces.push(letters.slice(at, at + pieceLength).join(''));
  return [...pieces, letters.slice(-pieceLength).join('')];
}

/** As `trigramsOf` for a word of one or two letters: any of the pieces that begin with it; null if these are too many. */
export async function trigramsBeginning(db: Db, word: string): Promise<string | null> {
  const beginning = word.replaceAll(/[\ufffe\uffff]/g, replacement);
  const { rows } = await sql<{ term: string }>`
    select term from user_trigram_terms where term >= ${beginning} and term <= ${beginning + lastPiece}
    limit ${mostPieces + 1}`.execute(db);
  if (rows.length > mostPieces) return null;
  // Nobody has what no piece begins with, and the index does not take an empty question.
  if (rows.length === 0) return quoted(nobodysPiece);
  return rows.map(row => quoted(row.term)).join(' OR ');
}

/**
 * What the index is asked for in order to count: who has all the longer words, or if there are none, a short
 * one that `isRare`: the pieces that begin with a common one are read longer than everybody's text. `told` are the words that
 * whoever it finds has for certain; null if it can't tell any word.
 */
export async function trigramsToCount(
  db: Db,
  words: readonly string[],
  isRare: (word: string) => Promise<boolean>,
): Promise<{ match: string; told: ReadonlySet<string> } | null> {
  const told = new Set<string>();
  const parts: string[] = [];
  for (const word of words.slice(0, wordsCounted)) {
    const part = trigramsOf([word]);
    if (part === null) continue;
    parts.push(part);
    // A longer word's pieces need not stand in a row.
    if ([...word].length === pieceLength && !takenForOthers.test(word)) told.add(word);
  }
  if (parts.length > 0) return { match: parts.map(part => `(${part})`).join(' AND '), told };
  for (const word of words.slice(0, wordsCounted)) {
    if (!(await isRare(word))) continue;
    const match = await trigramsBeginning(db, word);
    if (match !== null) return { match, told: takenForOthers.test(word) ? told : new Set([word]) };
  }
  return null;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
