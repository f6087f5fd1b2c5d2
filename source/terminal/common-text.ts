/**
 * Character classes of what most text is made of, so that it need not be measured and searched by rules that take
 * milliseconds to load.
 */

/**
 * One cell, and one character by itself: Latin, Greek and Cyrillic letters, punctuation, arrows, lines and shapes; without
 * controls, the soft hyphen and what is an emoji.
 */
export const narrow =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u1e00-\\u1eff\\u2010-\\u2027\\u2030-\\u205e\\u2190-\\u2319\\u2500-\\u25fc\\u2600-\\u2613\\u2710-\\u2727\\u2800-\\u28ff';

/** No cell, and one character with what is before it. Without the joiner among them, which is not seen. */
export const marks = '\\u0300-\\u034e\\u0350-\\u036f';

/** Two cells, and one character by itself: kana, the common ideographs, syllables of Hangul. */
export const wide = '\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3';
