import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readPeople } from '../../source/csv/people.ts';
import { whole } from '../whole.ts';
import { exportTable } from './exports.ts';
import { serialize } from './serialize.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes in use after garbage collections: some of what the first one frees, only the second one gives back. */
function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How many rows are read before memory is looked at, and after. */
const rows = { first: 10_000, more: whole ? 190_000 : 40_000 };
const all = rows.first + rows.more;

test(`${all.toLocaleString('en')} rows are read in memory that does not grow with them`, async () => {
  const table = exportTable('okta', 1000);
  const layout = { separator: ',', lineBreak: '\n', quoteAll: false } as const;
  let bytes = 0;
  async function* file() {
    yield Buffer.from(serialize([table.headers], layout).text);
    for (let part = 0; part < all / 1000; part++) {
      const cells = table.rows.map(row =>
        table.headers.map(header => {
          const cell = row[header] ?? '';
          return header === 'id' ? `${cell}${part}` : cell.replace('@', `.${part}@`);
        }),
      );
      const chunk = Buffer.from(serialize(cells, layout).text);
      bytes += chunk.length;
      yield chunk;
    }
  }
  let people = 0;
  let early = { inUse: 0, read: 0 };
  for await (const row of readPeople(file())) {
    if ('person' in row) people++;
    if (people === rows.first) early = { inUse: bytesInUse(), read: bytes };
  }
  expect(people).toBe(all);
  const kept = (bytesInUse() - early.inUse) / (bytes - early.read);
  // Of each row its address and its id are kept, as numbers. Whatever kept rows would keep all of it, and more.
  expect(kept, 'bytes in use for each byte that was read').toBeLessThan(0.6);
});
