import { expect, it } from 'vitest';
import { clashesOf } from '../../source/roster/plan/clashes.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { admin, agent, billing, factsAbout, type sales, supervisor } from './build.ts';

const base = newSettings(agent);
const agentIn = (queue: typeof billing | typeof sales) => ({
  ...queue,
  user_assignment_type: 'agent' as const,
  opted_in: true,
});

function clashes(edits: FieldEdit[], theirs: Partial<UserSettings>, was = base) {
  return clashesOf([{ person_id: 1, was, now: { ...was, ...theirs }, edits }], factsAbout([]));
}

it('is no clash where they changed something else, or the same to the same', () => {
  const edits: FieldEdit[] = [{ field: 'role', op: 'set', text: 'Supervisor' }];
  expect(clashes(edits, { country_iso_code: 'PT' })).toEqual([]);
  expect(clashes(edits, { role: supervisor })).toEqual([]);
});

it('tells what it was, what they made of it and what I want', () => {
  const edits: FieldEdit[] = [{ field: 'role', op: 'set', text: 'Supervisor' }];
  const [clash] = clashes(edits, { role: admin });
  expect(clash).toMatchObject({ field: 'role', was: 'Agent', theirs: 'Admin', mine: 'Supervisor', edits });
});

it('is a clash, too, where I ask for what was there before', () => {
  const edits: FieldEdit[] = [{ field: 'role', op: 'set', text: 'Agent' }];
  expect(clashes(edits, { role: admin })).toHaveLength(1);
});

it('looks at queues one by one', () => {
  const edits: FieldEdit[] = [
    { field: 'queues', op: 'add', text: 'Billing (supervisor)' },
    { field: 'queues', op: 'add', text: 'Sales' },
  ];
  expect(clashes(edits.slice(1), { queues: [agentIn(billing)] })).toEqual([]);
  const [clash, ...more] = clashes(edits, { queues: [agentIn(billing)] });
  expect(more).toEqual([]);
  expect(clash).toMatchObject({ item: 'Billing', was: '', theirs: 'agent', mine: 'supervisor' });
  expect(clash?.edits).toEqual(edits.slice(0, 1));
});

it('puts users with the same clash together, and says where they differ', () => {
  const edits: FieldEdit[] = [{ field: 'role', op: 'set', text: 'Supervisor' }];
  const users = [
    { person_id: 1, was: base, now: { ...base, role: admin }, edits },
    { person_id: 2, was: { ...base, role: supervisor }, now: { ...base, role: agent }, edits },
  ];
  expect(clashesOf(users, factsAbout([]))).toMatchObject([
    { people: [1, 2], was: null, theirs: null, mine: 'Supervisor' },
  ]);
});
