import { listed } from '../roster/text/words.ts';
import { shownHeader } from './problem.ts';
import { wordKey } from './truth-words.ts';

/** In brackets behind a name: what kind of remark it is, or the attribute itself. Not an index, as in `emails[0].value`. */
const bracketed = /\[([^\]]*)\](?!\.)/g;
const inParentheses = /\([^()]*\)/g;
/** Entra asks `Block sign in (Yes/No)`, in the language of the admin. */
const asked = /\([^()/]+\/[^()/]+\)/;
const blocking = /blo[ckq]|sperr/i;

/**
 * The names that a header may go by, without regard to case, accents, spaces and punctuation, the best first: the attribute
 * in brackets (`First name [givenName] Required`), what stands before the brackets (`Status [READ ONLY]`), and that
 * without a remark in parentheses.
 */
export function headerKeys(header: string): string[] {
  const attributes = Array.from(header.matchAll(bracketed), ([, attribute = '']) => attribute);
  const before = attributes.length === 0 ? header : header.slice(0, header.search(bracketed));
  const keys = [...attributes, before, before.replace(inParentheses, '')].map(wordKey);
  return [...new Set(keys)].filter(key => key !== '');
}

/** Whether a header that names an attribute asks for its opposite: `Block sign in (Yes/No) [accountEnabled]`. */
export function asksToBlock(header: string): boolean {
  const before = header.slice(0, Math.max(0, header.search(bracketed)));
  return asked.test(before) || blocking.test(before);
}

/** So many columns are named; the exports of directories have some forty. */
const namedAtMost = 60;

/** Which columns of a file an import takes and which not, as every import says it (domain rule 10). */
export function columnsLine(used: readonly string[], unused: readonly string[]): string {
  const names = (headers: readonly string[]) => listed(headers.map(shownHeader), namedAtMost);
  return `Columns used: ${names(used)}.${unused.length > 0 ? ` Not used: ${names(unused)}.` : ''}`;
}

/**
 * Whether a row names the columns anew, as where files were put together: as the first did, or differently – then what
 * stands below it is not what the first header says. Null if it is a row like others.
 */
export function headerAgain(cells: readonly string[], first: readonly string[]): 'same' | 'different' | null {
  if (cells.some(cell => cell.includes('@'))) return null;
  const keys = (names: readonly string[]) => names.map(wordKey).join('\n').trimEnd();
  if (keys(cells) === keys(first)) return 'same';
  const known = new Set(first.map(wordKey).filter(key => key !== ''));
  const named = cells.filter(cell => known.has(wordKey(cell)));
  return named.length > 1 && named.length * 2 > known.size ? 'different' : null;
}

export const otherHeader =
  'This line names the columns anew, and not as the first line does. Several files were put together: import them one by one.';
