import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, displayWidth, fit as fitText, graphemes } from '../../source/terminal/width.ts';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['Ana Silva', 9],
    ['José', 4],
    ['席尔瓦 美玲', 11],
    ['e\u0301', 1],
    ['👍🏽', 2],
    ['👩‍💻', 2],
    ['🇩🇪', 2],
    ['한글', 4],
    ['●○▸☑…▰', 6],
  ])('of %j is %i', (text, width) => expect(displayWidth(text)).toBe(width));
});

describe('what is measured without asking string-width', () => {
  const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));
  const letters = all.filter(character => /^[\p{L}\p{N}\p{P}\p{S}\p{M} ]$/u.test(character));
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const expectSame = (text: string) => {
    expect(displayWidth(text)).toBe(stringWidth(text));
    expect(graphemes(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
  };

  it('takes as many cells, alone and with a mark', () => {
    const widths = (of: (text: string) => number) =>
      letters.map(letter => of(letter) * 10 + of(`${letter}\u0301`));
    expect(widths(displayWidth)).toEqual(widths(stringWidth));
  });

  it('takes as many cells in any company', () => {
    const latin = letters.filter(letter => letter < '\u0530');
    const asian = fc.constantFrom('か', 'ガ', '席', '尔', '김', '한', '日');
    const piece = fc.oneof(fc.constantFrom(...latin), fc.constantFrom(...letters), asian, fc.constant('☑'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => expectSame(pieces.join(''))));
  });
});

describe('graphemes', () => {
  it('are what a person sees as characters', () => {
    expect(graphemes('ab')).toEqual(['a', 'b']);
    expect(graphemes('e\u0301👩‍💻席')).toEqual(['e\u0301', '👩‍💻', '席']);
  });
});

describe('fit', () => {
  it.each([
    ['Ana', 5, 'Ana  '],
    ['Ana Silva', 5, 'Ana …'],
    ['席尔瓦', 5, '席尔…'],
    ['席尔瓦', 4, '席… '],
    ['席尔瓦', 6, '席尔瓦'],
    ['席', 1, '…'],
    ['Ana', 0, ''],
  ])('%j in %i cells is %j', (text, width, fitted) => expect(fitText(text, width)).toBe(fitted));

  it('always takes exactly the width', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, fc.nat(30), (value, width) => {
        expect(displayWidth(fitText(value, width))).toBe(width);
        expect(displayWidth(cut(value, width))).toBeLessThanOrEqual(width);
        expect(value.startsWith(cut(value, width))).toBe(true);
      }),
    );
  });
});
