import { expect, it } from 'vitest';
import { type Column, inColumns } from '../../source/components/columns.ts';
import { span, spansWidth } from '../../source/components/line.ts';
import { makeLook } from '../../source/components/look.ts';

const look = makeLook(0, 'unicode');
const rows = [
  ['2026', 'Maria Lopez', 'ssh 203.0.113.24', 'Remove 3 users', '3'],
  ['2025', '田中 美咲', 'local', 'Make 1,204 users inactive at once', '1,204'],
].map(cells => cells.map(text => [span(text)]));
const columns: Column[] = [{}, { min: 6 }, { leaves: 1 }, { min: 10 }, { align: 'right' }];

function lines(width: number): string[] {
  return inColumns(rows, columns, width, look).map(line => line.map(({ text }) => text).join(''));
}

it('aligns cells, and numbers to the right', () => {
  expect(lines(100)).toEqual([
    '2026  Maria Lopez  ssh 203.0.113.24  Remove 3 users                         3',
    '2025  田中 美咲    local             Make 1,204 users inactive at once  1,204',
  ]);
});

it('lets a column leave rather than cut what must be read whole, then shrinks the widest', () => {
  expect(lines(40)).toEqual([
    '2026  Maria Lopez  Remove 3 users      3',
    '2025  田中 美咲    Make 1,204 us…  1,204',
  ]);
});

it('is never wider than told where columns may shrink', () => {
  for (let width = 34; width < 90; width++)
    for (const line of inColumns(rows, columns, width, look))
      expect(spansWidth(line)).toBeLessThanOrEqual(width);
});
