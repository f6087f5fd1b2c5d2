import { expect, it } from 'vitest';
import { pageStory } from '../screens/page-story.ts';

it.each([
  ['E', 'Your files are on your side of SSH. There: ssh HOST export > users.csv'],
  ['I', 'Your files are on your side of SSH. There: ssh HOST import - < users.csv'],
  ['ctrl+z', 'There is no shell here to go back to; q leaves.'],
])('who came in by a key has no %s, and is told why', (key, reason) => {
  const s = pageStory(undefined, { confined: true });
  s.press(key);
  expect(s.app.toast?.text).toBe(reason);
  expect(s.app.layers).toEqual([]);
  expect(s.take('suspend')).toEqual([]);
  const free = pageStory(undefined, { confined: false });
  free.press(key);
  expect(free.app.toast).toBe(null);
});

it('the list of commands says why, too', () => {
  const s = pageStory(undefined, { confined: true });
  s.press(':', 'E', 'x', 'p', 'o', 'r', 't');
  expect(s.app.layers.at(-1)).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ id: 'roster.export', disabled: expect.stringContaining('side of SSH') }),
    ]),
  });
});
