import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '../../db/sqlite/search/search-keys.ts';

// Where the order of UTF-8 and that of UTF-16 differ, surrogates stand beside private and full-width letters.
const letters = fc.constantFrom('a', 'b', 'é', '\ue000', 'Ａ', '\uffff', '𠮷', '😀');
const keys = fc.array(fc.array(letters, { maxLength: 4 }).map(all => all.join('')));

it('compares as SQLite does', () => {
  const db = new Database(':memory:');
  const sorted = db.prepare<[string], string>('select value from json_each(?) order by value').pluck();
  fc.assert(
    fc.property(keys, all => {
      expect(all.toSorted(compareBytes)).toEqual(sorted.all(JSON.stringify(all)));
    }),
  );
  db.close();
});
