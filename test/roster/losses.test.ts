import { expect, it } from 'vitest';
import type { Change } from '../../source/roster/plan/change-set.ts';
import { lossesOf, lossText } from '../../source/roster/plan/losses.ts';
import type { UserSettings } from '../../source/roster/users/user.ts';

type Kept = Partial<Pick<UserSettings, 'queues' | 'skills'>>;

const queue = (id: number, user_assignment_type: 'agent' | 'supervisor' | 'both') => ({
  ...{ id, name: `Queue ${id}`, channel: 'voice' as const, user_assignment_type, opted_in: true },
});
const skill = (id: number, level: number | null) => ({ id, name: `Skill ${id}`, level });

function change(person_id: number, before: Kept | null, after: Kept | null): Change {
  const fields = {
    queues: { before: before?.queues ?? null, after: after?.queues ?? null },
    skills: { before: before?.skills ?? null, after: after?.skills ?? null },
  };
  return { person_id, user_email: '', user_name: '', action: 'update', version: 1, fields };
}

const lost = (...changes: Change[]) =>
  lossesOf(changes).map(({ of, id, level, people }) => [of, id, level, people]);

it('are the supervision of queues and skills, with the highest level and who loses them', () => {
  expect(
    lost(
      change(1, { queues: [queue(1, 'both'), queue(2, 'agent')], skills: [skill(7, 3)] }, null),
      change(2, { queues: [queue(1, 'supervisor')], skills: [skill(7, 5), skill(8, null)] }, {}),
    ),
  ).toEqual([
    ['supervisor', 1, null, [1, 2]],
    ['skill', 7, 5, [1, 2]],
    ['skill', 8, null, [2]],
  ]);
});

it('are none where it stays, rises, or somebody of the same change has it instead', () => {
  const kept = { queues: [queue(1, 'both')], skills: [skill(7, 3)] };
  expect(lost(change(1, kept, { queues: [queue(1, 'supervisor')], skills: [skill(7, 4)] }))).toEqual([]);
  expect(lost(change(1, kept, null), change(2, null, kept))).toEqual([]);
  expect(lost(change(1, { skills: [skill(7, 4)] }, null), change(2, null, kept))).toEqual([
    ['skill', 7, 4, [1]],
  ]);
});

it('are said with what others still have', () => {
  const loss = { of: 'skill' as const, id: 7, name: 'Spanish', level: 5, people: [1] };
  expect(lossText(loss, 3)).toBe('Nobody is left with Spanish at 4 or more.');
  expect(lossText(loss, null)).toBe('Nobody is left with Spanish.');
  expect(lossText({ ...loss, of: 'supervisor', name: 'Billing', level: null }, null)).toBe(
    'Billing loses its last supervisor.',
  );
});
