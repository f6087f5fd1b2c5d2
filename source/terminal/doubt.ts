/**
 * Which graphemes terminals may draw in another width than ours. After one of these the cursor's place is unknown, and
 * the painter says where it goes on instead of relying on it: the worst that happens is one glyph drawn over.
 */

const certain: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  // Boxes, blocks and shapes, without those that have an emoji form.
  [0x2500, 0x25a9],
  [0x25ac, 0x25b5],
  [0x25b7, 0x25bf],
  [0x25c1, 0x25fa],
  // Kana, ideographs, Hangul syllables, fullwidth forms.
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];

/** Whether a terminal may disagree about the width of `grapheme`. */
export function hasDoubtfulWidth(grapheme: string): boolean {
  const code = grapheme.charCodeAt(0);
  if (grapheme.length > 1) return true;
  for (const [first, last] of certain) {
    if (code < first) return true;
    if (code <= last) return false;
  }
  return true;
}
