import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRanges, searchWords } from '../../source/roster/screen/search-terms.ts';
import { fold } from '../../source/roster/text/fold.ts';

/** The parts of a text that are highlighted when somebody types `search`. */
function highlighted(text: string, search: string): string[] {
  return matchRanges(text, searchWords(search)).map(({ start, end }) => text.slice(start, end));
}

describe('searchWords', () => {
  it('parts at any white space, once each, folded', () => {
    expect(searchWords('  José\tSilva　jose ')).toEqual(['jose', 'silva']);
  });

  it('has no words for blank text', () => {
    expect(searchWords(' \u00a0 ')).toEqual([]);
  });
});

describe('matchRanges', () => {
  it.each([
    ['José Müller', 'jose', ['José']],
    ['José Müller', 'mull jos', ['Jos', 'Müll']],
    ['Łódź', 'lodz', ['Łódź']],
    ['席尔瓦 美玲', '尔瓦', ['尔瓦']],
    ['Anna', 'ann nna', ['Anna']],
    ['banana', 'an', ['anan']],
    ['Ana', 'bo', []],
    ['', 'a', []],
  ])('in %s, typing %s marks %j', (text, search, marked) => {
    expect(highlighted(text, search)).toEqual(marked);
  });

  it('marks the whole letter where only a part of its folded form was typed', () => {
    expect(highlighted('Straße', 's')).toEqual(['S', 'ß']);
    expect(highlighted('ﬁne', 'in')).toEqual(['ﬁn']);
  });

  it('marks a decomposed letter with its accent', () => {
    expect(highlighted('Jose\u0301 S', 'jose')).toEqual(['Jose\u0301']);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), { maxLength: 3 });

  it('never splits a character, and its ranges are in order and apart', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, words, (text, words) => {
        const edges = new Set([text.length, ...[...segmenter.segment(text)].map(part => part.index)]);
        const ranges = matchRanges(text, searchWords(words.join(' ')));
        let last = -1;
        for (const { start, end } of ranges) {
          expect(edges.has(start) && edges.has(end)).toBe(true);
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  it('marks something whenever a part of the text itself was typed', () => {
    fc.assert(
      fc.property(text, fc.nat(11), fc.nat(11), (text, from, length) => {
        const typed = [...text].slice(from, from + length).join('');
        const found = searchWords(typed).filter(word => fold(text).includes(word));
        if (found.length > 0) expect(matchRanges(text, found)).not.toEqual([]);
      }),
    );
  });
});

it.each([
  ['<ana@acme.example>', ['ana@acme.example']],
  ['"Silva, Ana" <ana@acme.example>;', ['silva', 'ana@acme.example']],
  ["'ana@acme.example',", ['ana@acme.example']],
  ['mailto:ana@acme.example', ['ana@acme.example']],
  ["o'neil@acme.example", ["o'neil@acme.example"]],
  ['(ana', ['(ana']],
])('a pasted %s is searched without what is around it', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});
