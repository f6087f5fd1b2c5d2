import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moreBelow, scrolled, stillAt } from '../../source/app/scroll.ts';
import type { Block } from '../../source/components/blocks.tsx';

/** Blocks of these keys and heights. */
function blocks(...all: readonly (readonly [string, number])[]): Block[] {
  return all.map(([key, height]) => ({ key, height, draw: () => null }));
}

it('keeps what is at the top of a page where lines come or go above it', () => {
  const before = blocks(['a', 2], ['b', 3], ['c', 1], ['d', 4]);
  const grown = blocks(['a', 2], ['new', 5], ['b', 3], ['c', 1], ['d', 4]);
  expect(stillAt(3, before, grown)).toBe(8);
  expect(stillAt(8, grown, before)).toBe(3);
  expect(stillAt(1, before, grown)).toBe(1);
});

it('stays where it is at the beginning, and where nothing of what was seen is left', () => {
  const before = blocks(['a', 2], ['b', 3]);
  expect(stillAt(0, before, blocks(['new', 5], ['a', 2], ['b', 3]))).toBe(0);
  expect(stillAt(3, before, blocks(['x', 9]))).toBe(3);
  expect(stillAt(3, [], before)).toBe(3);
});

it('keeps what came next where the one at the top is gone', () => {
  const before = blocks(['a', 2], ['b', 3], ['c', 1], ['d', 4]);
  expect(stillAt(2, before, blocks(['new', 6], ['a', 2], ['c', 1], ['d', 4]))).toBe(5);
  expect(stillAt(4, before, blocks(['c', 1], ['d', 4]))).toBe(0);
});

it('never stands beyond what there is', () => {
  const keys = fc.integer({ min: -30, max: 30 });
  const unit = fc.constantFrom('lines' as const, 'pages' as const, 'ends' as const);
  fc.assert(
    fc.property(
      fc.nat(50),
      keys,
      unit,
      fc.nat(50),
      fc.integer({ min: 1, max: 20 }),
      (top, by, unit, count, height) => {
        const now = scrolled(top, { by, unit }, count, height);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(Math.max(0, count - height));
      },
    ),
  );
});

it('says how much there is below', () => {
  expect(moreBelow(10, 0, 10)).toBe('');
  expect(moreBelow(11, 0, 10)).toBe('↓ 1 more line');
  expect(moreBelow(2_000, 3, 10)).toBe('↓ 1,987 more lines');
  expect(moreBelow(11, 5, 10)).toBe('end');
});
