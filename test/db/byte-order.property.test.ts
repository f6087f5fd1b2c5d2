import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes, inByteOrder } from '../../db/byte-order.ts';

// Where the order of UTF-8 and that of UTF-16 differ, surrogates stand beside private and full-width letters.
const letters = fc.constantFrom('a', 'b', 'é', '\ue000', 'Ａ', '\uffff', '𠮷', '😀');
const keys = fc.array(fc.array(letters, { maxLength: 4 }).map(all => all.join('')));

it('sorts by UTF-8, with surrogates and without', () => {
  fc.assert(
    fc.property(keys, fc.boolean(), (some, withAll) => {
      const all = withAll ? some : some.filter(key => !/[𠮷😀]/u.test(key));
      expect(inByteOrder(all, key => key)).toEqual(all.toSorted(compareBytes));
    }),
  );
});
