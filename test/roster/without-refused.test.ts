import { expect, test } from 'vitest';
import type { PushStep } from '../../source/roster/push/step.ts';
import { type Refused, withoutRefused } from '../../source/roster/push/without-refused.ts';
import { agent } from './build.ts';

const added: PushStep = {
  operation: 'batchCreateUsers',
  rows: [1, 2].map(person_id => ({ person_id, settings: { role: agent } })),
};
const queue: PushStep = { operation: 'assignQueueAgents', thing_id: 4, people: [1, 2] };
const skills: PushStep = {
  operation: 'assignSkills',
  people: [1],
  skills: [
    { id: 7, level: null },
    { id: 8, level: 2 },
  ],
};
const opting: PushStep = { operation: 'optInOutQueues', people: [1], opted_in: false, queues: [4, 5] };
const steps = [added, queue, skills, opting];
const refused = (more: Partial<Refused>): Refused => ({
  ...{ person_id: null, kind: null, local_id: null, operation: 'batchCreateUsers', state: 'refused' },
  ...more,
});

test('of whom the account did not add nothing is sent', () => {
  expect(withoutRefused(steps, [refused({ person_id: 1 })])).toEqual([
    { ...added, rows: [added.rows[1]] },
    { ...queue, people: [2] },
  ]);
});

test('one skill that was refused leaves the others of its user, and one queue, too', () => {
  const one = { person_id: 1, kind: 'skill', local_id: 7, operation: 'assignSkills' as const };
  expect(withoutRefused([skills], [refused(one)])).toEqual([{ ...skills, skills: [skills.skills[1]] }]);
  const other = { person_id: 1, kind: 'queue', local_id: 5, operation: 'updateQueueAgent' as const };
  expect(withoutRefused([queue, opting], [refused(other)])).toEqual([
    queue,
    { ...opting, operation: 'updateQueueAgent', queues: [4] },
  ]);
});

test('nobody is put into what the account did not make', () => {
  const thing = (kind: string, local_id: number, operation: Refused['operation']) =>
    withoutRefused([queue, skills, opting], [refused({ kind, local_id, operation })]);
  expect(thing('queue', 4, 'createQueue')).toEqual([
    skills,
    { ...opting, operation: 'updateQueueAgent', queues: [5] },
  ]);
  expect(thing('skill', 8, 'createSkill')).toEqual([
    queue,
    { ...skills, skills: [skills.skills[0]] },
    opting,
  ]);
  expect(thing('team', 4, 'createTeam')).toEqual([queue, skills, opting]);
});
