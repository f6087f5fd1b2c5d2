import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Selection } from '../roster/selection.ts';

/** Bytes of a bitmap that are believed: 67 million people. Who wrote the file may have written anything. */
const most = 8 * 1024 * 1024;

/** A selection as text: its bitmap, squeezed. A million who are all selected are some 200 characters. */
export function packed({ words }: Selection): string {
  const bytes = Buffer.alloc(words.length * 4);
  for (const [at, word] of words.entries()) bytes.writeUInt32LE(word, at * 4);
  return deflateRawSync(bytes).toString('base64');
}

/** The selection of a text; null if it is none. */
export function unpacked(text: string): Selection | null {
  try {
    const bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: most });
    if (bytes.length % 4 !== 0) return null;
    const words = new Uint32Array(bytes.length / 4);
    for (let at = 0; at < words.length; at++) words[at] = bytes.readUInt32LE(at * 4);
    // Nobody has the id 0.
    if (words.length > 0) words[0]! &= ~1;
    return Selection.of(words);
  } catch {
    return null;
  }
}
