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

describe('the characters that are measured without looking', () => {
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
  const quick = all.filter(character => /^[\p{L}\p{P}\p{S}]$/u.test(character));

  it('take the cells that string-width says, alone and beside each other', () => {
    const wrong = quick.filter(character => displayWidth(character) !== stringWidth(character));
    expect(wrong).toEqual([]);
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const text = quick.join('');
    expect(graphemes(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    expect(displayWidth(text)).toBe(stringWidth(text));
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

  it('cuts without a sign when told', () => {
    expect(fitText('Ana Silva', 5, { ellipsis: '' })).toBe('Ana S');
    expect(fitText('Ana Silva', 5, { ellipsis: '..' })).toBe('Ana..');
  });

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
