import { expect, it } from 'vitest';
import { billing, licensed, sales } from '../roster/build.ts';
import { editing, form, press, to, type } from './form-story.ts';

function edits(story: Parameters<typeof form>[0]) {
  const request = form(story).planned?.request;
  return request?.kind === 'edit' ? request.edits : [];
}

it('changes the kind of the queue picked last, until the cursor moves or something is typed', () => {
  const story = press(to(editing([licensed(1)]), 'queues'), 'enter');
  const [first, second] = [billing.name, sales.name];
  const picked = press(story, 'tab', 'right');
  expect(edits(press(picked, 'enter'))).toEqual([
    { field: 'queues', op: 'add', text: `${first} (supervisor)` },
  ]);
  const out = press(picked, 'ctrl+o', 'left', 'enter');
  expect(edits(out)).toEqual([
    { field: 'queues', op: 'add', text: first },
    { field: 'queues', op: 'opt-out', text: first },
  ]);
  const one = { field: 'queues', op: 'add', text: first };
  const another = { field: 'queues', op: 'add', text: second };
  expect(edits(press(story, 'tab', 'up', 'down', 'right', 'enter'))).toEqual([one, another]);
  expect(edits(press(type(press(story, 'tab'), second.toLowerCase()), 'right', 'enter'))).toEqual([
    one,
    another,
  ]);
  // What was just left is not picked again by that.
  expect(edits(press(story, 'tab', 'up', 'tab', 'right', 'enter'))).toEqual([another]);
});
