/** Where a record ends in a text, or why that cannot be said. Positions are indices into the text. */
export type Scan =
  /** A whole record; `end` is behind its line break. */
  | { kind: 'record'; end: number }
  /** The record goes on behind the text; `open` is the quote in which the text ends. */
  | { kind: 'more'; open?: number }
  /** Quotes are wrong: `reason` at `at`; `quote` is the quote to blame. */
  | { kind: 'broken'; reason: 'inside_cell' | 'after_closing' | 'unclosed'; quote: number; at: number };

/**
 * Finds the end of the record that begins at `start`, by the rules of RFC 4180: a quote opens only at the
 * beginning of a cell; inside, `""` is a quote; behind the closing one comes a separator, a line break or the
 * end. Line breaks are line feeds. `ended` says that no text follows.
 */
export function scanRecord(text: string, start: number, separator: string, ended: boolean): Scan {
  let newline = text.indexOf('\n', start);
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (newline !== -1 && newline < at) newline = text.indexOf('\n', at);
    if (newline !== -1 && (quote === -1 || newline < quote)) return { kind: 'record', end: newline + 1 };
    if (quote === -1) return ended ? { kind: 'record', end: text.length } : { kind: 'more' };
    if (quote !== start && text[quote - 1] !== separator) {
      return { kind: 'broken', reason: 'inside_cell', quote, at: quote };
    }
    const close = closingQuote(text, quote);
    if (close === -1) {
      return ended
        ? { kind: 'broken', reason: 'unclosed', quote, at: text.length }
        : { kind: 'more', open: quote };
    }
    const next = text[close + 1];
    if (next !== undefined && next !== separator && next !== '\n') {
      return { kind: 'broken', reason: 'after_closing', quote, at: close + 1 };
    }
    at = close + 1;
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
