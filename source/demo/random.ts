/** A source of numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** True in `probability` of all cases. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/**
 * The source for one number of one topic. Every user has their own, so that nobody depends on how many there are,
 * and every topic too, so that one more draw here changes nothing there.
 */
export function randomFor(topic: number, number: number): Random {
  let state = mixed(Math.imul(number, 0x9e3779b1) ^ mixed(topic));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    return (mixed(state) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: probability => next() < probability,
    pick: list => list[below(list.length)]!,
  };
}

/** The finalizer of MurmurHash3: every bit of the input turns about half of the output's bits. */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** A choice among values with weights: the bigger, the more often. */
export function weighted<T>(
  choices: readonly (readonly [value: T, weight: number])[],
): (random: Random) => T {
  let sum = 0;
  const ends = choices.map(([value, weight]) => {
    sum += weight;
    return { value, end: sum };
  });
  return random => {
    const at = random.next() * sum;
    return (ends.find(({ end }) => at < end) ?? ends.at(-1)!).value;
  };
}
