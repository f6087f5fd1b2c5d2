import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCsv } from '../../source/csv/decode.ts';
import { recordLimit } from '../../source/csv/record-splitter.ts';
import { readRecords } from '../../source/csv/records.ts';
import { whole } from '../whole.ts';
import { all, inChunks, texts } from './chunks.ts';
import { serialize } from './serialize.ts';

const read = (...parts: string[]) => all(readRecords(texts(...parts)));

/** Records as [line, ...cells], problems as [line, code]. */
async function brief(...parts: string[]) {
  const records = await read(...parts);
  return records.map(record =>
    'problem' in record ? [record.problem.line, record.problem.code] : [record.line, ...record.cells],
  );
}

const lineBreaks = ['\n', '\r\n', '\r'] as const;

test.each(lineBreaks)('lines are counted through quoted line breaks: %j', async lineBreak => {
  const text = ['a,b', '"1', '2",x', '', '"",y', '  ,  ', 'z,"q""q"', ''].join(lineBreak);
  const expected = [
    [1, 'a', 'b'],
    [2, '1\n2', 'x'],
    [5, '', 'y'],
    [7, 'z', 'q"q'],
  ];
  expect(await brief(text)).toEqual(expected);
  for (let at = 0; at <= text.length; at++) {
    expect(await brief(text.slice(0, at), text.slice(at))).toEqual(expected);
  }
  expect(await brief(...text)).toEqual(expected);
});

test('any table that is written is read, with its lines, whatever the chunks', async () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ',', ';', '\t', '"', '\n', ' ', "'", 'ü', '𠮷'), maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map(text => text.replace(/\r/g, '')),
  );
  const table = fc.array(
    fc.array(cell, { minLength: 1, maxLength: 4 }).map(cells => ['x', ...cells]),
    { maxLength: 6 },
  );
  const property = fc.asyncProperty(
    table,
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom(...lineBreaks),
    fc.boolean(),
    fc.integer({ min: 1, max: 40 }),
    async (rows, separator, lineBreak, quoteAll, size) => {
      // A cell's own line break is written as the file's: that is how programs write it.
      const written = rows.map(cells => cells.map(text => text.replaceAll('\n', lineBreak)));
      const { text, lines } = serialize(written, { separator, lineBreak, quoteAll });
      const bytes = Buffer.from(`sep=${separator}${lineBreak}${text}`);
      const records = await all(readRecords(decodeCsv(inChunks(bytes, size))));
      expect(records).toEqual(rows.map((cells, index) => ({ line: lines[index]! + 1, cells })));
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test.each([
  ['a quote inside a plain cell', 'h,i\n1,5" disk\n2,x\n', [2, 'broken_quote']],
  ['text behind a closing quote', 'h,i\n1,"a" b\n2,x\n', [2, 'broken_quote']],
  ['text before a quote', 'h,i\n1,b "a"\n2,x\n', [2, 'broken_quote']],
  ['a quote that never closes', 'h,i\n1,"a\n2,x\n', [2, 'broken_quote']],
])('%s costs its row only', async (_, text, problem) => {
  const expected = [[1, 'h', 'i'], problem, [3, '2', 'x']];
  expect(await brief(text)).toEqual(expected);
  expect(await brief(...text)).toEqual(expected);
});

test('a forgotten closing quote does not swallow the quoted rows below', async () => {
  const text = '"h","i"\n"1","a\n"2","b"\n"3","c"\n';
  const expected = [
    [1, 'h', 'i'],
    [2, 'broken_quote'],
    [3, '2', 'b'],
    [4, '3', 'c'],
  ];
  expect(await brief(text)).toEqual(expected);
  expect(await brief(...text)).toEqual(expected);
});

test('a broken quote is named with the line of the quote and what follows it', async () => {
  const [, problem] = await read('h,i\n"1\n2","a" b\n');
  expect(problem).toMatchObject({ problem: { code: 'broken_quote', line: 3, value: '"a" b' } });
});

// All at once, chunks that end where the limit does, and chunks that do not; small ones take long.
const chunkSizes = [Infinity, 64 * 1024, 30_011, ...(whole ? [4096] : [])];
const long = 'x'.repeat(recordLimit);
const row = `3,${'c'.repeat(1_000)}`;
test.each([
  ['a quoted cell without end', `h,i\n\n1,"${long}${long}`, [[3, 'record_too_large']]],
  [
    'a quoted cell of many lines without end',
    `h,i\n1,"a\n2,b\n${`${row}\n`.repeat(recordLimit / 1_000)}`,
    [
      [2, 'record_too_large'],
      [3, '2', 'b'],
      [4, ...row.split(',')],
    ],
  ],
  [
    'a row without end',
    `h,i\n${long}${long}\n2,b\n`,
    [
      [2, 'record_too_large'],
      [3, '2', 'b'],
    ],
  ],
  [
    'a row without end behind a line break in quotes',
    `h,i\n"a\nb",${long}\n2,b\n`,
    [
      [2, 'record_too_large'],
      [4, '2', 'b'],
    ],
  ],
  [
    'a well-quoted row that is too large',
    `h,i\n"1","${long}"\n2,b\n`,
    [
      [2, 'record_too_large'],
      [3, '2', 'b'],
    ],
  ],
])('%s is a problem', async (_, text, expected) => {
  for (const size of chunkSizes) {
    const parts: string[] = [];
    for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size));
    expect((await brief(...parts)).slice(1, 1 + expected.length)).toEqual(expected);
  }
});

test('bytes that are no text end the file, with their line', async () => {
  const bytes = Buffer.from('h,i\n1,"a\nb"\n2,Jos\xe9\n3,x\n', 'latin1');
  const records = await all(readRecords(decodeCsv(inChunks(bytes))));
  expect(records).toHaveLength(3);
  expect(records.at(-1)).toMatchObject({ problem: { code: 'invalid_encoding', line: 4, fatal: true } });
});
