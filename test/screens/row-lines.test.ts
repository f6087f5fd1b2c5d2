import { expect, it } from 'vitest';
import { rowLines, type StandingRow } from '../../source/screens/roster/row-lines.ts';
import { person } from './pretend.ts';

const table = (cursor: number, from = 0): StandingRow[] =>
  Array.from({ length: 30 }, (_, index) => ({
    row: person(from + index),
    current: index === cursor,
    check: 'unselected',
    news: null,
  }));

/** Which rows were drawn, by their ids. */
function drawnOf(rows: readonly StandingRow[], setting = 'wide'): number[] {
  const drawn: number[] = [];
  const lines = rowLines(rows, setting, ({ row, current }) => {
    drawn.push(row.person_id);
    return `${current ? '>' : ' '}${row.name}`;
  });
  expect(lines).toEqual(rows.map(({ row, current }) => `${current ? '>' : ' '}${row.name}`));
  return drawn;
}

it('draws again only the rows that look different', () => {
  expect(drawnOf(table(3))).toHaveLength(30);
  expect(drawnOf(table(3))).toEqual([]);
  expect(drawnOf(table(4))).toEqual([4, 5]);
  expect(drawnOf(table(4, 1))).toEqual([5, 6, 31]);
  const renamed = table(4, 1).with(0, {
    row: { ...person(1), queues: ['Chat'] },
    current: false,
    check: 'inRange',
    news: null,
  });
  expect(drawnOf(renamed)).toEqual([2]);
  expect(drawnOf(renamed.with(0, { ...renamed[0]!, check: 'selected' }))).toEqual([2]);
  expect(drawnOf(renamed, 'narrow')).toHaveLength(30);
});
