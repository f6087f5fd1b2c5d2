import { expect, it } from 'vitest';
import { readPeople } from '../../source/csv/people.ts';
import type { CsvProblem } from '../../source/csv/problem.ts';

const piece = Buffer.alloc(64 * 1024, 'x');
const mebibyte = 1024 * 1024;

/** A file of so many bytes between a beginning and an end, and what reading it gives. */
async function read(begin: string, bytes: number, end: string, filling: Uint8Array = piece) {
  let most = 0;
  async function* file() {
    yield Buffer.from(begin);
    for (let sent = 0; sent < bytes; sent += filling.length) {
      yield filling;
      const { heapUsed, external } = process.memoryUsage();
      most = Math.max(most, heapUsed + external);
    }
    yield Buffer.from(end);
  }
  const before = process.memoryUsage();
  const problems: CsvProblem[] = [];
  const emails: string[] = [];
  for await (const row of readPeople(file()))
    if ('problem' in row) problems.push(row.problem);
    else emails.push(row.person.user_email);
  return { problems, emails, more: most - before.heapUsed - before.external };
}

const header = 'user_email,display_name\nana@acme.example,Ana\n';
const next = '\nbruno@acme.example,Bruno\n';

it.each<[string, string, number, string, Uint8Array]>([
  ['a line that does not end for 50 MB', 'x@acme.example,', 50 * mebibyte, next, piece],
  ['a quote that is never closed', 'x@acme.example,"', 50 * mebibyte, next, piece],
  [
    'a quote that is never closed over many lines',
    'x@acme.example,"',
    20 * mebibyte,
    next,
    Buffer.from(`${'x'.repeat(500_000)}\n`),
  ],
  ['50 MB of separators', 'x@acme.example', 50 * mebibyte, next, Buffer.alloc(64 * 1024, ',')],
  ['50 MB of quotes', 'x@acme.example,"', 50 * mebibyte, `"${next}`, Buffer.alloc(64 * 1024, '"')],
  ['10 MB in one cell', 'x@acme.example,"', 10 * mebibyte, `"${next}`, piece],
])('%s is refused with its line, in flat memory', async (name, begin, bytes, end, filling) => {
  const { problems, emails, more } = await read(header + begin, bytes, end, filling);
  expect(emails[0]).toBe('ana@acme.example');
  expect(problems[0], name).toMatchObject({ line: 3 });
  expect(problems.length).toBeLessThan(100);
  expect(JSON.stringify(problems).length).toBeLessThan(50_000);
  expect(more).toBeLessThan(60 * mebibyte);
});

it('blank lines that do not end are refused as a file without a header', async () => {
  const lines = Buffer.alloc(64 * 1024, '\n');
  for (const begin of ['', 'sep=;\n']) {
    const { problems, emails, more } = await read(begin, 50 * mebibyte, header, lines);
    expect(emails).toEqual([]);
    expect(problems).toMatchObject([{ code: 'empty_file', fatal: true }]);
    expect(more).toBeLessThan(60 * mebibyte);
  }
  const some = await read('', mebibyte / 2, header, lines);
  expect(some.emails).toEqual(['ana@acme.example']);
});

it('a header that does not end is refused as well', async () => {
  const { problems, emails } = await read('user_email,', 20 * mebibyte, '\n');
  expect(emails).toEqual([]);
  expect(problems).toMatchObject([{ line: 1, fatal: true }]);
});
