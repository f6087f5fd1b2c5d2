import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../source/terminal/escape.ts';
import { displayWidth } from '../../source/terminal/width.ts';

describe('visible', () => {
  it.each([
    ['leaves text alone', 'Željko Đorđević 席尔瓦 👩‍💻 ❤️ 🇩🇪', 'Željko Đorđević 席尔瓦 👩‍💻 ❤️ 🇩🇪'],
    ['shows escape sequences', 'A\x1b[2Jna\x07', 'A␛[2Jna␇'],
    ['shows 8-bit control characters', 'A\x9b31mna', 'A␛31mna'],
    ['shows line breaks and tabs', 'a\nb\tc\u2028d\x7f', 'a␤b␉c␤d␡'],
    [
      'shows bidirectional overrides and isolates',
      'a\u202egnp\u2066x\u200f',
      'a\\u{202e}gnp\\u{2066}x\\u{200f}',
    ],
    ['shows what has no width', 'a\u200bb\u00adc\ufeffd\u3164f', 'a\\u{200b}b\\u{ad}c\\u{feff}d\\u{3164}f'],
    ['drops joiners outside of emoji', 'می\u200cخواهم a\u200db', 'میخواهم ab'],
    ['drops the variants of ideographs', '葛\u{e0100}城', '葛城'],
    ['replaces lone surrogates', 'a\ud83db', 'a\ufffdb'],
    ['limits combining marks', `a${'\u0301'.repeat(50)}b`, 'a\u0301\u0301\u0301b'],
    ['gives a leading mark something to sit on', '\u0301a', '◌\u0301a'],
    ['gives a tone of skin something to sit on', '\u{1f3fd}', '◌\u{1f3fd}'],
    [
      'parts letters of Korean from syllables that they do not begin',
      '\u1100각\u11a8 \u1112\u1161\u11ab',
      'ㄱ각\u11a8 한',
    ],
    ['shows tags', 'a\u{e0041}b', 'a\\u{e0041}b'],
  ])('%s', (_, text, shown) => expect(visible(text)).toBe(shown));

  it('lets nothing through that is not seen, whichever character it is', () => {
    const unseen =
      /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;
    const letThrough = Array.from({ length: 0x10000 }, (_, code) => `a${String.fromCharCode(code)}b`).filter(
      text => unseen.test(visible(text)) && !/[\ufe0e\ufe0f]/.test(text),
    );
    expect(letThrough).toEqual([]);
  });

  it.each(['席', 'a\u0301', '\u0301'])('takes megabytes of %j', letter => {
    // From some 4 MB on a pattern that goes back has no room for all it would go back to.
    const text = letter.repeat(6_000_000 / letter.length);
    expect(visible(text).length).toBeGreaterThan(0);
    if (letter.length > 1 || letter === '席') expect(displayWidth(text)).toBeGreaterThanOrEqual(3_000_000);
  });

  it('lets no control character through, and changes nothing the second time', () => {
    const any = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom('\x1b', '\u0301', '\u200d', '👩', '\ud800', '\u202e', '\ufe0f'),
      ),
    });
    fc.assert(
      fc.property(any, text => {
        const shown = visible(text);
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(shown.isWellFormed()).toBe(true);
        expect(visible(shown)).toBe(shown);
        expect(displayWidth(shown) === 0).toBe(shown === '');
      }),
      { numRuns: 300 },
    );
  });
});
