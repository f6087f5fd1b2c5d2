import { expect, it } from 'vitest';
import { makeLook } from '../../source/components/look.ts';
import { withRoster } from '../../source/screens/app.ts';
import { footerLines, footerText } from '../../source/screens/roster/footer-line.ts';
import { withToast } from '../../source/screens/toasts.ts';
import { press, pretend } from './pretend.ts';

const look = makeLook(0, 'unicode');
const many = 1_204;

const text = (...keys: string[]) => footerText(press(pretend(many), many, ...keys).app, look);

it('counts what is selected, where one is and how many there are, and leaves out what is 0', () => {
  expect(text()).toBe('row 1 of 1,204 · 1,204 users');
  expect(text('space')).toBe('1 selected · row 2 of 1,204 · 1,204 users');
  expect(text('*', 'end')).toBe('1,204 selected · row 1,204 of 1,204 · 1,204 users');
  expect(text('space', '/', 'z', 'o', 'ë')).toBe('1 selected (1 not shown) · row 1 of 172 · 1,204 users');
  expect(text('space', '/', '!', '!')).toBe('1 selected (1 not shown) · 0 of 1,204 users');
  expect(footerText(pretend(0).app, look)).toBe('');
  expect(footerText(pretend(1).app, look)).toBe('row 1 of 1 · 1 user');
});

it('leaves the number of all users out where it would be cut', () => {
  const { app } = press(pretend(many), many, 'space', 'v', 'j');
  const shown = footerLines(app, 72, look)
    .counts.map(span => span.text)
    .join('');
  expect(shown).toBe(' range: v selects, Esc forgets · 1 selected · row 3 of 1,204');
});

it('tells of a range, and shows a total when it is known', () => {
  expect(text('v', 'j')).toBe('range: v selects, Esc forgets · row 2 of 1,204 · 1,204 users');
  const { app } = pretend(many);
  const totals = { matching: null, users: null, selectedMatching: null };
  expect(footerText(withRoster(app, { totals }), look)).toBe('row 1 of …');
  expect(footerText(withRoster(app, { totals: { ...totals, users: 1 }, before: null }), look)).toBe(
    'row … of … · 1 user',
  );
});

it('says all of what is too long to stand beside the counts above them', () => {
  const { app } = pretend(many);
  const text = 'Bruno da Silva may look but not change: the role Supervisor lacks UserManagement:Edit.';
  const shown = (width: number) => {
    const { above, counts } = footerLines(withToast(app, 'error', text), width, look);
    return [...above, counts].map(spans => spans.map(span => span.text).join(''));
  };
  expect(shown(200)).toEqual(['', expect.stringMatching(/^ row 1 of .* {3,}✗ Bruno .*Edit\. $/)]);
  expect(shown(60)).toEqual([
    ' ✗ Bruno da Silva may look but not change: the role ',
    '   Supervisor lacks UserManagement:Edit. ',
    ' row 1 of 1,204 · 1,204 users',
  ]);
});
