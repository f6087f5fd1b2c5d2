import { expect, it } from 'vitest';
import { sizeOf } from '../../source/terminal/size.ts';

it.each<[Parameters<typeof sizeOf>[0], Parameters<typeof sizeOf>[1], string]>([
  [{ columns: 120, rows: 40 }, { COLUMNS: '90', LINES: '20' }, '120×40'],
  [{ columns: 0, rows: 0 }, { COLUMNS: '90', LINES: '20' }, '90×20'],
  [{}, {}, '80×24'],
  [{}, { COLUMNS: '-5', LINES: 'many' }, '80×24'],
  [{ columns: 65_535, rows: 65_535 }, {}, '1000×1000'],
  [{}, { COLUMNS: '9999', LINES: '30' }, '1000×30'],
])('is what is claimed, within reason: %j %j', (tty, env, size) => {
  const { columns, rows } = sizeOf(tty, env);
  expect(`${columns}×${rows}`).toBe(size);
});
