import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countInBoth,
  Gathering,
  inBoth,
  inverted,
  nobody,
  type Selection,
  withAll,
  withoutAll,
} from '../../source/roster/screen/selection.ts';

/** Dense ids as they are, at the edges of words, and some far out. */
const id = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.constantFrom(31, 32, 33, 63, 64, 65, 4_095, 4_096),
  fc.integer({ min: 1, max: 1_000_000 }),
);
const ids = fc.uniqueArray(id, { maxLength: 80 });
const step = fc.record({
  change: fc.constantFrom('add' as const, 'remove' as const, 'invert' as const),
  ids,
  /** Whether the people come as a selection, or one by one. */
  whole: fc.boolean(),
});
const steps = fc.array(step, { maxLength: 12 });

const changes = { add: withAll, remove: withoutAll, invert: inverted };

function ascending(of: Iterable<number>): number[] {
  return [...of].sort((a, b) => a - b);
}

function carriedOut(all: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
  let selection = nobody;
  const plain = new Set<number>();
  for (const { change, ids: people, whole } of all) {
    selection = changes[change](selection, whole ? withAll(nobody, people) : people);
    for (const person of people) {
      const has = change === 'add' || (change === 'invert' && !plain.has(person));
      if (has) plain.add(person);
      else plain.delete(person);
    }
  }
  return { selection, plain };
}

it('holds what a set would hold, counted and in ascending order', () => {
  fc.assert(
    fc.property(steps, fc.array(id), (all, others) => {
      const { selection, plain } = carriedOut(all);
      expect([...selection]).toEqual(ascending(plain));
      expect(selection.size).toBe(plain.size);
      for (const person of others) expect(selection.has(person)).toBe(plain.has(person));
    }),
  );
});

it('finds and counts who is in two of them', () => {
  fc.assert(
    fc.property(steps, steps, (some, more) => {
      const [one, other] = [carriedOut(some), carriedOut(more)];
      const both = ascending(one.plain).filter(person => other.plain.has(person));
      expect(countInBoth(one.selection, other.selection)).toBe(both.length);
      expect([...inBoth(one.selection, other.selection)]).toEqual(both);
    }),
  );
});

it('leaves the selection it was made from as it was', () => {
  fc.assert(
    fc.property(ids, step, (people, { change, ids: others, whole }) => {
      const before = withAll(nobody, people);
      changes[change](before, whole ? withAll(nobody, others) : others);
      expect([...before]).toEqual(ascending(people));
    }),
  );
});

it('is the same whether it is gathered in pieces or at once', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 5 }), pieces => {
      const gathering = new Gathering();
      for (const piece of pieces) for (const person of piece) gathering.add(person);
      const gathered: Selection = gathering.selection();
      expect([...gathered]).toEqual([...withAll(nobody, pieces.flat())]);
      expect([...gathering.selection()]).toEqual([]);
    }),
  );
});

it('holds a million, and inverts one of them without touching the first', () => {
  const million = withAll(
    nobody,
    Array.from({ length: 1_000_000 }, (_, n) => n + 1),
  );
  expect([
    million.size,
    million.has(0),
    million.has(1),
    million.has(1_000_000),
    million.has(1_000_001),
  ]).toEqual([1_000_000, false, true, true, false]);
  expect(inverted(million, [1_000_000]).size).toBe(999_999);
  expect(withoutAll(million, million).size).toBe(0);
  expect(million.words.byteLength).toBeLessThan(200_000);
});
