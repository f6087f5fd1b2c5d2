import { describe, expect, it } from 'vitest';
import type {
  CatalogChange,
  Change,
  ChangeSetKind,
  FieldChanges,
} from '../../source/roster/plan/change-set.ts';
import { summaryOf } from '../../source/roster/plan/summary.ts';
import type { QueueAssignment } from '../../source/roster/users/user.ts';
import { agent, billing, refunds, sales, spanish, supervisor } from './build.ts';

const names = ['Ana Silva', 'Bruno da Silva', '席尔瓦 美玲', 'Çelik', 'Ada'];

function changes(count: number, fields: FieldChanges = {}, action: Change['action'] = 'update'): Change[] {
  return names.slice(0, count).map((user_name, person_id) => {
    const user_email = `p${person_id}@acme.example`;
    return { person_id, user_email, user_name, action, version: 1, fields };
  });
}

function told(kind: ChangeSetKind, of: Change[], catalog: CatalogChange[] = [], undoes?: number) {
  const set = { kind, changes: of, catalog, ...(undoes !== undefined && { undoes }) };
  return [summaryOf(set), summaryOf(set, { done: true })];
}

const queue = (of: typeof billing | typeof sales, more: Partial<QueueAssignment> = {}): QueueAssignment => ({
  ...of,
  user_assignment_type: 'agent',
  opted_in: true,
  ...more,
});
const role = { before: agent, after: supervisor };
const access = { before: 'active', after: 'inactive' } as const;
const queues = (before: QueueAssignment[], after: QueueAssignment[]) => ({ queues: { before, after } });

describe('whom', () => {
  it.each([
    [0, '0 users'],
    [1, 'Ana Silva'],
    [2, 'Ana Silva and Bruno da Silva'],
    [3, 'Ana Silva and 2 others'],
    [5, 'Ana Silva and 4 others'],
  ])('names up to two, of %i the first', (count, whom) => {
    expect(told('remove', changes(count))).toEqual([`Remove ${whom}`, `Removed ${whom}`]);
  });

  it('says the e-mail of somebody without a name', () => {
    const [change] = changes(1);
    expect(summaryOf({ kind: 'remove', changes: [{ ...change!, user_name: '' }], catalog: [] })).toBe(
      'Remove p0@acme.example',
    );
  });
});

describe('what an edit does', () => {
  it.each<[FieldChanges, string, string]>([
    [{ role }, 'Make Ana Silva Supervisor', 'Made Ana Silva Supervisor'],
    [{ user_access: access }, 'Make Ana Silva inactive', 'Made Ana Silva inactive'],
    // Who is made inactive is signed out: that goes without saying (domain rule 4).
    [
      { user_access: access, status_name: { before: 'Ready', after: 'Offline' } },
      'Make Ana Silva inactive',
      'Made Ana Silva inactive',
    ],
    [
      {
        status_name: { before: 'Ready', after: 'Not Ready' },
        sub_status_name: { before: null, after: 'Meal' },
      },
      'Make Ana Silva Not Ready',
      'Made Ana Silva Not Ready',
    ],
    [queues([], [queue(billing)]), 'Put Ana Silva into Billing', 'Put Ana Silva into Billing'],
    [
      queues([queue(sales)], [queue(sales), queue(billing, { user_assignment_type: 'both' })]),
      'Put Ana Silva into Billing (both)',
      'Put Ana Silva into Billing (both)',
    ],
    [
      queues([queue(billing, { opted_in: false })], []),
      'Take Ana Silva out of Billing',
      'Took Ana Silva out of Billing',
    ],
    [
      queues([queue(billing)], [queue(billing, { opted_in: false })]),
      'Edit Ana Silva: 1 queue',
      'Edited Ana Silva: 1 queue',
    ],
    [
      { role, ...queues([queue(billing)], [queue(sales)]) },
      'Edit Ana Silva: role, 2 queues',
      'Edited Ana Silva: role, 2 queues',
    ],
    [
      {
        skills: {
          before: [{ ...spanish, level: 2 }],
          after: [
            { ...spanish, level: 3 },
            { ...refunds, level: null },
          ],
        },
      },
      'Edit Ana Silva: 2 skills',
      'Edited Ana Silva: 2 skills',
    ],
    [
      {
        role,
        user_access: access,
        package_name: { before: 'essentials', after: 'premium' },
        max_agent_load: { before: 1, after: 2 },
        display_name: { before: null, after: 'Ana' },
      },
      'Edit Ana Silva: role, status, package, 2 more',
      'Edited Ana Silva: role, status, package, 2 more',
    ],
  ])('%j', (fields, ...texts) => {
    expect(told('edit', changes(1, fields))).toEqual(texts);
  });

  it('says only which settings where users get different values', () => {
    const [one, two] = [changes(1, { role }), changes(2, { role: { before: supervisor, after: agent } })];
    expect(told('edit', [...one, ...two.slice(1)])[0]).toBe('Edit Ana Silva and Bruno da Silva: role');
    const into = [changes(1, queues([], [queue(billing)])), changes(2, queues([], [queue(sales)])).slice(1)];
    expect(told('edit', into.flat())[0]).toBe('Edit Ana Silva and Bruno da Silva: 2 queues');
  });
});

describe('what others do', () => {
  it('an addition says the role, where it is the same for all', () => {
    const [ana] = changes(1, { role: { before: null, after: agent } }, 'add');
    const others = changes(2, { role: { before: null, after: supervisor } }, 'add').slice(1);
    expect(told('add', [ana!])).toEqual(['Add Ana Silva as Agent', 'Added Ana Silva as Agent']);
    expect(told('add', [ana!, ...others])[0]).toBe('Add Ana Silva and Bruno da Silva');
  });

  it('an import says who comes, who changes and in what', () => {
    const set = [...changes(1, {}, 'add'), ...changes(5, { role }).slice(1)];
    expect(told('import', set)).toEqual([
      'Import: add Ana Silva, change Bruno da Silva and 3 others (role)',
      'Imported: added Ana Silva, changed Bruno da Silva and 3 others (role)',
    ]);
    expect(told('import', [])[0]).toBe('Import: no change');
  });

  it('an undo and a redo say which change set, and what becomes of whom', () => {
    expect(told('undo', changes(4, {}, 'add'), [], 10)).toEqual([
      'Undo 10: bring back Ana Silva and 3 others',
      'Undid 10: brought back Ana Silva and 3 others',
    ]);
    expect(told('redo', [...changes(1, {}, 'remove'), ...changes(2, { role }).slice(1)], [], 11)).toEqual([
      'Redo 11: remove Ana Silva, change back Bruno da Silva (role)',
      'Redid 11: removed Ana Silva, changed back Bruno da Silva (role)',
    ]);
    expect(told('undo', [], [], 10)).toEqual(['Undo 10', 'Undid 10']);
  });

  it('a change of the catalog says what comes or goes, whatever follows from it', () => {
    const record = { queue_name: 'Billing' };
    const template: CatalogChange = {
      ...{ of: 'template', id: 1, name: 'New agent' },
      ...{ before: { name: 'New agent' }, after: { name: 'New agent', edits: [] } },
    };
    const gone: CatalogChange = { of: 'queue', id: 3, name: 'Billing', before: record, after: null };
    expect(told('catalog', changes(2), [template, gone])).toEqual([
      'Remove the queue Billing',
      'Removed the queue Billing',
    ]);
    expect(told('undo', [], [{ ...gone, before: null, after: record }], 7)[1]).toBe(
      'Undid 7: brought back the queue Billing',
    );
  });
});
