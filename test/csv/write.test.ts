import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCsv } from '../../source/csv/decode.ts';
import { guard, unguard } from '../../source/csv/formula-guard.ts';
import { readRecords } from '../../source/csv/records.ts';
import { csvHeader, csvLine, writeCsv } from '../../source/csv/write.ts';
import { all, inChunks } from './chunks.ts';

test('a line: comma, quotes where needed, CRLF', () => {
  expect(csvLine(['a', 'b, c', 'd "e"', 'f\ng', ''])).toBe('a,"b, c","d ""e""","f\ng",\r\n');
  expect(csvHeader(['user_email', 'department'])).toBe('\uFEFFuser_email,department\r\n');
});

test.each([
  ['=1+2', "'=1+2"],
  ['+1 415', "'+1 415"],
  ['-', "'-"],
  ['@home', "'@home"],
  ['＝1+2', "'＝1+2"],
  ['＋－＠', "'＋－＠"],
  ['\tx', "'\tx"],
  ["'=1", "''=1"],
  ["'t Hooft", "'t Hooft"],
  ["'", "'"],
  ['a=b', 'a=b'],
])('%j is written as %j and read back', (cell, written) => {
  expect(guard(cell)).toBe(written);
  expect(unguard(written)).toBe(cell);
});

const tricky = fc.string({
  unit: fc.constantFrom("'", '=', '＝', '＋', '－', '＠', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a'),
  maxLength: 5,
});

test('guard is undone exactly, and leaves no cell that begins as a formula', () => {
  const property = fc.property(fc.oneof(tricky, fc.string()), cell => {
    expect(unguard(guard(cell))).toBe(cell);
    expect(guard(cell)).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('what is written is read back the same, line breaks made line feeds', async () => {
  const cell = fc.oneof(tricky, fc.string({ unit: 'grapheme' }));
  const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map(cells => ['x', ...cells]);
  const property = fc.asyncProperty(
    fc.array(row, { maxLength: 8 }),
    fc.integer({ min: 1, max: 50 }),
    async (rows, size) => {
      const columns = ['a', 'b', 'c', 'd'];
      const text = (await all(writeCsv(columns, rows))).join('');
      const records = await all(readRecords(decodeCsv(inChunks(Buffer.from(text), size))));
      const cells = records.map(record => ('cells' in record ? record.cells.map(unguard) : record));
      expect(cells).toEqual([columns, ...rows.map(row => row.map(text => text.replace(/\r\n?/g, '\n')))]);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test('rows are taken as they are asked for', async () => {
  let made = 0;
  async function* rows() {
    for (;;) yield [String(made++)];
  }
  const file = writeCsv(['n'], rows());
  await file.next();
  expect(made).toBe(0);
  const { value } = await file.next();
  expect(made).toBeLessThan(2000);
  expect(String(value).split('\r\n')).toHaveLength(made + 1);
  await file.return(undefined);
});
