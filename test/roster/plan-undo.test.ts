import { describe, expect, it } from 'vitest';
import type { AppliedChangeSet, ChangeSet } from '../../source/roster/plan/change-set.ts';
import { type Intent, plan } from '../../source/roster/plan/plan.ts';
import { newSettings } from '../../source/roster/users/user.ts';
import {
  agent,
  billing,
  catalog,
  essentials,
  europe,
  factsAbout,
  licensed,
  main,
  sales,
  spanish,
  supervisor,
  tierOne,
  undoFacts,
  unlicensed,
} from './build.ts';
import { adding, editing, setting } from './intents.ts';

function applied(changeSet: ChangeSet, id = 5): AppliedChangeSet {
  const users = changeSet.changes.length;
  return { ...changeSet, id, at: '', operator_name: 'maria', via: 'local', users, undone_by: null };
}

function undo(set: AppliedChangeSet): Extract<Intent, { kind: 'undo' }> {
  return { kind: 'undo', set };
}

const inBilling = { ...billing, user_assignment_type: 'supervisor' as const, opted_in: false };
const inSales = { ...sales, user_assignment_type: 'agent' as const, opted_in: true };
const full = {
  ...{ queues: [inBilling, inSales], max_agent_load: 5, display_name: 'Ana', role: supervisor },
  region: main,
};

const added = applied(plan(adding(setting({ role: 'Agent' })), factsAbout([unlicensed(1)])));
const removed = applied(plan({ kind: 'remove' }, factsAbout([licensed(1, full)])));
const edited = applied(plan(editing(setting({ role: 'Supervisor' })), factsAbout([licensed(1)])));

describe('planning to undo', () => {
  it('rule 7: brings a removed user back with everything', () => {
    const changeSet = plan(undo(removed), factsAbout([unlicensed(1)]));
    expect(changeSet).toMatchObject({
      kind: 'undo',
      undoes: 5,
      summary: 'Undo 5: bring back Ana',
      problems: [],
    });
    const after = Object.entries(changeSet.changes[0]?.fields ?? {}).map(([name, values]) => [
      name,
      values.after,
    ]);
    expect({ ...newSettings(agent), ...Object.fromEntries(after) }).toEqual({
      ...newSettings(agent),
      ...full,
    });
  });

  it('rule 7: only if a license is still free', () => {
    const pools = essentials(10, 10);
    const { problems } = plan(undo(removed), factsAbout([unlicensed(1)], { pools }));
    expect(problems).toMatchObject([{ code: 'licenses_missing', value: '1' }]);
  });

  it('rule 2: brings back more than 1,000 at once, as nobody new is added', () => {
    const users = Array.from({ length: 1_500 }, (_, index) => index + 1);
    const pools = essentials(9_000, 0);
    const set = applied(plan({ kind: 'remove' }, factsAbout(users.map(id => licensed(id)))));
    const changeSet = plan(
      undo(set),
      factsAbout(
        users.map(id => unlicensed(id)),
        { pools },
      ),
    );
    expect(changeSet.problems).toEqual([]);
    expect(changeSet.changes).toHaveLength(1_500);
  });

  it('rule 5: announces no e-mail', () => {
    expect(plan(undo(removed), factsAbout([unlicensed(1)])).notices).toEqual([]);
  });

  it('removes who was added', () => {
    const changeSet = plan(undo(added), factsAbout([licensed(1, {}, 5)]));
    expect(changeSet).toMatchObject({ summary: 'Undo 5: remove Person 1', problems: [] });
    expect(changeSet.changes).toMatchObject([{ action: 'remove', version: 5 }]);
  });

  it('changes edited fields back and leaves later changes of other fields', () => {
    const today = licensed(1, { role: supervisor, user_access: 'inactive' }, 6);
    expect(plan(undo(edited), factsAbout([today])).changes).toMatchObject([
      { action: 'update', version: 6, fields: { role: { before: supervisor, after: agent } } },
    ]);
  });

  it('names the undo of an undo a redo', () => {
    const undone = applied(plan(undo(edited), factsAbout([licensed(1, { role: supervisor }, 5)])), 6);
    expect(plan(undo(undone), factsAbout([licensed(1, {}, 6)]))).toMatchObject({
      kind: 'redo',
      undoes: 6,
      summary: 'Redo 6: change back Person 1 (role)',
      changes: [{ fields: { role: { before: agent, after: supervisor } } }],
    });
  });

  it.each([
    ['the same field has changed since', edited, licensed(1, { role: { id: 1, name: 'Admin' } }, 9)],
    ['the edited user was removed since', edited, unlicensed(1)],
    ['the added user was changed since', added, licensed(1, { max_agent_load: 5 }, 9)],
    ['the added user was removed since', added, unlicensed(1)],
    ['the removed user has a license again', removed, licensed(1, {}, 9)],
  ])('refuses where %s, by name', (_, set, today) => {
    const { problems, changes } = plan(undo(set), factsAbout([today]));
    expect(problems).toMatchObject([{ code: 'changed_since', person_id: 1 }]);
    expect(problems[0]?.message).toMatch(/^(Ana|Person 1).*Undo the later change first\.$/);
    expect(changes).toEqual([]);
  });

  it('names the change set that was later, also where it removed the user', () => {
    const today = licensed(1, { role: { id: 1, name: 'Admin' } }, 9);
    const later = new Map([
      ['1 role', { id: 8, operator_name: 'kim' }],
      ['1 display_name', { id: 9, operator_name: 'maria' }],
    ]);
    const facts = factsAbout([today], { undo: undoFacts({ later }) });
    const changed = plan(undo(edited), facts).problems[0]?.message;
    expect(changed).toMatch(/role changed by change set 8 of kim\. Undo the later change first\.$/);
    const removals = new Map([[1, { id: 12, operator_name: 'kim' }]]);
    const gone = plan(undo(edited), factsAbout([unlicensed(1)], { removed: removals })).problems[0]?.message;
    expect(gone).toMatch(/was removed by change set 12 of kim\. Undo the later change first\.$/);
  });

  it('refuses what is undone already, naming by which', () => {
    const { problems } = plan(
      undo({ ...edited, undone_by: 8 }),
      factsAbout([licensed(1, { role: supervisor })]),
    );
    expect(problems).toMatchObject([
      { code: 'already_undone', message: 'Change set 5 is undone already, by change set 8.' },
    ]);
  });

  it('rule 1: does not remove oneself or the last owner by undoing the addition', () => {
    const facts = factsAbout([licensed(1, {}, 5)], { notRemovable: new Map([[1, 'that is you']]) });
    expect(plan(undo(added), facts)).toMatchObject({ changes: [], problems: [{ code: 'not_removable' }] });
  });

  it('refuses where the role is gone, for removals and edits alike', () => {
    const roles = catalog.roles.filter(role => role.name === 'Supervisor');
    const without = { catalog: { ...catalog, roles } };
    const ofRemoval = applied(plan({ kind: 'remove' }, factsAbout([licensed(1)])));
    const today = licensed(1, { role: supervisor });
    expect(plan(undo(ofRemoval), factsAbout([unlicensed(1)], without)).problems).toMatchObject([
      { code: 'unknown_role' },
    ]);
    expect(plan(undo(edited), factsAbout([today], without)).problems).toMatchObject([
      { code: 'unknown_role' },
    ]);
  });

  it.each([
    ['role', 'Supervisor', { roles: [] }],
    ['queue', 'Billing', { queues: [] }],
    ['skill', 'Spanish', { skills: [] }],
    ['team', 'Tier 1', { teams: [] }],
    ['region', 'Europe', { regions: catalog.regions.filter(region => region.is_main) }],
  ])(
    'does not come back without the %s they had: that comes first, and by which change it went',
    (kind, name, gone) => {
      const settings = {
        ...{ role: supervisor, queues: [inBilling], skills: [{ ...spanish, level: 3 }] },
        ...{ team: { ...tierOne, team_role: 'agent' as const }, region: europe },
      };
      const set = applied(plan({ kind: 'remove' }, factsAbout([licensed(1, settings), licensed(2)])));
      const without = { catalog: { ...catalog, ...gone } };
      const ids = { role: 2, queue: 1, skill: 1, team: 1, region: 2 };
      const lost = new Map([[`${kind} ${ids[kind as keyof typeof ids]}`, { id: 12, operator_name: 'kim' }]]);
      const facts = factsAbout([unlicensed(1), unlicensed(2)], { ...without, undo: undoFacts({ lost }) });
      const problem = {
        code: `unknown_${kind}`,
        person_id: 1,
        message: `Person 1 had the ${kind} ${name}, removed by change set 12 of kim. Undo change set 12 first.`,
      };
      expect(plan(undo(set), facts).problems).toContainEqual(expect.objectContaining(problem));
      if (kind === 'role') return;
      expect(plan({ ...undo(set), skipConflicts: true }, facts)).toMatchObject({
        summary: 'Undo 5: bring back Person 2',
        leftOut: [problem],
        problems: [],
      });
    },
  );

  it('comes back to a queue by the name that it has today', () => {
    const queues = [billing, { ...sales, name: 'Verkauf' }].map(queue => ({ ...queue, description: '' }));
    const changeSet = plan(undo(removed), factsAbout([unlicensed(1)], { catalog: { ...catalog, queues } }));
    expect(changeSet.changes[0]?.fields.queues?.after).toEqual([inBilling, { ...inSales, name: 'Verkauf' }]);
  });

  it('keeps of a role in history what a user has of it: id and name', () => {
    const today = licensed(1, { role: supervisor }, 5);
    expect(plan(undo(edited), factsAbout([today])).changes[0]?.fields.role?.after).toEqual(agent);
  });

  it('takes back an import whole: whom it added and whom it changed', () => {
    const rows = [
      { line: 2, user_email: 'p1@acme.example', edits: setting({ role: 'Agent' }) },
      { line: 3, user_email: 'p2@acme.example', edits: setting({ role: 'Supervisor' }) },
    ];
    const imported = plan(
      { kind: 'import', rows, problems: [], onlyAdd: false },
      factsAbout([unlicensed(1), licensed(2)]),
    );
    const today = [licensed(1, {}, 5), licensed(2, { role: supervisor }, 5)];
    expect(plan(undo(applied(imported)), factsAbout(today))).toMatchObject({
      summary: 'Undo 5: remove Person 1, change back Person 2 (role)',
      changes: [{ action: 'remove' }, { action: 'update', fields: { role: { after: agent } } }],
      problems: [],
    });
  });
});

describe('who is inactive is signed out, whatever is undone (domain rule 4)', () => {
  const inactive = { user_access: 'inactive' as const };
  const ready = { status_name: 'Ready' as const };
  const made = (values: Parameters<typeof setting>[0], before: Parameters<typeof licensed>[1]) =>
    applied(plan(editing(setting(values)), factsAbout([licensed(1, before)])));

  it('making inactive is taken back with the presence', () => {
    const { changes } = plan(
      undo(made({ user_access: 'inactive' }, ready)),
      factsAbout([licensed(1, inactive, 5)]),
    );
    expect(changes).toMatchObject([
      { fields: { user_access: { after: 'active' }, status_name: { before: 'Offline', after: 'Ready' } } },
    ]);
  });

  it('a presence does not come back to who was made inactive since', () => {
    const signedOff = made({ status_name: 'Offline' }, ready);
    const later = new Map([['1 user_access', { id: 9, operator_name: 'maria' }]]);
    const facts = factsAbout([licensed(1, inactive, 9)], { undo: undoFacts({ later }) });
    const { changes, problems } = plan(undo(signedOff), facts);
    expect(changes).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'changed_since',
        message: 'Person 1 was made inactive by change set 9 of maria. Undo the later change first.',
      },
    ]);
  });

  it('nor to who was inactive before: they are to be made active first', () => {
    // As version 1 left them, and as they were signed out since.
    const signedOut = made({ status_name: 'Offline' }, { ...inactive, ...ready });
    const today = licensed(1, inactive, 5);
    expect(plan(undo(signedOut), factsAbout([today]))).toMatchObject({
      changes: [],
      problems: [
        {
          code: 'inactive_presence',
          message:
            "Person 1 is inactive, so their presence can't come back. Make them active first: roster edit p1@acme.example --status active",
        },
      ],
    });
    expect(plan(undo(signedOut), factsAbout([licensed(1, {}, 6)]))).toMatchObject({
      changes: [{ fields: { status_name: { after: 'Ready' } } }],
      problems: [],
    });
  });

  it('nobody comes back inactive and signed in', () => {
    const kept = applied(plan({ kind: 'remove' }, factsAbout([licensed(1, { ...inactive, ...ready })])));
    expect(plan(undo(kept), factsAbout([unlicensed(1)])).changes).toMatchObject([
      { action: 'add', fields: { user_access: { after: 'inactive' }, status_name: { after: 'Offline' } } },
    ]);
    const activated = made({ user_access: 'active' }, inactive);
    expect(plan(undo(activated), factsAbout([licensed(1, ready, 5)])).changes).toMatchObject([
      { fields: { user_access: { after: 'inactive' }, status_name: { before: 'Ready', after: 'Offline' } } },
    ]);
  });
});
