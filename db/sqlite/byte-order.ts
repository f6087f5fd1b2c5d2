/** As SQLite compares: by UTF-8, which is by code point and not by UTF-16 unit. */
export function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
