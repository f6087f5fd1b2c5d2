import type { CsvProblem } from './problem.ts';
import { problemValue } from './problem.ts';
import type { Scan } from './scan-record.ts';

type Broken = Extract<Scan, { kind: 'broken' }>;

const reasons: Record<Broken['reason'], string> = {
  inside_cell:
    'A quote stands inside a cell that does not begin with one. Put the whole cell in quotes, and write the quote inside it twice.',
  after_closing:
    'The quoted cell that begins here goes on behind its closing quote. Write a quote inside a cell twice, or add the quote that is missing at its end.',
  unclosed: 'The quoted cell that begins here never ends. Add its closing quote, or take this one away.',
};

/** The problem of a record with wrong quotes; `line` is the line of the quote to blame. */
export function brokenQuote(text: string, broken: Broken, line: number): CsvProblem {
  return {
    code: 'broken_quote',
    line,
    value: restOfLine(text, broken.quote),
    message: reasons[broken.reason],
  };
}

/** The problem of a record past the limit; `open` is the quote that was open there, if any, on `line`. */
export function recordTooLarge(text: string, open: number | undefined, line: number): CsvProblem {
  if (open === undefined) {
    return {
      code: 'record_too_large',
      line,
      message: 'The row is longer than 1 MiB. Check that the file is a CSV with one person a line.',
    };
  }
  return {
    code: 'record_too_large',
    line,
    value: restOfLine(text, open),
    message:
      'The quoted cell that begins here does not end within 1 MiB. Add its closing quote, or take this one away.',
  };
}

function restOfLine(text: string, from: number): string {
  return problemValue(text.slice(from, from + 1000).split('\n', 1)[0]!);
}
