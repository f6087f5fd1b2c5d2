import { type Random, randomFor } from '../../../source/demo/random.ts';

/** Ids that say nothing, as the vendor makes them. The same for the same seed. */
export interface Ids {
  /** 22 letters: `IGTRVt3gQ2i-WjoUIjeZxw`. */
  short(): string;
  /** `27302393-4784-11ec-a3cd-122e3e29bb87`. */
  long(): string;
}

export function makeIds(seed: number): Ids {
  const random = randomFor(7, seed);
  return {
    short: () => bytes(random, 16).toString('base64url'),
    long: () =>
      bytes(random, 16)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  };
}

function bytes(random: Random, count: number): Buffer {
  const made = Buffer.alloc(count);
  for (let at = 0; at < count; at += 4) made.writeUInt32LE(Math.floor(random.next() * 2 ** 32), at);
  return made;
}
