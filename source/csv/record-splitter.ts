import type { CsvProblem } from './problem.ts';
import { brokenQuote, recordTooLarge } from './record-problems.ts';
import type { Scan } from './scan-record.ts';
import { scanRecord, withoutPadding } from './scan-record.ts';

/** A whole, well-quoted record as it is written, without its line break and spaces around quotes. */
export interface RawRecord {
  /** The 1-based line on which it begins. */
  line: number;
  text: string;
  /** Whether there are quotes in it. */
  quoted: boolean;
}

/** The longest record that is read, in UTF-16 code units: an endless quoted cell must not fill the memory. */
export const recordLimit = 1024 * 1024;

type Found = Scan | { kind: 'too_large'; open: number | undefined };

/**
 * Cuts a streamed text (line feeds as line breaks) into whole records. A broken record costs only
 * itself: it becomes a problem, and reading goes on at the line after the one with the quote to blame. Blank
 * lines are no records.
 */
export class RecordSplitter {
  readonly #separator: string;
  #line: number;
  #text = '';
  /** Inside the rest of a line that belongs to a record given up. */
  #skipping = false;
  /** The next quote at or behind the place that is looked at, or -1. Kept so as not to search for it every row. */
  #quote = -1;

  /** `line` is the line on which the text begins. */
  constructor(separator: string, line: number) {
    this.#separator = separator;
    this.#line = line;
  }

  /** The line that the text pushed so far ends in. */
  get lastLine(): number {
    return this.#line + lineBreaks(this.#text, 0, this.#text.length);
  }

  /** Takes the next text; `ended` with the last one, which may be empty. */
  push(more: string, ended: boolean): (RawRecord | CsvProblem)[] {
    const text = this.#text + more;
    const parts: (RawRecord | CsvProblem)[] = [];
    let at = this.#skipping ? this.#resume(text, 0, 0) : 0;
    this.#quote = text.indexOf('"', at);
    while (at < text.length) {
      const found = this.#find(text, at, ended);
      if (found.kind === 'more') break;
      if (found.kind === 'record') {
        const { end } = found;
        const quoted = this.#quote !== -1 && this.#quote < end;
        const textEnd = text[end - 1] === '\n' ? end - 1 : end;
        if (textEnd > at) {
          const raw = text.slice(at, textEnd);
          const written = found.padded ? withoutPadding(raw, this.#separator) : raw;
          parts.push({ line: this.#line, text: written, quoted });
        }
        this.#line += quoted ? lineBreaks(text, at, end) : end - textEnd;
        at = end;
      } else {
        const blamed = found.kind === 'broken' ? found.quote : found.open;
        const line = this.#line + lineBreaks(text, at, blamed ?? at);
        parts.push(
          found.kind === 'broken' ? brokenQuote(text, found, line) : recordTooLarge(text, found.open, line),
        );
        at = this.#resume(text, at, blamed ?? at + recordLimit);
      }
    }
    this.#text = text.slice(at);
    return parts;
  }

  #find(text: string, at: number, ended: boolean): Found {
    const newline = text.indexOf('\n', at);
    if (this.#quote !== -1 && this.#quote < at) this.#quote = text.indexOf('"', at);
    const plain = newline !== -1 && (this.#quote === -1 || this.#quote > newline);
    const scan: Scan = plain
      ? { kind: 'record', end: newline + 1 }
      : scanRecord(text, at, this.#separator, ended);
    const reached = scan.kind === 'record' ? scan.end : scan.kind === 'broken' ? scan.at : text.length;
    if (reached - at <= recordLimit) return scan;
    // What was open at the limit is to blame, however much text happens to have come in one chunk.
    const within = scanRecord(text.slice(at, at + recordLimit), 0, this.#separator, false);
    const open = within.kind === 'more' && within.open !== undefined ? at + within.open : undefined;
    return { kind: 'too_large', open };
  }

  /** Gives up the record at `at`; returns where the line after the one with `blamed` begins. */
  #resume(text: string, at: number, blamed: number): number {
    const newline = text.indexOf('\n', blamed);
    this.#skipping = newline === -1;
    const next = this.#skipping ? text.length : newline + 1;
    this.#line += lineBreaks(text, at, next);
    return next;
  }
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
