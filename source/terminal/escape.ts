import { marks, narrow, wide } from './common-text.ts';

/**
 * Makes text that came from people and files safe to draw: an escape sequence in a name would otherwise run in every
 * admin's terminal, and invisible characters would move the rest of the row.
 */

// Looks for what is not harmless: a pattern that matches all of a text of megabytes overflows the stack.
const doubtful = new RegExp(`[^${narrow}${marks}${wide}]|(?:^|[${wide}])[${marks}]|[${marks}]{4}`);
// Stands in for a joiner that is to stay while the other invisible characters go; a noncharacter, so never in a name.
const KEPT_JOINER = '\ufdd0';

/**
 * `text` as it may be drawn on one line: control characters as pictures (ESC is `␛`, a line break `␤`), lone surrogates
 * as `\ufffd`, what nobody sees by its number (`\u{202e}`), at most three combining marks in a row. Joiners and
 * variation selectors, which belong to the spelling of some languages, are left out where no emoji needs them.
 */
export function visible(text: string): string {
  return doubtful.test(text) ? escaped(text) : text;
}

/** The patterns stand in here, because they take 3 ms to make and few starts need them. */
function escaped(text: string): string {
  const pictographJoiner =
    /(?<=\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=\p{Extended_Pictographic})/gu;
  // The variation selectors of emoji stay.
  const spelling = /[[\p{Variation_Selector}\u{34f}\u{17b4}\u{17b5}\u{200c}\u{200d}]--[\u{fe0e}\u{fe0f}]]/gv;
  // Bidirectional overrides and isolates, zero-width characters, fillers, tags, interlinear marks. Signs like U+0600 are
  // format characters, too, but they are seen.
  const invisible =
    /[[\p{Default_Ignorable_Code_Point}\p{Format}\u{fff9}-\u{fffb}]--[\u{fe0e}\u{fe0f}\u{600}-\u{605}\u{6dd}\u{890}\u{891}\u{8e2}\u{110bd}\u{110cd}]]/gv;
  // A selector without something that has two presentations before it only confuses the measure.
  const strayPresentation = /(?<![\p{Extended_Pictographic}\p{Emoji}])[\ufe0e\ufe0f]/gu;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  const control = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/g;
  const shown = text
    .toWellFormed()
    .replace(/[\u1100-\u11ff]+/g, jamo => jamo.normalize('NFC'))
    // Beginnings of Korean syllables that no vowel follows: measures differ in what they take together with the next syllable.
    .replace(/[\u1100-\u115e]/g, letterOfJamo)
    .replaceAll(KEPT_JOINER, '\ufffd')
    .replace(control, picture)
    .replace(pictographJoiner, KEPT_JOINER)
    .replace(spelling, '')
    .replace(invisible, character => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replace(strayPresentation, '')
    .replace(/(?<=\p{Mark}{3})\p{Mark}/gu, '')
    .replaceAll(KEPT_JOINER, '\u200d');
  // A mark, or a tone of skin, would otherwise sit on whatever is drawn before this text.
  return /^[\p{Mark}\p{Emoji_Modifier}]/u.test(shown) ? `◌${shown}` : shown;
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x0a || code > 0x2000) return '␤';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  // C1: an 8-bit CSI or OSC; the pictures have none of their own.
  return '␛';
}

/** The letter that stands alone, of a piece of a Korean syllable. */
function letterOfJamo(jamo: string): string {
  const first = 0x3131;
  for (let code = first; code < first + 0x5e; code++) {
    const letter = String.fromCharCode(code);
    if (letter.normalize('NFKD') === jamo) return letter;
  }
  return '\ufffd';
}
