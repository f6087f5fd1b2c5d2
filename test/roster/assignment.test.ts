import { expect, it } from 'vitest';
import { assignmentText, parseAssignment } from '../../source/roster/assignment.ts';
import { assignmentTypes } from '../../source/roster/vocabulary.ts';

it.each([
  ['Billing', 'Billing', 'agent'],
  [' Billing (Agent) ', 'Billing', 'agent'],
  ['Billing (supervisor)', 'Billing', 'supervisor'],
  ['Billing(BOTH)', 'Billing', 'both'],
  ['Billing (EMEA)', 'Billing (EMEA)', 'agent'],
  ['Billing (EMEA) (both)', 'Billing (EMEA)', 'both'],
  ['Billing (both) nights', 'Billing (both) nights', 'agent'],
  ['(both)', '(both)', 'agent'],
])('reads %j as %j, %s', (text, name, type) => {
  expect(parseAssignment(text)).toEqual({ name, type });
});

it('reads what it prints', () => {
  expect(assignmentTypes.map(type => assignmentText('Tier 1', type))).toEqual([
    'Tier 1',
    'Tier 1 (supervisor)',
    'Tier 1 (both)',
  ]);
  for (const type of assignmentTypes)
    expect(parseAssignment(assignmentText('Tier 1', type))).toEqual({ name: 'Tier 1', type });
});
