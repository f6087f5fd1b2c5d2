/** The long run tries whole lists; `npm test` one of each kind. */
export const whole = process.env.WHOLE_LISTS === '1';

/** One of each kind, the first; in the long run all of them. */
export function someOf<T>(cases: readonly T[], kindOf: (one: T) => unknown): readonly T[] {
  if (whole) return cases;
  const kinds = new Set<unknown>();
  return cases.filter(one => !kinds.has(kindOf(one)) && kinds.add(kindOf(one)));
}
