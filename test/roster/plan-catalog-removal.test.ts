import { describe, expect, it } from 'vitest';
import { changeSetLimit } from '../../source/roster/plan/change-set.ts';
import { billing, europe, licensed, sales, spanish, tierOne } from './build.ts';
import { account, adam, coach, codes, olga, removing } from './catalog-build.ts';

const assigned = { user_assignment_type: 'agent' as const, opted_in: true };

describe('removing something in use', () => {
  it('takes users out of a queue, and says how many', () => {
    const facts = account([
      licensed(5, { queues: [billing, sales].map(queue => ({ ...queue, ...assigned })) }),
      licensed(6, { queues: [{ ...billing, ...assigned }] }),
    ]);
    const set = removing('queue', 'billing', { facts });
    expect(set.summary).toBe('Remove the queue Billing');
    expect(set.changes.map(({ person_id, fields }) => [person_id, fields.queues?.after])).toEqual([
      [5, [{ ...sales, ...assigned }]],
      [6, []],
    ]);
    expect(set.notices).toEqual([
      'Billing is in use by 2 users; they are taken out of it.',
      'The templates New agent and Off billing lose it.',
    ]);
    expect(set.catalog.at(-1)).toMatchObject({ of: 'queue', id: 1, after: null });
  });

  it('takes a skill away', () => {
    const facts = account([licensed(5, { skills: [{ ...spanish, level: 4 }] })]);
    const set = removing('skill', 'Spanish', { facts });
    expect(set.changes).toMatchObject([{ fields: { skills: { after: [] } } }]);
    expect(set.notices[0]).toBe('Spanish is in use by 1 user; they lose it.');
  });

  it('leaves its users without a team', () => {
    const facts = account([licensed(5, { team: { ...tierOne, team_role: 'agent' } })]);
    expect(removing('team', 'Tier 1', { facts }).changes).toMatchObject([
      { fields: { team: { after: null } } },
    ]);
  });

  it('puts the users of a region into the main one', () => {
    const facts = account([licensed(5, { region: europe })]);
    const set = removing('region', 'Europe', { facts });
    expect(set.changes).toMatchObject([{ fields: { region: { after: { id: 1, name: 'Main' } } } }]);
    expect(set.notices[0]).toBe('Europe is in use by 1 user; they go to Main.');
  });

  it('never takes the main region', () => {
    expect(codes(removing('region', 'Main'))).toEqual(['main_region']);
  });

  it('is refused for more than 10,000 users', () => {
    const users = Array.from({ length: changeSetLimit + 1 }, (_, id) =>
      licensed(id, { queues: [{ ...billing, ...assigned }] }),
    );
    const set = removing('queue', 'Billing', { facts: account(users) });
    expect(codes(set)).toEqual(['too_many_changes']);
    expect(set.changes).toEqual([]);
  });

  it('says where nobody has it', () => {
    expect(removing('team', 'Tier 2')).toMatchObject({
      changes: [],
      problems: [],
      notices: ['Nobody has Tier 2.'],
    });
  });
});

describe('removing a role', () => {
  const facts = account([licensed(5, { role: coach }), licensed(6)]);

  it('needs a role to transfer its users to (domain: role)', () => {
    expect(removing('role', 'Coach', { facts }).problems).toMatchObject([
      {
        code: 'transfer_missing',
        message:
          'Coach is the role of 1 user and 1 operator. Name the role they get instead: --transfer ROLE',
      },
    ]);
    expect(codes(removing('role', 'Coach', { facts, transferTo: 'coach' }))).toEqual(['transfer_to_itself']);
    expect(codes(removing('role', 'Coach', { facts, transferTo: 'Boss' }))).toEqual(['unknown_role']);
  });

  it('transfers users, operators and templates', () => {
    const set = removing('role', 'Coach', { facts, transferTo: 'Supervisor' });
    expect(set.problems).toEqual([]);
    expect(set.changes).toMatchObject([
      { person_id: 5, fields: { role: { after: { name: 'Supervisor' } } } },
    ]);
    expect(set.catalog.map(({ of, name }) => `${of} ${name}`)).toEqual([
      'operator Carla',
      'template New agent',
      'role Coach',
    ]);
    expect(set.catalog[0]?.after).toMatchObject({ role: { name: 'Supervisor' } });
    expect(set.catalog[1]?.after?.edits).toContainEqual({ field: 'role', op: 'set', text: 'Supervisor' });
    expect(set.notices).toEqual([
      'Coach is in use by 1 user and 1 operator; they become Supervisor.',
      'The template New agent gives Supervisor instead.',
    ]);
  });

  it('that nobody has needs no other', () => {
    const unused = account([], { operators: [olga, adam] });
    expect(codes(removing('role', 'Coach', { facts: unused }))).toEqual([]);
  });

  it('is refused for a built-in one', () => {
    expect(codes(removing('role', 'Supervisor', { transferTo: 'Agent' }))).toEqual(['built_in_role']);
  });
});
