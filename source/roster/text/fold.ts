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
  '[\\u0300-\\u036f]|[\\u0591-\\u05c7]|[\\u064b-\\u065f]|\\u0670|[\\u1ab0-\\u1aff]|[\\u1dc0-\\u1dff]|[\\u20d0-\\u20ff]|[\\ufe20-\\ufe2f]';
/** What nobody sees: two names that differ in it only are one. By their numbers, as the class takes milliseconds to load. */
const unseen =
  '[\\u{ad}\\u{61c}\\u{115f}\\u{1160}\\u{17b4}\\u{17b5}\\u{180b}-\\u{180f}\\u{200b}-\\u{200f}\\u{202a}-\\u{202e}\\u{2060}-\\u{206f}\\u{3164}\\u{fe00}-\\u{fe0f}\\u{feff}\\u{ffa0}\\u{fff0}-\\u{fffb}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]';
const leftOut = new RegExp(`${accents}|${unseen}`, 'gu');
const plainAscii = /^[\x20-\x7e]*$/;

/**
 * The form in which text is compared, sorted and searched: no accents, nothing unseen, lower case, compatibility
 * forms unified – `José` and `jose`, `Müller` and `muller`, full-width and narrow letters agree.
 * The same function serves stored text and what people type.
 */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(leftOut, '')
    .toLowerCase()
    .replace(strokePattern, letter => strokes[letter] ?? letter)
    .normalize('NFC');
}
