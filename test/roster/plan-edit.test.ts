import { describe, expect, it } from 'vitest';
import { isWarning } from '../../source/roster/plan/notice.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { billing, factsAbout, licensed, nobodyCalled, sales, supervisor, unlicensed } from './build.ts';
import { editing, joining, leaving, setting } from './intents.ts';

const inBilling = { ...billing, user_assignment_type: 'agent' as const, opted_in: true };

describe('planning to edit', () => {
  it('rule 8: changes only what is named, for one user or many', () => {
    const users = [licensed(1, { queues: [inBilling] }), licensed(2, { max_agent_load: 50 })];
    const changeSet = plan(editing(setting({ user_access: 'inactive' })), factsAbout(users));
    expect(changeSet.summary).toBe('Make Person 1 and Person 2 inactive');
    const access = { user_access: { before: 'active', after: 'inactive' } };
    expect(changeSet.changes.map(change => change.fields)).toEqual([access, access]);
    expect(changeSet.changes[0]?.version).toBe(1);
  });

  it('leaves out who is as asked already, and says so', () => {
    const users = [
      licensed(1, { user_access: 'inactive' }),
      licensed(2),
      licensed(3, { user_access: 'inactive' }),
    ];
    const changeSet = plan(editing(setting({ user_access: 'inactive' })), factsAbout(users));
    expect(changeSet.changes.map(change => change.person_id)).toEqual([2]);
    expect(changeSet.notices).toEqual(['2 users already as asked.']);
    expect(changeSet.notices.filter(isWarning)).toEqual([]);
    expect(isWarning('Billing loses its last supervisor.')).toBe(true);
  });

  it('has nothing to do where all are as asked', () => {
    const changeSet = plan(
      editing(setting({ role: 'Agent' }), joining('Billing')),
      factsAbout([licensed(1, { queues: [inBilling] })]),
    );
    expect(changeSet).toMatchObject({ changes: [], problems: [], licenses: [] });
  });

  it('refuses who is unknown or has no license, each by name', () => {
    const subjects = [nobodyCalled('ghost@acme.example'), unlicensed(1), licensed(2)];
    const { problems } = plan(editing(setting({ role: 'Supervisor' })), factsAbout(subjects));
    expect(problems.map(({ code, value }) => [code, value])).toEqual([
      ['unknown_person', 'ghost@acme.example'],
      ['not_licensed', 'p1@acme.example'],
    ]);
  });

  it('refuses an unknown role or queue once, not once a user', () => {
    const changeSet = plan(
      editing(setting({ role: 'Boss' }), joining('Bilge')),
      factsAbout([licensed(1), licensed(2)]),
    );
    expect(changeSet.problems.map(problem => problem.code)).toEqual(['unknown_role', 'unknown_queue']);
  });

  it('changes somebody who is named twice once', () => {
    const changeSet = plan(editing(setting({ role: 'supervisor' })), factsAbout([licensed(1), licensed(1)]));
    expect(changeSet.changes).toHaveLength(1);
    expect(changeSet.changes[0]?.fields.role?.after).toEqual(supervisor);
  });

  it('forgets the reason for not being ready with the presence it belonged to', () => {
    const onBreak = licensed(1, { status_name: 'Not Ready', sub_status_name: 'Meal' });
    const [change] = plan(editing(setting({ status_name: 'Ready' })), factsAbout([onBreak])).changes;
    expect(change?.fields.sub_status_name).toEqual({ before: 'Meal', after: null });
  });

  it('changes 10,000 users at once and refuses 10,001, saying how to narrow', () => {
    const users = Array.from({ length: 10_001 }, (_, index) => licensed(index + 1));
    expect(plan(editing(setting({ role: 'Supervisor' })), factsAbout(users.slice(1))).problems).toEqual([]);
    const [problem] = plan(editing(setting({ role: 'Supervisor' })), factsAbout(users)).problems;
    expect(problem).toMatchObject({ code: 'too_many_changes', value: '10001' });
    expect(problem?.message).toMatch(/10,001 users at once.*at most 10,000.*Narrow/);
  });

  it('takes the settings of an Update template, and what is said besides it first', () => {
    const edits = [...setting({ role: 'Supervisor', user_access: 'inactive' }), ...joining('Billing')];
    const template = { id: 1, name: 'Lead', description: '', type: 'update' as const, edits };
    const intent = { ...editing(setting({ user_access: 'active' })), template };
    expect(plan(intent, factsAbout([licensed(1)]))).toMatchObject({
      summary: 'Edit Person 1: role, 1 queue',
      changes: [{ fields: { role: { after: supervisor }, queues: { after: [inBilling] } } }],
      problems: [],
    });
    const [change] = plan(intent, factsAbout([licensed(1)])).changes;
    expect(change?.fields).not.toHaveProperty('user_access');
    const wrong = plan({ ...intent, template: { ...template, type: 'add' } }, factsAbout([licensed(1)]));
    expect(wrong.problems).toMatchObject([
      { code: 'wrong_template_type', column: 'template', value: 'Lead' },
    ]);
  });

  it('names the users whom a reason does not go with, as the others can be changed', () => {
    const users = [licensed(1, { status_name: 'Not Ready' }), licensed(2, { status_name: 'Ready' })];
    const changeSet = plan(editing(setting({ sub_status_name: 'Meal' })), factsAbout(users));
    expect(changeSet.changes.map(change => change.person_id)).toEqual([1]);
    expect(changeSet.problems).toMatchObject([{ code: 'reason_without_not_ready', person_id: 2 }]);
  });

  it.each([
    [setting({ user_access: 'inactive' }), 'Make Person 1 inactive'],
    [joining('Billing'), 'Put Person 1 into Billing'],
    [leaving('Sales'), 'Take Person 1 out of Sales'],
    [setting({ max_agent_load: '3' }), 'Edit Person 1: agent load'],
    [setting({ user_access: 'inactive', role: 'Supervisor' }), 'Edit Person 1: role, status'],
  ])('says in one line what it does', (edits, summary) => {
    const inSales = { ...sales, user_assignment_type: 'both' as const, opted_in: true };
    expect(plan(editing(edits), factsAbout([licensed(1, { queues: [inSales] })])).summary).toBe(summary);
  });
});

describe('opting in to or out of a queue that one is not in', () => {
  const out = (text: string) => [{ field: 'queues' as const, op: 'opt-out' as const, text }];
  const both = [licensed(1, { queues: [inBilling] }), licensed(2)];

  it('is refused where nobody is in it, by name', () => {
    const { problems, notices } = plan(editing(out('Sales')), factsAbout(both));
    expect(problems).toMatchObject([
      {
        code: 'not_in_queue',
        value: 'Sales',
        message:
          'Person 1 and Person 2 are not in the queue Sales, so there is nothing to opt out of. Put them in it first: --add-queue Sales',
      },
    ]);
    expect(notices).toEqual([]);
  });

  it('is said of those who are not, and done for the others', () => {
    const set = plan(editing(out('Billing')), factsAbout(both));
    expect(set).toMatchObject({ problems: [], changes: [{ person_id: 1 }] });
    expect(set.notices).toEqual(['Person 2 is not in the queue Billing.', '1 user without a change.']);
  });

  it('is fine for who comes into it by the same edit, and for who is out already', () => {
    expect(plan(editing(joining('Sales'), out('Sales')), factsAbout(both)).problems).toEqual([]);
    const already = licensed(1, { queues: [{ ...inBilling, opted_in: false }] });
    expect(plan(editing(out('Billing')), factsAbout([already]))).toMatchObject({
      ...{ problems: [], notices: ['1 user already as asked.'] },
    });
  });
});

it('names whom a presence can’t be given to, as the others can be changed (domain rule 4)', () => {
  const users = [licensed(1), licensed(2, { user_access: 'inactive' })];
  const { problems } = plan(editing(setting({ status_name: 'Ready' })), factsAbout(users));
  expect(problems).toMatchObject([
    {
      code: 'inactive_presence',
      person_id: 2,
      message: expect.stringMatching(/^Person 2: An inactive user is offline/),
    },
  ]);
});
