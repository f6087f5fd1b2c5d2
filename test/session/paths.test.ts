import { expect, it } from 'vitest';
import { completePath, typedPath } from '../../source/session/files/paths.ts';

it('a path with a NUL is refused in a sentence, and completed by nothing', async () => {
  expect(() => typedPath('/tmp/\0a.csv')).toThrow('No path has a NUL character (␀) in it. Take it out.');
  expect(await completePath('/tmp/\0/a')).toEqual({ text: '/tmp/\0/a', names: [] });
  expect(typedPath('/tmp/a\tb.csv')).toBe('/tmp/a\tb.csv');
});
