import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Selection } from '../../roster/screen/selection.ts';

/** Bytes of a bitmap that are believed: 67 million people. Who wrote the file may have written anything. */
const most = 8 * 1024 * 1024;

/** A selection stays as it is, and is written anew with every step of the screen. */
const texts = new WeakMap<Selection, string>();

/** A selection as text: its bitmap, squeezed. A million who are all selected are some 800 characters. */
export function packed(selection: Selection): string {
  const known = texts.get(selection);
  if (known !== undefined) return known;
  const { words } = selection;
  const bytes = Buffer.alloc(words.length * 4);
  for (let at = 0; at < words.length; at++) bytes.writeUInt32LE(words[at]!, at * 4);
  // A key may wait for it: squeezing better takes three times as long.
  const text = deflateRawSync(bytes, { level: constants.Z_BEST_SPEED }).toString('base64');
  texts.set(selection, text);
  return text;
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
