/** So full the table gets, and grows by so much then. */
const fullest = 0.75;
const growth = 1.5;

/**
 * Remembers on which line each address or id of a file stood first, in 16 to 24 bytes each, so that the
 * million addresses of a big file take some 20 MB and not some 150. It keeps a 64-bit hash in place of the
 * address: in a million addresses two different ones collide with a chance of 1 to 37 million.
 */
export class SeenKeys {
  #slots = 1024;
  #count = 0;
  #high = new Uint32Array(this.#slots);
  #low = new Uint32Array(this.#slots);
  /** 0 marks a free slot: lines count from 1. */
  #lines = new Uint32Array(this.#slots);

  /** The line on which the key stood first; undefined, and remembered, if it is new. */
  firstLine(key: string, line: number): number | undefined {
    if (this.#count >= this.#slots * fullest) this.#grow();
    const [high, low] = hash(key);
    const slot = this.#slot(high, low);
    const first = this.#lines[slot]!;
    if (first !== 0) return first;
    this.#put(slot, high, low, line);
    this.#count++;
    return undefined;
  }

  #slot(high: number, low: number): number {
    const slots = this.#slots;
    let slot = Math.floor((low / 2 ** 32) * slots);
    while (this.#lines[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = slot + 1 === slots ? 0 : slot + 1;
    return slot;
  }

  #put(slot: number, high: number, low: number, line: number) {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#lines[slot] = line;
  }

  #grow() {
    const [high, low, lines] = [this.#high, this.#low, this.#lines];
    this.#slots = Math.ceil(this.#slots * growth);
    this.#high = new Uint32Array(this.#slots);
    this.#low = new Uint32Array(this.#slots);
    this.#lines = new Uint32Array(this.#slots);
    for (let old = 0; old < lines.length; old++) {
      if (lines[old] === 0) continue;
      this.#put(this.#slot(high[old]!, low[old]!), high[old]!, low[old]!, lines[old]!);
    }
  }
}

/** Two 32-bit multiplicative hashes that each take in every character, mixed into each other at the end. */
function hash(text: string): [high: number, low: number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    low = (low << 13) | (low >>> 19);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return [high >>> 0, low >>> 0];
}
