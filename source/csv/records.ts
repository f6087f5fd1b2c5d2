import { parse } from 'csv-parse/sync';
import { UndecodableCsv } from './decode.ts';
import { type Dialect, detectDialect, isToolLine } from './dialect.ts';
import { unifyLineBreaks } from './line-breaks.ts';
import type { CsvProblem } from './problem.ts';
import type { RawRecord } from './record-splitter.ts';
import { RecordSplitter } from './record-splitter.ts';

/** One row: its cells as they stand in the file, and the 1-based physical line on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Characters: with so many and no header yet, they are blank lines. */
const blankLimit = 1024 * 1024;

/** There are only blank lines, for longer than is worth reading on. */
class NoHeader extends Error {
  readonly line: number;

  constructor(read: string) {
    super('There are only blank lines. The first line has to name the columns.');
    this.line = read.split('\n').length;
  }
}

/**
 * Reads decoded text as records, the header among them as the first, in memory that does not grow with the file.
 * Separator and line breaks are told by the text; line breaks inside cells come out as line feeds. Rows without
 * any content, and lines that tools write before a header, are left out. Broken quotes and rows beyond 1 MiB are problems of that row, and reading goes on;
 * text that cannot be decoded is a fatal problem with its line, and the last thing yielded.
 */
export async function* readRecords(
  chunks: AsyncIterable<string>,
): AsyncGenerator<CsvRecord | { problem: CsvProblem }> {
  let head = '';
  let dialect: Dialect | undefined;
  let splitter: RecordSplitter | undefined;

  function* read(text: string, ended: boolean) {
    if (!dialect || !splitter) {
      head += text;
      dialect = detectDialect(head, ended);
      if (!dialect && head.length > blankLimit) throw new NoHeader(head);
      if (!dialect) return;
      splitter = new RecordSplitter(dialect.separator, dialect.line);
      text = head.slice(dialect.start);
    }
    const parts = splitter.push(text, ended);
    const quoted = parts.filter(part => 'quoted' in part && part.quoted);
    const unquoted = unquote(quoted as RawRecord[], dialect);
    let next = 0;
    for (const part of parts) {
      if ('code' in part) yield { problem: part };
      else {
        if (isToolLine(part.text)) {
          if (part.quoted) next++;
          continue;
        }
        const cells = part.quoted ? unquoted[next++]! : part.text.split(dialect.separator);
        if (cells.some(cell => cell.trim() !== '')) yield { line: part.line, cells };
      }
    }
  }

  try {
    for await (const text of unifyLineBreaks(chunks)) yield* read(text, false);
  } catch (error) {
    if (error instanceof NoHeader) {
      yield { problem: { code: 'empty_file', line: error.line, message: error.message, fatal: true } };
      return;
    }
    if (!(error instanceof UndecodableCsv)) throw error;
    const line = splitter ? splitter.lastLine : head.split('\n').length;
    yield { problem: { code: 'invalid_encoding', line, message: error.message, fatal: true } };
    return;
  }
  yield* read('', true);
}

/**
 * The cells of records with quotes, by csv-parse. It is given many at once, whose quotes and lines are known to be
 * right: by itself it counts a CRLF inside quotes as two lines, and cannot go on behind a broken quote.
 */
function unquote(records: readonly RawRecord[], dialect: Dialect): string[][] {
  if (records.length === 0) return [];
  const rows: string[][] = parse(records.map(record => record.text).join('\n'), {
    delimiter: dialect.separator,
    record_delimiter: '\n',
    relax_column_count: true,
  });
  if (rows.length !== records.length) {
    throw new Error(`${rows.length} records read where ${records.length} were found`);
  }
  return rows;
}
