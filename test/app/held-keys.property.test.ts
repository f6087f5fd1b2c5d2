import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedKeys } from '../../source/app/held-keys.ts';
import type { Action } from '../../source/app/layers.ts';
import { press, pretend, send } from '../screens/pretend.ts';

const before = fc.array(
  fc.constantFrom('j', 'k', 'end', 'pagedown', 'space', 'v', 's', '=', '/', 'x', 'enter', 'escape', '?'),
  { maxLength: 12 },
);
const held = fc.constantFrom('j', 'k', 'up', 'down', 'pagedown', 'pageup', 'ctrl+d', 'ctrl+u');
const users = fc.constantFrom(0, 1, 7, 17, 60, 200);

it('does for keys that piled up what they do one by one', () => {
  fc.assert(
    fc.property(before, held, fc.integer({ min: 2, max: 40 }), users, (keys, key, times, count) => {
      const story = press(pretend(count), count, ...keys);
      const one: Action = { type: 'key', key, text: key.length === 1 ? key : '', at: story.now + 1_000 };
      const all = Array.from({ length: times - 1 }).reduce<Action | null>(
        merged => merged && mergedKeys(story.app, merged, one),
        one,
      );
      // Where letters type, or lists and dialogs are open, each key is its own.
      fc.pre(all !== null);
      const together = send(story, all, count).app;
      const single = Array.from({ length: times }).reduce<typeof story>(
        after => send(after, one, count),
        story,
      ).app;
      expect(together.roster).toEqual(single.roster);
    }),
    { numRuns: 300 },
  );
});

it('keeps apart what is not held, and what does not move', () => {
  const { app } = pretend(60);
  const key = (name: string): Action => ({ type: 'key', key: name, text: name, at: 1 });
  expect(mergedKeys(app, key('j'), key('k'))).toBeNull();
  expect(mergedKeys(app, key('space'), key('space'))).toBeNull();
  expect(mergedKeys(app, key('j'), { type: 'others-changed' })).toBeNull();
});
