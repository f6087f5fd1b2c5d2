import { expect, it } from 'vitest';
import { withRoster } from '../../source/app/state.ts';
import { countsText } from '../../source/screens/roster/counts.ts';
import { press, pretend } from './pretend.ts';

const wide = 200;
const many = 1_204;

const text = (...keys: string[]) => countsText(press(pretend(many), many, ...keys).app, wide);

it('counts what is selected, where one is and how many there are, and leaves out what is 0', () => {
  expect(text()).toBe('row 1 of 1,204 · 1,204 users');
  expect(text('space')).toBe('1 selected · row 2 of 1,204 · 1,204 users');
  expect(text('*', 'end')).toBe('1,204 selected · row 1,204 of 1,204 · 1,204 users');
  expect(text('space', '/', 'z', 'o', 'ë')).toBe('1 selected (1 not shown) · row 1 of 172 · 1,204 users');
  expect(text('space', '/', '!', '!')).toBe('1 selected (1 not shown) · 0 of 1,204 users');
  expect(countsText(pretend(0).app, wide)).toBe('');
  expect(countsText(pretend(1).app, wide)).toBe('row 1 of 1 · 1 user');
});

it('leaves the number of all users out where it would be cut', () => {
  const { app } = press(pretend(many), many, 'space', 'v', 'j');
  expect(countsText(app, 71)).toBe('range: v selects, Esc forgets · 1 selected · row 3 of 1,204');
});

it('tells of a range, and shows a total when it is known', () => {
  expect(text('v', 'j')).toBe('range: v selects, Esc forgets · row 2 of 1,204 · 1,204 users');
  const { app } = pretend(many);
  const totals = { matching: null, users: null, selectedMatching: null };
  expect(countsText(withRoster(app, { totals }), wide)).toBe('row 1 of …');
  expect(countsText(withRoster(app, { totals: { ...totals, users: 1 }, before: null }), wide)).toBe(
    'row … of … · 1 user',
  );
});
