import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandTable } from '../../source/app/command-table.ts';
import type { ListItem } from '../../source/keys/typed-list.ts';
import { commandGroups } from '../../source/screens/pick/command-groups.ts';
import { groupedLines, itemsBelow } from '../../source/screens/pick/grouped-list.tsx';

it('has every key of the roster in one group', () => {
  const here = commandTable.filter(
    ({ layer, keys }) => ['roster', 'everywhere'].includes(layer) && keys.length > 0,
  );
  expect(commandGroups.flatMap(({ ids }) => ids).toSorted()).toEqual(here.map(({ id }) => id).toSorted());
});

const items = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }).map(sizes =>
  sizes.flatMap((size, group) =>
    Array.from(
      { length: size },
      (_, n): ListItem => ({
        id: `${group} ${n}`,
        label: '',
        detail: '',
        disabled: null,
        group: `${group}`,
      }),
    ),
  ),
);

it('shows every item once, in order, under its heading, and in two columns where they fit', () => {
  fc.assert(
    fc.property(items, fc.constantFrom(76, 114), fc.integer({ min: 5, max: 60 }), (list, width, height) => {
      const lines = groupedLines(list, width, height);
      const shown = lines.columns.flat().flatMap(line => ('item' in line ? [line.item] : []));
      expect(shown).toEqual(list);
      for (const column of lines.columns) expect(column[0]).toHaveProperty('heading');
      if (lines.columns.length > 1) expect(lines.height).toBeLessThanOrEqual(height);
      expect(lines.columns.length).toBeLessThanOrEqual(width === 76 ? 1 : 2);
      const below = itemsBelow(lines, 0, height);
      expect(below).toBeGreaterThanOrEqual(0);
      expect(below > 0).toBe(lines.height > height);
    }),
  );
});
