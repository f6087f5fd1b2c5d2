import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readPeople } from '../../source/csv/people.ts';
import { exportTable } from './exports.ts';
import { serialize } from './serialize.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes in use after a garbage collection. */
function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('200,000 rows are read in memory that does not grow with them', async () => {
  const { headers, rows } = exportTable('okta', 1000);
  async function* file() {
    const layout = { separator: ',', lineBreak: '\n', quoteAll: false } as const;
    yield Buffer.from(serialize([headers], layout).text);
    for (let part = 0; part < 200; part++) {
      const table = rows.map(row => headers.map(header => (row[header] ?? '').replace('@', `.${part}@`)));
      yield Buffer.from(serialize(table, layout).text);
    }
  }
  let people = 0;
  let early = 0;
  for await (const row of readPeople(file())) {
    if ('person' in row) people++;
    if (people === 10_000) early = bytesInUse();
  }
  expect(people).toBe(200_000);
  // The table of addresses seen takes 6 MB of it; the file has 28 MB.
  expect(bytesInUse() - early).toBeLessThan(12 * 1024 * 1024);
});
