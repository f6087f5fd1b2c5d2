import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../source/roster/text/fold.ts';

describe('fold', () => {
  it.each([
    ['José', 'jose'],
    ['Müller', 'muller'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Ødegård', 'odegard'],
    ['Đặng Thị Hương', 'dang thi huong'],
    ['İstanbul', 'istanbul'],
    ['Ýr Þórðardóttir', 'yr thordardottir'],
    ['Ａｎａ', 'ana'],
    ['ﬁne', 'fine'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['Ёлкин', 'елкин'],
  ])('finds %s by %s', (written, typed) => {
    expect(fold(written)).toBe(typed);
  });

  it.each(['席尔瓦 美玲', 'ガブリエル', 'हिन्दी', 'தமிழ்', 'ไทย', '한국어'])('leaves %s as it is', text => {
    expect(fold(text)).toBe(text);
  });

  it('leaves out all that nobody sees', () => {
    const unseen = /^\p{Default_Ignorable_Code_Point}$/u;
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (unseen.test(character)) expect([code, fold(`Bil${character}ling`)]).toEqual([code, 'billing']);
    }
  });

  it('says the same for composed and decomposed letters', () => {
    for (const text of ['José', 'ガ', '각', 'Ệ']) expect(fold(text.normalize('NFD'))).toBe(fold(text));
  });

  it('takes both small sigmas for one, as capitals do not tell them apart', () => {
    expect(fold('Παπαδόπουλος')).toBe(fold('ΠΑΠΑΔΟΠΟΥΛΟΣ'));
    expect(fold('ΠΑΠΑΔΟΠΟΥΛΟΣΗ').startsWith(fold('ΠΑΠΑΔΟΠΟΥΛΟΣ'))).toBe(true);
  });

  it('changes nothing when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => fold(fold(text)) === fold(text)));
  });
});
