import { visible } from '../../terminal/escape.ts';
import type { Io } from './io.ts';
import { jsonText } from './json-text.ts';
import type { Common } from './options.ts';
import { printAll } from './stdout.ts';
import { tableLines, tableStyle } from './text-table.ts';

/** How things of one kind are printed in each format. */
export interface Listing<T> {
  titles: readonly string[];
  row(item: T): readonly string[];
  columns: readonly string[];
  cells(item: T): readonly string[];
  json(item: T): unknown;
}

type Many<T> = Iterable<T> | AsyncIterable<T>;

/** Prints things as they come, in the format asked for. Returns how many there were. */
export async function printListing<T>(
  io: Io,
  listing: Listing<T>,
  items: Many<T>,
  options: Common,
): Promise<number> {
  let count = 0;
  async function* counted(): AsyncGenerator<T> {
    for await (const item of items) {
      count++;
      yield item;
    }
  }
  await printAll(io, texts(io, listing, counted(), options));
  return count;
}

function texts<T>(
  io: Io,
  listing: Listing<T>,
  items: AsyncIterable<T>,
  options: Common,
): AsyncIterable<string> {
  switch (options.format ?? 'table') {
    case 'json':
      return jsonArray(each(items, listing.json));
    case 'ndjson':
      return each(items, item => `${jsonText(listing.json(item))}\n`);
    case 'csv':
      return csv(io, listing.columns, each(items, listing.cells));
    case 'table':
      return tableLines(listing.titles, each(items, listing.row), tableStyle(io, options));
  }
}

async function* csv(
  io: Io,
  columns: readonly string[],
  cells: AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  const { writeCsv } = await import('../../csv/write.ts');
  const shown = io.stdout.isTTY === true;
  for await (const text of writeCsv(columns, cells)) yield shown ? visibleRows(text) : text;
}

/** Rows of CSV as a terminal may have them: without byte order mark, with its own line breaks. */
function visibleRows(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .map(visible)
    .join('\n');
}

async function* jsonArray(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '[';
  for await (const item of items) {
    yield `${before}\n${jsonText(item)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

async function* each<T, R>(items: AsyncIterable<T>, make: (item: T) => R): AsyncGenerator<R> {
  for await (const item of items) yield make(item);
}

/** The items of pages, one by one. */
export async function* flat<T>(pages: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const page of pages) yield* page;
}
