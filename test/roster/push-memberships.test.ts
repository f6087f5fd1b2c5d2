import { expect, test } from 'vitest';
import { billing, refunds, sales, spanish, tierOne } from './build.ts';
import { inQueue, known, pushed, short } from './pushed.ts';

test('30 come into a queue in a call, and go out one by one', () => {
  const come = pushed({}, { queues: [inQueue(billing, 'both')] }, { users: 31 });
  expect(short(come)).toEqual([
    ...['assignQueueAgents 1 ×30', 'assignQueueAgents 1 ×1'],
    ...['assignQueueSupervisors 1 ×30', 'assignQueueSupervisors 1 ×1'],
  ]);
  expect(short(pushed({ queues: [inQueue(billing)] }, {}, { users: 2 }))).toEqual([
    'deleteQueueAgent 1 ×1',
    'deleteQueueAgent 1 ×1',
  ]);
});

test('somebody is a supervisor before they are no agent any more', () => {
  expect(short(pushed({ queues: [inQueue(sales)] }, { queues: [inQueue(sales, 'supervisor')] }))).toEqual([
    'assignQueueSupervisors 2 ×1',
    'deleteQueueAgent 2 ×1',
  ]);
});

test('opting is one call a user and way; who is put into a queue is opted in', () => {
  const was = { queues: [inQueue(billing, 'agent', false)] };
  const { steps } = pushed(was, { queues: [inQueue(billing), inQueue(sales, 'agent', false)] });
  expect(steps.map(step => ({ ...step }))).toEqual([
    { operation: 'assignQueueAgents', thing_id: 2, people: [1] },
    { operation: 'updateQueueAgent', people: [1], opted_in: true, queues: [1] },
    { operation: 'updateQueueAgent', people: [1], opted_in: false, queues: [2] },
  ]);
});

test('a new level of a skill is out, then in; all that a user gets in one call; what they lose comes late', () => {
  const was = { skills: [{ ...spanish, level: 2 }], queues: [inQueue(billing)] };
  const { steps } = pushed(was, {
    skills: [
      { ...spanish, level: 4 },
      { ...refunds, level: null },
    ],
  });
  expect(steps).toEqual([
    { operation: 'deleteUserSkill', people: [1], thing_id: 1 },
    {
      operation: 'assignSkills',
      people: [1],
      skills: [
        { id: 1, level: 4 },
        { id: 2, level: null },
      ],
    },
    { operation: 'deleteQueueAgent', people: [1], thing_id: 1 },
  ]);
  expect(short(pushed(was, { queues: was.queues }))).toEqual(['deleteUserSkill 1 ×1']);
});

test('20 skills of a user go in a call', () => {
  const ids = new Map(Array.from({ length: 25 }, (_, id) => [`s${id}`, id]));
  const skills = [...ids.values()].map(id => ({ id, name: '', level: null }));
  const knows = { ...known, ids: new Map([...known.ids, ['skill' as const, ids]]) };
  const { steps } = pushed({}, { skills }, { knows });
  expect(steps.map(step => 'skills' in step && step.skills.length)).toEqual([20, 5]);
});

test('out of the one team, then into the other', () => {
  const was = { team: { ...tierOne, team_role: 'both' as const } };
  expect(short(pushed(was, { team: { id: 2, name: 'Tier 2', team_role: 'agent' } }))).toEqual([
    'unassignTeamAgents 1 ×1',
    'unassignTeamSupervisors 1 ×1',
    'assignTeamAgents 2 ×1',
  ]);
  expect(short(pushed(was, { team: { ...tierOne, team_role: 'supervisor' } }))).toEqual([
    'unassignTeamAgents 1 ×1',
  ]);
});

test('presence is set in batches', () => {
  const now = { status_name: 'Not Ready' as const, sub_status_name: 'Meal' };
  const { steps } = pushed({}, now, { users: 21 });
  expect(steps.map(({ operation }) => operation)).toEqual(['batchUpdateStatus', 'batchUpdateStatus']);
  expect(steps[1]).toMatchObject({ rows: [{ person_id: 21, settings: now }] });
});
