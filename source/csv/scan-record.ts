/** Where a record ends in a text, or why that cannot be said. Positions are indices into the text. */
export type Scan =
  /** A whole record; `end` is behind its line break. In a `padded` one spaces stand around the quotes of a cell. */
  | { kind: 'record'; end: number; padded?: boolean }
  /** The record goes on behind the text; `open` is the quote in which the text ends. */
  | { kind: 'more'; open?: number }
  /** Quotes are wrong: `reason` at `at`; `quote` is the quote to blame. */
  | { kind: 'broken'; reason: 'inside_cell' | 'after_closing' | 'unclosed'; quote: number; at: number };

/**
 * Finds the end of the record that begins at `start`, by the rules of RFC 4180: a quote opens only at the
 * beginning of a cell; inside, `""` is a quote; behind the closing one comes a separator, a line break or the
 * end. Spaces around the quotes are let pass, as usual tools write them. Line breaks are line feeds. `ended` says that no text follows.
 */
export function scanRecord(text: string, start: number, separator: string, ended: boolean): Scan {
  let newline = text.indexOf('\n', start);
  let at = start;
  let padded = false;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (newline !== -1 && newline < at) newline = text.indexOf('\n', at);
    if (newline !== -1 && (quote === -1 || newline < quote))
      return { kind: 'record', end: newline + 1, padded };
    if (quote === -1) return ended ? { kind: 'record', end: text.length, padded } : { kind: 'more' };
    const cell = spacesBefore(text, quote, at);
    if (cell < quote) padded = true;
    if (cell !== start && text[cell - 1] !== separator) {
      return { kind: 'broken', reason: 'inside_cell', quote, at: quote };
    }
    const close = closingQuote(text, quote);
    if (close === -1) {
      return ended
        ? { kind: 'broken', reason: 'unclosed', quote, at: text.length }
        : { kind: 'more', open: quote };
    }
    const behind = spacesBehind(text, close + 1);
    if (behind > close + 1) padded = true;
    if (behind === text.length && !ended) return { kind: 'more' };
    const next = text[behind];
    if (next !== undefined && next !== separator && next !== '\n') {
      return { kind: 'broken', reason: 'after_closing', quote, at: behind };
    }
    at = behind;
  }
}

/** Index of the quote that closes the one at `open`, or -1. Doubled quotes inside are passed over. */
function closingQuote(text: string, open: number): number {
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || text[quote + 1] !== '"') return quote;
    from = quote + 2;
  }
}

/** Where the spaces begin that stand before `to`; they are looked for as far back as `from`. */
function spacesBefore(text: string, to: number, from: number): number {
  let at = to;
  while (at > from && text[at - 1] === ' ') at--;
  return at;
}

function spacesBehind(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** The text of a whole record without the spaces around its quotes. */
export function withoutPadding(record: string, separator: string): string {
  const cells: string[] = [];
  let at = 0;
  while (at <= record.length) {
    const open = spacesBehind(record, at);
    const quoted = record[open] === '"';
    const close = quoted ? closingQuote(record, open) : -1;
    const next = record.indexOf(separator, close === -1 ? at : close);
    const end = next === -1 ? record.length : next;
    cells.push(quoted ? record.slice(open, close + 1) : record.slice(at, end));
    at = end + 1;
  }
  return cells.join(separator);
}
