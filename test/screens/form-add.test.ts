import { expect, it } from 'vitest';
import { essentials, unlicensed } from '../roster/build.ts';
import { adding, form, press, type } from './form-story.ts';

it('adds nobody beyond the pool, nobody without a role, and no more than a thousand', () => {
  const people = [1, 2, 3].map(id => unlicensed(id));
  const story = press(adding(people, { pools: essentials(10, 9) }), 'tab', 'tab', 'enter');
  expect(form(story).planned?.changeSet.problems.map(problem => problem.code)).toEqual(['role_missing']);
  const withRole = press(type(press(story, 'enter'), 'agent'), 'enter');
  const codes = form(withRole).planned?.changeSet.problems.map(problem => problem.code);
  expect(codes).toEqual(['licenses_missing']);
  const many = Array.from({ length: 1_001 }, (_, index) => unlicensed(index + 1));
  const list = adding(many, { pools: essentials(5_000, 0) });
  const all = press(list, ...Array<string>(1_001).fill('tab'), 'enter', 'enter');
  const asAgents = press(type(all, 'agent'), 'enter', 's');
  expect(asAgents.app.toast?.text).toContain('1,001 users to add; at most 1,000');
});

it('does not pick who is not active in the account', () => {
  const story = press(adding([unlicensed(1, { account_status: 'pending' })]), 'tab');
  expect(form(story).people?.picked.size).toBe(0);
  expect(story.app.toast?.text).toBe('Person 1 is pending in the account.');
});
