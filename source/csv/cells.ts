import { unguard } from './formula-guard.ts';

/** Written in a cell, it empties the field; a blank cell leaves the field as it is. */
export const clearMark = '(clear)';

const plain = /^[!-&(-~](?:[ -~]*[!-~])?$/;
const lineBreak = /\s*[\n\r\u0085\u2028\u2029]\s*/g;
const control = /\p{Cc}/u;

/**
 * The text of a cell as it is kept: without the `'` that an export puts before formula characters and without
 * space around it, line breaks within made a space, in the Unicode form NFC, so that equal names are equal.
 */
export function cleanCell(cell: string): string {
  if (cell === '' || plain.test(cell)) return cell;
  return unguard(cell).trim().replace(lineBreak, ' ').normalize('NFC');
}

/** Whether a cleaned cell still holds control characters, an escape sequence for instance. */
export function hasControlCharacters(text: string): boolean {
  return control.test(text);
}

/** Whether a text has more than `limit` characters (code points). */
export function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && Array.from(text.slice(0, 2 * limit + 1)).length > limit;
}
