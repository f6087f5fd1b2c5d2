/** No line that somebody types is longer: not a search, not a field. In UTF-16 units. */
export const longestTyped = 2_000;
