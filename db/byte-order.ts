/** As SQLite compares: by UTF-8, which is by code point and not by UTF-16 unit. */
export function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

const surrogate = /[\ud800-\udfff]/;

/** Those with the lowest keys first, as SQLite sorts. */
export function inByteOrder<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  // Without surrogates both orders are the same, and comparing texts is three times as quick.
  if (!all.some(one => surrogate.test(keyOf(one))))
    return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return all
    .map(one => ({ one, bytes: Buffer.from(keyOf(one)) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ one }) => one);
}
