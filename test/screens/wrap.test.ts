import { expect, it } from 'vitest';
import { wrapped } from '../../source/components/wrap.ts';

function lines(text: string, width: number): string[] {
  return wrapped(text, width).map(line => line.map(span => span.text).join(''));
}

it('breaks between words, and words that are too long for a line', () => {
  expect(lines('Ana Silva and Bruno', 9)).toEqual(['Ana Silva', 'and Bruno']);
  expect(lines('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
  expect(lines('席尔瓦美玲', 5)).toEqual(['席尔', '瓦美', '玲']);
});

it.each(['x', '席', '👩🏽‍💻'])('breaks a word of a megabyte of %s', { timeout: 20_000 }, letter => {
  const count = Math.floor(1_000_000 / letter.length);
  const found = lines(letter.repeat(count), 40);
  expect(found.join('')).toHaveLength(count * letter.length);
});
