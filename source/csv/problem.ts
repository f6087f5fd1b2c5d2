import { cutText, shownLimit, valueLimit } from '../roster/text/cut-text.ts';

/** Everything that can be wrong with a file of people. The codes are stable: scripts compare them. */
export type CsvProblemCode =
  | 'address_taken'
  | 'broken_quote'
  | 'control_characters'
  | 'duplicate_email'
  | 'duplicate_id'
  | 'empty_file'
  | 'invalid_email'
  | 'invalid_encoding'
  | 'looks_like_users'
  | 'missing_column'
  | 'missing_email'
  | 'other_header'
  | 'other_person'
  | 'record_too_large'
  | 'too_long'
  | 'too_many_columns'
  | 'unknown_account_status';

/**
 * One thing that is wrong with a file. `line` is the 1-based physical line on which the row begins (for a
 * quote: the line of that quote), `column` the header as it stands in the file, `value` the cell as it was
 * read, cut to 200 characters. `value` may hold control characters: escape it before it reaches a terminal.
 * `message` is safe to print. `fatal` means that nothing was read from this line on.
 */
export interface CsvProblem {
  code: CsvProblemCode;
  line: number;
  column?: string;
  value?: string;
  message: string;
  fatal?: true;
}

/**
 * A cell as a problem carries it: bounded, so that one huge cell cannot fill the list of problems, and a copy,
 * since a part of a string would keep alive the whole piece of the file that it was cut from.
 */
export function problemValue(value: string): string {
  return Buffer.from(cutText(value, valueLimit)).toString();
}

/** A cell as a sentence shows it: in double quotes, short, with everything that a terminal might obey escaped. */
export function shown(value: string): string {
  return `"${shownHeader(value)}"`;
}

/** The name of a column as a sentence shows it: like a cell, but without the quotes. */
export function shownHeader(name: string): string {
  return cutText(name, shownLimit).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
