import { describe, expect, it } from 'vitest';
import { plan } from '../../source/roster/plan/plan.ts';
import { billing, concurrent, factsAbout, licensed, unlicensed } from './build.ts';

const remove = { kind: 'remove' as const };

describe('planning to remove', () => {
  it('rule 7: takes license and settings, and keeps all of them in the change', () => {
    const queues = [{ ...billing, user_assignment_type: 'both' as const, opted_in: false }];
    const user = licensed(1, { queues, max_agent_load: 20, display_name: 'Ana' }, 7);
    const changeSet = plan(remove, factsAbout([user]));
    expect(changeSet.summary).toBe('Remove Ana');
    expect(changeSet.changes[0]).toMatchObject({ action: 'remove', version: 7, user_name: 'Ana' });
    expect(changeSet.changes[0]?.fields).toMatchObject({
      queues: { before: queues, after: null },
      max_agent_load: { before: 20, after: null },
    });
  });

  it('rule 1: refuses to remove oneself and the last owner, with the reason', () => {
    const notRemovable = new Map([
      [1, 'that is you'],
      [2, 'they are the last owner'],
    ]);
    const changeSet = plan(remove, factsAbout([licensed(1), licensed(2), licensed(3)], { notRemovable }));
    expect(changeSet.changes.map(change => change.person_id)).toEqual([3]);
    expect(changeSet.problems.map(problem => problem.message)).toEqual([
      "Person 1 can't be removed: that is you.",
      "Person 2 can't be removed: they are the last owner.",
    ]);
  });

  it('rule 4: frees a named license, also an inactive user’s; a concurrent one if they are signed in', () => {
    const users = [licensed(1, { user_access: 'inactive' }), licensed(2, { status_name: 'Ready' })];
    expect(plan(remove, factsAbout(users)).licenses).toMatchObject([{ before: 10, after: 8 }]);
    expect(plan(remove, factsAbout(users, concurrent())).licenses).toMatchObject([{ before: 10, after: 9 }]);
  });

  it('refuses people without a license by name', () => {
    expect(plan(remove, factsAbout([unlicensed(1)])).problems).toMatchObject([
      { code: 'not_licensed', value: 'p1@acme.example' },
    ]);
  });
});
