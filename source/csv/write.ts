import type { Options } from 'csv-stringify/sync';
import { stringify } from 'csv-stringify/sync';
import { guard } from './formula-guard.ts';

/** Rows turned to text at once: few enough for steady memory, enough that the calls do not count. */
const batchLength = 50;
const byteOrderMark = '\uFEFF';

const options: Options = {
  delimiter: ',',
  record_delimiter: '\r\n',
  // By itself csv-stringify quotes only cells with a whole CRLF, and a lone CR or LF would break the row in two.
  quoted_match: /[\r\n]/,
};

/**
 * One row of CSV with its CRLF: comma, quotes only where they are needed, and a `'` before a cell that a
 * spreadsheet would run as a formula.
 */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(guard)], options);
}

/** The beginning of a file: the byte order mark, by which Excel knows UTF-8, and the row with the column names. */
export function csvHeader(columns: readonly string[]): string {
  return byteOrderMark + csvLine(columns);
}

/**
 * A whole CSV file as a stream of text, to be written as UTF-8: the header with its byte order mark, then the
 * rows, each with as many cells as there are columns. Rows are asked for as the text is taken.
 */
export async function* writeCsv(
  columns: readonly string[],
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  yield csvHeader(columns);
  let batch: string[][] = [];
  for await (const row of rows) {
    batch.push(row.map(guard));
    if (batch.length < batchLength) continue;
    yield stringify(batch, options);
    batch = [];
  }
  if (batch.length > 0) yield stringify(batch, options);
}
