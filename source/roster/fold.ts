/** Letters that Unicode does not decompose but that people type otherwise: without their stroke or ligature, or as the sigma that is not final. */
const strokes: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ς: 'σ',
};
const strokePattern = /[łøßđæœıðþς]/g;
/** Accents and vowel points – not the vowel signs of Indic scripts or Japanese voicing, which make other words. */
const accents =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g;
const plainAscii = /^[\x20-\x7e]*$/;

/**
 * The form in which text is compared, sorted and searched: no accents, lower case, compatibility
 * forms unified – `José` and `jose`, `Müller` and `muller`, full-width and narrow letters agree.
 * The same function serves stored text and what people type.
 */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(strokePattern, letter => strokes[letter] ?? letter)
    .normalize('NFC');
}
