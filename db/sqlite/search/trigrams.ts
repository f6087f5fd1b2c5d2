import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { holds, noConditions } from './conditions.ts';

const trigramLength = 3;
/** Who has all of so many trigrams are few; what else they need not have is told by their text. */
const mostAsked = 64;
/** A word is rare that fewer than `page` have of the first `looked` in the order of names. */
const rare = { looked: 20_000, page: 50 };
/** Trigrams that begin with one word; where they are more, everybody's text is read. */
const mostBeginnings = 400;
/** Whatever a trigram ends with, nothing sorts behind this. */
const last = '\u{10ffff}\u{10ffff}';

/**
 * What the index of trigrams is asked for these folded words; null if all of them are shorter, and many have them. It finds
 * some more than have the words: who has all trigrams of a word need not have them in a row.
 */
export async function trigramsOf(db: Db, words: readonly string[]): Promise<string | null> {
  const asked = new Set<string>();
  // A question to the index ends at the first NUL; nobody's name has one.
  for (const word of words.filter(word => !word.includes('\0'))) {
    if ([...word].length >= trigramLength) for (const trigram of trigramsIn(word)) asked.add(quoted(trigram));
    else if (await isRare(db, word)) asked.add(await beginningWith(db, word));
  }
  asked.delete('');
  return asked.size === 0 ? null : [...asked].slice(0, mostAsked).join(' AND ');
}

/** Every third trigram is enough. */
function trigramsIn(word: string): string[] {
  const letters = [...word];
  const trigrams: string[] = [];
  for (let at = 0; at + trigramLength <= letters.length; at += trigramLength)
    trigrams.push(letters.slice(at, at + trigramLength).join(''));
  return [...trigrams, letters.slice(-trigramLength).join('')];
}

/** For a word that many have a page is found sooner in their text. */
async function isRare(db: Db, word: string): Promise<boolean> {
  const { rows } = await sql`select 1 from (
      select search_key from user_search not indexed order by name_rank limit ${rare.looked}
    ) s where ${holds({ ...noConditions, words: [word] })} limit ${rare.page}`.execute(db);
  return rows.length < rare.page;
}

/** Any trigram that begins with a word; nothing if they are too many. */
async function beginningWith(db: Db, text: string): Promise<string> {
  // As the index takes them.
  const word = text.replace(/[\ufffe\uffff]/g, '\ufffd');
  const { rows } = await sql<{ term: string }>`select term from user_trigram_terms
    where term >= ${word} and term <= ${word + last} limit ${mostBeginnings + 1}`.execute(db);
  if (rows.length > mostBeginnings) return '';
  // A word that none begins with nobody has, nor anything that goes on like this.
  const nobodys = [...word, ...last].slice(0, trigramLength).join('');
  const terms = rows.length > 0 ? rows.map(row => row.term) : [nobodys];
  return `(${terms.map(quoted).join(' OR ')})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
