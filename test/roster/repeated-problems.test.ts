import { expect, test } from 'vitest';
import { repeatedProblems } from '../../source/roster/plan/repeated-problems.ts';

const problem = (line: number | undefined, message: string, column = 'role_name') => ({
  ...(line !== undefined && { line }),
  column,
  message,
});

test('what is wrong in the same way is said once, with its lines', () => {
  const found = [
    problem(3, 'No role is called "Agnt".'),
    problem(undefined, 'The file is too large.'),
    ...[1204, 8, 7, 9, 9].map(line => problem(line, 'No role is called "Agnt".')),
    problem(4, 'No role is called "Agnt".', 'other'),
    problem(5, 'No role is called "Boss".'),
  ];
  expect(repeatedProblems(found).map(({ place, column, message }) => [place, column, message])).toEqual([
    ['lines 3, 7–9 and 1204', 'role_name', 'No role is called "Agnt".'],
    ['', 'role_name', 'The file is too large.'],
    ['line 4', 'other', 'No role is called "Agnt".'],
    ['line 5', 'role_name', 'No role is called "Boss".'],
  ]);
});

test('of many lines the first are named, and the others counted', () => {
  const odd = Array.from({ length: 40 }, (_, n) => problem(2 * n + 1, 'x'));
  expect(repeatedProblems(odd)[0]?.place).toBe('lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 and 29 more');
});
