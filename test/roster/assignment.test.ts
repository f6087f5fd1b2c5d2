import { expect, it } from 'vitest';
import { assignmentText, parseAssignment } from '../../source/roster/users/assignment.ts';
import { assignmentTypes } from '../../source/roster/users/vocabulary.ts';

it.each([
  ['Billing', 'Billing', 'agent'],
  [' Billing (Agent) ', 'Billing', 'agent'],
  ['Billing (supervisor)', 'Billing', 'supervisor'],
  ['Billing(BOTH)', 'Billing', 'both'],
  ['Billing (EMEA)', 'Billing (EMEA)', 'agent'],
  ['Billing (EMEA) (both)', 'Billing (EMEA)', 'both'],
  ['Billing (both) nights', 'Billing (both) nights', 'agent'],
  ['(both)', '(both)', 'agent'],
  ['Billing (both, agent)', 'Billing (both, agent)', 'agent'],
  ['Billing (both, EMEA)', 'Billing (both, EMEA)', 'agent'],
  ['Billing (opted in, opted out)', 'Billing (opted in, opted out)', 'agent'],
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

it.each([
  ['Billing (supervisor, opted out)', 'supervisor', false],
  ['Billing ( Opted  Out ,both )', 'both', false],
  ['Billing (opted out)', 'agent', false],
  ['Billing (agent, opted in)', 'agent', true],
])('reads %j: whether somebody opted out, too', (text, type, opted_in) => {
  expect(parseAssignment(text)).toEqual({ name: 'Billing', type, opted_in });
  if (!opted_in)
    expect(parseAssignment(assignmentText('Billing', 'both', false))).toMatchObject({
      type: 'both',
      opted_in,
    });
});
