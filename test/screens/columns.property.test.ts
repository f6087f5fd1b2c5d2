import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnIds } from '../../source/roster/users/columns.ts';
import { columnGap, columnSpecs, placeColumns } from '../../source/screens/roster/columns.ts';

/** Any choice of columns in any order; name and status are always among them. */
const chosen = fc
  .shuffledSubarray([...columnIds])
  .map(ids => [...ids, ...(['name', 'status'] as const).filter(id => !ids.includes(id))]);
// What the smallest terminal leaves for columns, and more than the largest one.
const width = fc.integer({ min: 54, max: 220 });

it('fits the width, keeps name and status, and the order that was chosen', () => {
  fc.assert(
    fc.property(chosen, width, (ids, room) => {
      const placed = placeColumns(ids, room);
      const taken = placed.reduce((sum, column) => sum + column.width, columnGap * (placed.length - 1));
      expect(taken).toBeLessThanOrEqual(room);
      expect(placed.map(column => column.id)).toEqual(expect.arrayContaining(['name', 'status']));
      const order = placed.map(column => ids.indexOf(column.id));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      for (const { id, width: cells } of placed) {
        expect(cells).toBeGreaterThanOrEqual(columnSpecs[id].min);
        expect(cells).toBeLessThanOrEqual(columnSpecs[id].max);
      }
    }),
  );
});

it('leaves no cell unused while a column could use it', () => {
  fc.assert(
    fc.property(chosen, width, (ids, room) => {
      const placed = placeColumns(ids, room);
      const taken = placed.reduce((sum, column) => sum + column.width, columnGap * (placed.length - 1));
      const growing = placed.filter(({ id, width: cells }) => {
        const { share, max } = columnSpecs[id];
        return share > 0 && cells < max;
      });
      expect(taken === room || growing.length === 0).toBe(true);
    }),
  );
});

it('shows no fewer columns in a wider terminal, and drops them in one order', () => {
  fc.assert(
    fc.property(chosen, width, (ids, room) => {
      const here = placeColumns(ids, room).map(column => column.id);
      const wider = placeColumns(ids, room + 1).map(column => column.id);
      expect(wider).toEqual(expect.arrayContaining(here));
    }),
  );
});

it('gives up presence, queues, role and e-mail, in this order', () => {
  const all = ['name', 'email', 'role', 'queues', 'presence', 'status'] as const;
  const shown = [85, 84, 71, 58, 57, 45].map(room => placeColumns(all, room).map(column => column.id));
  expect(shown.map(ids => ids.length)).toEqual([6, 5, 4, 4, 3, 2]);
  expect(shown.at(-1)).toEqual(['name', 'status']);
  expect(shown[1]).toEqual(['name', 'email', 'role', 'queues', 'status']);
  expect(shown[2]).toEqual(['name', 'email', 'role', 'status']);
});
