import { expect, it } from 'vitest';
import { press, pretend } from './pretend.ts';

const users = 10;

it.each(['E', 'I'])('is left with Esc, and nothing is done: %s', key => {
  const open = press(pretend(users), users, key);
  expect(open.app.layers).toMatchObject([{ kind: 'prompt' }]);
  const left = press(open, users, 'x', 'escape');
  expect(left.app.layers).toEqual([]);
  expect(left.asked).toEqual(open.asked);
});
