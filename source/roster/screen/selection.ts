const bitsInWord = 32;

/**
 * The people somebody selected, by id: it outlives searching, filtering, sorting and refreshing. One bit a person, because
 * ids are small whole numbers from 1 on and a million may be selected: 125 KB, and nothing that is slow.
 */
export class Selection implements Iterable<number> {
  /** How many are selected. */
  readonly size: number;
  /** Person `id` is bit `id % 32` of word `id / 32`; not to be written. May be longer or shorter than another's. */
  readonly words: Uint32Array;

  /** Keeps `words`, which nobody may write from here on; `size` is the number of bits in it. */
  constructor(words: Uint32Array, size: number) {
    this.words = words;
    this.size = size;
  }

  /** Keeps `words`, too, and counts the bits itself. */
  static of(words: Uint32Array): Selection {
    return new Selection(
      words,
      words.reduce((size, word) => size + bitsOf(word), 0),
    );
  }

  has(id: number): boolean {
    return ((this.words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** From the lowest id up. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, word] of this.words.entries())
      for (let rest = word; rest !== 0; rest &= rest - 1) yield at * bitsInWord + lowestBit(rest);
  }
}

export const nobody: Selection = new Selection(new Uint32Array(0), 0);

/** Collects people into a selection without a copy for each of them. */
export class Gathering {
  #words: Uint32Array;
  #size: number;

  constructor(from: Selection = nobody) {
    this.#words = from.words.slice();
    this.#size = from.size;
  }

  get size(): number {
    return this.#size;
  }

  add(id: number): void {
    if (!this.#has(id)) this.toggle(id);
  }

  remove(id: number): void {
    if (this.#has(id)) this.toggle(id);
  }

  toggle(id: number): void {
    const at = id >>> 5;
    if (at >= this.#words.length) this.#words = longer(this.#words, at + 1);
    const bit = 1 << (id & 31);
    this.#words[at]! ^= bit;
    this.#size += (this.#words[at]! & bit) === 0 ? -1 : 1;
  }

  /** What was gathered so far; afterward there is nothing in it. */
  selection(): Selection {
    const gathered = new Selection(this.#words, this.#size);
    this.#words = new Uint32Array(0);
    this.#size = 0;
    return gathered;
  }

  #has(id: number): boolean {
    return ((this.#words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }
}

/** Everybody who comes, piece by piece; `onPiece` is told how many that are so far. */
export async function gathered(
  pieces: AsyncIterable<readonly number[]>,
  onPiece: (count: number) => void = () => {},
): Promise<Selection> {
  const gathering = new Gathering();
  for await (const piece of pieces) {
    for (const id of piece) gathering.add(id);
    onPiece(gathering.size);
  }
  return gathering.selection();
}

export function withAll(selection: Selection, ids: Iterable<number>): Selection {
  if (ids instanceof Selection) return combined(selection, ids, (a, b) => a | b);
  return changed(selection, ids, (gathering, id) => gathering.add(id));
}

export function withoutAll(selection: Selection, ids: Iterable<number>): Selection {
  if (ids instanceof Selection) return combined(selection, ids, (a, b) => a & ~b);
  return changed(selection, ids, (gathering, id) => gathering.remove(id));
}

/** Selects those who are not, and unselects those who are. */
export function inverted(selection: Selection, ids: Iterable<number>): Selection {
  if (ids instanceof Selection) return combined(selection, ids, (a, b) => a ^ b);
  return changed(selection, ids, (gathering, id) => gathering.toggle(id));
}

export function inBoth(one: Selection, other: Selection): Selection {
  return combined(one, other, (a, b) => a & b);
}

/** How many are in both. */
export function countInBoth(one: Selection, other: Selection): number {
  let count = 0;
  const length = Math.min(one.words.length, other.words.length);
  for (let at = 0; at < length; at++) count += bitsOf(one.words[at]! & other.words[at]!);
  return count;
}

function combined(one: Selection, other: Selection, combine: (a: number, b: number) => number): Selection {
  const words = new Uint32Array(Math.max(one.words.length, other.words.length));
  let size = 0;
  for (let at = 0; at < words.length; at++) {
    words[at] = combine(one.words[at] ?? 0, other.words[at] ?? 0);
    size += bitsOf(words[at]!);
  }
  return new Selection(words, size);
}

function changed(
  selection: Selection,
  ids: Iterable<number>,
  change: (gathering: Gathering, id: number) => void,
): Selection {
  const gathering = new Gathering(selection);
  for (const id of ids) change(gathering, id);
  return gathering.selection();
}

/** Room for at least `length` words, and more, so that growing is rare. */
function longer(words: Uint32Array, length: number): Uint32Array {
  const grown = new Uint32Array(Math.max(length, Math.ceil(words.length * 1.5)));
  grown.set(words);
  return grown;
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** How many bits of a word are set, counted in pairs, fours and bytes at once. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
