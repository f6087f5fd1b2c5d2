import { expect, it } from 'vitest';
import { planFor, press, pretend, send } from './pretend.ts';

const users = 10;

it.each(['E', 'I'])('is left with Esc, and nothing is done: %s', key => {
  const open = press(pretend(users), users, key);
  expect(open.app.layers).toMatchObject([{ kind: 'prompt' }]);
  const left = press(open, users, 'x', 'escape');
  expect(left.app.layers).toEqual([]);
  expect(left.asked).toEqual(open.asked);
});

it('goes on with what somebody still waits for, and with nothing they left', () => {
  const request = { kind: 'import' as const, path: 'a.csv' };
  const planned = { type: 'planned' as const, planned: planFor(request, users) };
  const asked = press(pretend(users), users, 'I', ...'a.csv');
  expect(send(asked, planned, users).app.layers).toMatchObject([{ kind: 'import', path: 'a.csv' }]);
  expect(send(press(asked, users, 'x'), planned, users).app.layers).toMatchObject([{ kind: 'prompt' }]);
  expect(send(press(asked, users, 'escape'), planned, users).app.layers).toEqual([]);
  const completed = {
    type: 'path-completed' as const,
    asked: 'a.csv',
    text: 'a.csv.csv',
    names: ['a.csv.csv'],
  };
  expect(send(asked, completed, users).app.layers).toMatchObject([{ field: { value: 'a.csv.csv' } }]);
  const typedOn = press(asked, users, 'x');
  expect(send(typedOn, completed, users).app.layers).toEqual(typedOn.app.layers);
});
