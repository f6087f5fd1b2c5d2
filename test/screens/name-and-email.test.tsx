import { expect, it } from 'vitest';
import { scrollTop } from '../../source/components/blocks.tsx';
import { NameAndEmail, nameAmongOthers } from '../../source/components/name-and-email.tsx';
import { displayWidth } from '../../source/terminal/width.ts';
import { componentLines } from './drawn.tsx';

const longName = '長い名前 '.repeat(25).trim();

function shown(name: string, email: string, width: number): string {
  const element = <NameAndEmail name={name} email={email} gap={3} width={width} />;
  const [line = ''] = componentLines(element);
  expect(displayWidth(line)).toBeLessThanOrEqual(width);
  return line;
}

it('lets a long name give way to the e-mail, as far as its half', () => {
  expect(shown('Ana', 'ana@acme.example', 100)).toBe('Ana   ana@acme.example');
  expect(shown(longName, 'ana@acme.example', 40)).toMatch(/^長い名前 .*… +ana@acme\.example$/);
  expect(shown(longName, 'e'.repeat(200), 40)).toMatch(/^長い名前 長い名前.*… +e{16}…$/);
});

it('cuts a name among others so that they are seen', () => {
  expect(nameAmongOthers('Ana Silva')).toBe('Ana Silva');
  expect(nameAmongOthers('L'.repeat(128))).toBe(`${'L'.repeat(29)}…`);
});

it('scrolls so that the line is in the middle, but not beyond the ends', () => {
  expect([0, 2, 3, 10, 19].map(place => scrollTop(place, 20, 5))).toEqual([0, 0, 1, 8, 15]);
  expect(scrollTop(2, 3, 5)).toBe(0);
});
