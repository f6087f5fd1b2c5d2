import { expect, test } from 'vitest';
import { readPeople } from '../../source/csv/people.ts';
import { all, inChunks } from './chunks.ts';
import { expectedPerson, exportFile, exportWithFiveBadRows, vendors } from './exports.ts';
import type { Layout } from './serialize.ts';
import { europeanExcel, textEncodings, unicodeText } from './serialize.ts';

const layouts: [string, Partial<Layout>][] = [
  ['as it comes', {}],
  ['saved by a European Excel', europeanExcel],
  ['as Unicode text', unicodeText],
  ['all quoted', { quoteAll: true }],
  ['with old Mac line breaks', { lineBreak: '\r' }],
];

for (const vendor of vendors) {
  test.each(layouts)(`2,000 people of ${vendor}, %s`, async (_, layout) => {
    const rows = await all(readPeople(inChunks(exportFile(vendor, 2000, layout))));
    const people = rows.map(row => {
      if ('problem' in row) return row;
      const { line: _line, ...person } = row.person;
      return person;
    });
    expect(people).toEqual(Array.from({ length: 2000 }, (_, number) => expectedPerson(vendor, number)));
  });
}

test('the four exports hold 8,000 different people', async () => {
  const emails = new Set<string>();
  for (const vendor of vendors) {
    for await (const row of readPeople(inChunks(exportFile(vendor, 2000)))) {
      if ('person' in row) emails.add(row.person.user_email.toLowerCase());
    }
  }
  expect(emails.size).toBe(8000);
});

test.each(textEncodings)('chunks of every size make no difference: %s', async encoding => {
  const bytes = exportFile('zoom', 8, { encoding });
  const whole = await all(readPeople(inChunks(bytes)));
  expect(whole.filter(row => 'person' in row)).toHaveLength(8);
  for (let size = 1; size < 200; size += size < 20 ? 1 : 13) {
    expect(await all(readPeople(inChunks(bytes, size)))).toEqual(whole);
  }
});

test('five bad rows among 2,000 are named, exactly those', async () => {
  const { bytes, problems } = exportWithFiveBadRows();
  const rows = await all(readPeople(inChunks(bytes)));
  const found = rows.flatMap(row => ('problem' in row ? [row.problem] : []));
  expect(found.map(({ code, line, column, value }) => ({ code, line, column, value }))).toEqual(problems);
  expect(rows.length - found.length).toBe(1995);
});
