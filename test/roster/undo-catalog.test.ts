import { describe, expect, it } from 'vitest';
import { catalogAfter } from '../../source/roster/catalog/catalog-after.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { billing, licensed } from './build.ts';
import { account, adding, applied, codes, editing, removing } from './catalog-build.ts';

const assigned = { user_assignment_type: 'agent' as const, opted_in: true };

describe('undoing catalog changes', () => {
  it('takes an addition away again', () => {
    const set = applied(adding('team', { team_name: 'Lisbon' }), [5]);
    const facts = catalogAfter(account(), set.catalog);
    const undo = plan({ kind: 'undo', set }, facts);
    expect(undo).toMatchObject({ summary: 'Undo 7: remove the team Lisbon', problems: [] });
    expect(undo.catalog).toMatchObject([{ of: 'team', id: 5, after: null }]);
  });

  it('brings what was removed back with its id, and gives it back to its users', () => {
    const member = licensed(5, { queues: [{ ...billing, ...assigned }] });
    const set = applied(removing('queue', 'Billing', { facts: account([member]) }));
    const facts = { ...catalogAfter(account(), set.catalog), subjects: [licensed(5)] };
    const undo = plan({ kind: 'undo', set }, facts);
    expect(undo.problems).toEqual([]);
    expect(undo.summary).toBe(
      'Undo 7: bring back the queue Billing, change back 2 other things, change back Person 5 (1 queue)',
    );
    expect(undo.catalog[0]).toMatchObject({ of: 'queue', id: 1, before: null, after: { channel: 'voice' } });
    expect(undo.changes).toMatchObject([{ fields: { queues: { after: [{ id: 1, name: 'Billing' }] } } }]);
    expect(undo.notices).toEqual([]);
  });

  it('changes back only the values that the set had changed', () => {
    const set = applied(editing('queue', 'Sales', { description: 'New' }));
    const later = applied(editing('queue', 'Sales', { channel: 'email', description: 'New' }));
    const undo = plan({ kind: 'undo', set }, catalogAfter(account(), later.catalog));
    expect(undo.problems).toEqual([]);
    expect(undo.catalog).toMatchObject([{ after: { description: '', channel: 'email' } }]);
  });

  it('is refused by name where the same value changed since', () => {
    const set = applied(editing('queue', 'Sales', { queue_name: 'Shop' }));
    const later = applied(editing('queue', 'Sales', { queue_name: 'Store' }));
    expect(plan({ kind: 'undo', set }, catalogAfter(account(), later.catalog)).problems).toContainEqual(
      expect.objectContaining({
        code: 'changed_since',
        message: 'The queue Shop was changed since: name. Undo the later change first.',
      }),
    );
    const gone = applied(removing('queue', 'Sales'));
    expect(codes(plan({ kind: 'undo', set }, catalogAfter(account(), gone.catalog)))).toContain(
      'changed_since',
    );
  });

  it('is refused where the name was taken', () => {
    const set = applied(removing('team', 'Tier 2'));
    const after = catalogAfter(account(), set.catalog);
    const retaken = applied(adding('team', { team_name: 'TIER 2' }, after), [8]);
    expect(codes(plan({ kind: 'undo', set }, catalogAfter(after, retaken.catalog)))).toEqual(['name_taken']);
  });

  it('is refused where somebody else uses what would go', () => {
    const set = applied(adding('team', { team_name: 'Lisbon' }), [5]);
    const facts = catalogAfter(account(), set.catalog);
    const member = licensed(6, { team: { id: 5, name: 'Lisbon', team_role: 'agent' } });
    expect(plan({ kind: 'undo', set }, { ...facts, subjects: [member] }).problems).toMatchObject([
      { code: 'in_use', message: expect.stringContaining('The team Lisbon is in use by 1 user.') },
    ]);
    const role = applied(adding('role', { role_name: 'Lead' }), [5]);
    const named = catalogAfter(account(), role.catalog);
    const template = applied(
      adding(
        'template',
        { template_name: 'T', type: 'add', edits: [{ field: 'role', op: 'set', text: 'Lead' }] },
        named,
      ),
      [6],
    );
    const undo = plan({ kind: 'undo', set: role }, catalogAfter(named, template.catalog));
    expect(undo.problems).toMatchObject([
      { code: 'in_use', message: expect.stringContaining('the template T') },
    ]);
  });
});
