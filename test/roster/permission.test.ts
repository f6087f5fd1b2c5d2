import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForbidden, permissionProblems } from '../../source/roster/access/permission.ts';
import { may, type Operator, type Privilege, privileges } from '../../source/roster/access/privileges.ts';
import type { OperatorRecord, Role } from '../../source/roster/catalog/catalog.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import type { Facts, Subject } from '../../source/roster/plan/facts.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { licensed, unlicensed } from './build.ts';
import { account, adam, adding, applied, carla, coach, codes, editing, removing } from './catalog-build.ts';
import { adding as addUsers, editing as editUsers, setting } from './intents.ts';

const read = 'UserManagement:Read';
const edit = 'UserManagement:Edit';
const roles = 'RoleManagement:Edit';
const settings = 'AccountSettings:Edit';

/** The account, with Carla at work in a role that has these privileges. */
function at(held: readonly Privilege[], subjects: Subject[] = []): Facts {
  const facts = account(subjects, { at: carla });
  const role: Role = { ...coach, built_in: false, privileges: held };
  return {
    ...facts,
    catalog: {
      ...facts.catalog,
      roles: facts.catalog.roles.map(other => (other.id === coach.id ? role : other)),
    },
    operator: { ...facts.operator, privileges: held },
  };
}

describe('what it takes to change something (domain: privilege)', () => {
  const both = at([read, edit]);

  it.each([
    ['a role', () => adding('role', { role_name: 'X' }, both), roles],
    ['an operator', () => adding('operator', { operator_name: 'X', role: 'Agent' }, both), roles],
    ['a role that goes', () => removing('role', 'Coach', { transferTo: 'Agent', facts: both }), roles],
    ['the account', () => editing('account', '', { account_name: 'X' }, both), settings],
    ['license pools', () => editing('account', '', { licenses: { essentials: 900 } }, both), settings],
    ['the words of the mail', () => editing('account', '', { notice_subject: 'X' }, both), settings],
    ['queues', () => adding('queue', { queue_name: 'X' }, both), settings],
    ['skills', () => removing('skill', 'Spanish', { facts: both }), settings],
    ['teams', () => removing('team', 'Tier 1', { facts: both }), settings],
    ['regions', () => editing('region', 'Europe', { is_main: true }, both), settings],
    ['templates', () => removing('template', 'Off billing', { facts: both }), settings],
  ] as const)('%s', (_, attempt, needed) => {
    const { problems } = attempt();
    expect(problems).toContainEqual({
      code: 'not_permitted',
      message: expect.stringMatching(
        new RegExp(`^Carla may not .*: the role Coach lacks ${needed}\\. Ask Olga\\.$`),
      ),
    });
    expect(problems.some(isForbidden)).toBe(true);
  });

  it('users take UserManagement:Edit, and so does everything', () => {
    const role = plan(editUsers(setting({ role: 'Supervisor' })), at([read, roles, settings], [licensed(5)]));
    expect(role.problems).toMatchObject([{ code: 'not_permitted', message: expect.stringContaining(edit) }]);
    expect(codes(adding('queue', { queue_name: 'X' }, at([settings])))).toEqual(['not_permitted']);
    expect(codes(adding('queue', { queue_name: 'X' }, at([edit, settings])))).toEqual([]);
  });
});

describe('nobody gives what they do not hold (domain rule 1)', () => {
  const some = at([read, edit, roles]);
  const admin = { ...carla, role: adam.role };
  const undone = (set: ChangeSet, facts: Facts) => plan({ kind: 'undo', set: applied(set) }, facts);

  it.each<[string, () => ChangeSet]>([
    ['a role to oneself', () => editing('operator', 'Carla', { role: 'Admin' }, some)],
    ['a role to another operator', () => adding('operator', { operator_name: 'X', role: 'Admin' }, some)],
    ['a way in as somebody who has it', () => editing('operator', 'Adam', { login: 'mine' }, some)],
    ['a privilege to a role', () => editing('role', 'Coach', { add_privileges: [settings] }, some)],
    ['a role with it', () => adding('role', { role_name: 'X', privileges: [settings] }, some)],
    ['a role instead of another', () => removing('role', 'Coach', { transferTo: 'Admin', facts: some })],
    ['a role to a user', () => plan(editUsers(setting({ role: 'Admin' })), at([edit], [licensed(5)]))],
    ['a role to a new user', () => plan(addUsers(setting({ role: 'Admin' })), at([edit], [unlicensed(5)]))],
    [
      'a role by a file',
      () =>
        plan(
          {
            kind: 'import',
            rows: [
              {
                line: 2,
                user_email: 'p5@acme.example',
                edits: [{ field: 'role', op: 'set', text: 'Admin' }],
              },
            ],
            problems: [],
            onlyAdd: false,
          },
          at([edit], [licensed(5)]),
        ),
    ],
    [
      'a role by an undo',
      () =>
        undone(
          plan({ kind: 'remove' }, at([...privileges], [licensed(5, { role: adam.role })])),
          at([edit], [unlicensed(5)]),
        ),
    ],
    [
      'a privilege by an undo',
      () => {
        const had = { ...some.catalog.roles.at(-1)!, privileges };
        const before = {
          ...account(),
          catalog: { ...some.catalog, roles: [...some.catalog.roles.slice(0, -1), had] },
        };
        return undone(
          editing(
            'role',
            'Coach',
            { remove_privileges: [settings, 'RptContactCenterOperationLog:Read'] },
            before,
          ),
          some,
        );
      },
    ],
  ])('not %s', (_, attempt) => {
    const { problems } = attempt();
    expect(problems.map(problem => problem.code)).toContain('not_held');
    expect(problems.find(problem => problem.code === 'not_held')!.message).toMatch(
      /^Carla may not give .*: the role Coach lacks .*AccountSettings:Edit.*\. Ask Olga\.$/,
    );
  });

  it('what one holds one gives', () => {
    expect(codes(adding('operator', { operator_name: 'X', role: 'Supervisor' }, some))).toEqual([]);
    expect(codes(adding('role', { role_name: 'X', privileges: [edit] }, some))).toEqual([]);
    expect(
      codes(plan(editUsers(setting({ role: 'Agent' })), at([edit], [licensed(5, { role: adam.role })]))),
    ).toEqual([]);
    expect(codes(editing('operator', 'Adam', { operator_name: 'Ada' }, some))).toEqual([]);
    expect(codes(editing('operator', 'Carla', { role: 'Admin' }, account([], { at: admin })))).toEqual([]);
  });
});

it('whatever is changed, nobody comes to hold by their own change what they did not (domain rule 1)', () => {
  const held = fc.subarray([...privileges]);
  const record = (operator: OperatorRecord) => ({
    ...{
      operator_name: operator.operator_name,
      is_owner: operator.is_owner,
      login: operator.login,
      keys: [],
    },
    user_email: null,
  });
  fc.assert(
    fc.property(held, held, held, fc.boolean(), (mine, before, after, toMe) => {
      const facts = at(mine);
      const other = { id: 20, name: 'Other', built_in: false, privileges: before };
      const all = { ...facts, catalog: { ...facts.catalog, roles: [...facts.catalog.roles, other] } };
      const role = { of: 'role' as const, id: 20, name: 'Other' };
      const operator = { of: 'operator' as const, id: 3, name: 'Carla' };
      const reference = { id: 20, name: 'Other' };
      const set = {
        changes: [],
        catalog: [
          {
            ...role,
            before: { role_name: 'Other', privileges: before },
            after: { role_name: 'Other', privileges: after },
          },
          ...(toMe
            ? [
                {
                  ...operator,
                  before: { ...record(carla), role: coach },
                  after: { ...record(carla), role: reference },
                },
              ]
            : []),
        ],
      };
      const allowed = permissionProblems(set, all, facts.operator).length === 0;
      const maker = facts.operator as Operator;
      const given = [...after.filter(name => !before.includes(name)), ...(toMe ? after : [])];
      expect(allowed).toBe(
        mine.includes(edit) && mine.includes(roles) && given.every(privilege => may(maker, privilege)),
      );
    }),
  );
});

describe('the plan of the account (domain rule 1)', () => {
  const basic = (subjects: Subject[] = []) => {
    const facts = account(subjects);
    return { ...facts, account: { ...facts.account, plan: 'basic' as 'pro' } };
  };

  it('is looked at whenever something is changed', () => {
    const role = plan(editUsers(setting({ role: 'Supervisor' })), basic([licensed(5)]));
    expect(role.problems).toMatchObject([{ code: 'plan_unfit', value: 'basic' }]);
    expect(role.problems[0]?.message).toMatch(
      /^The account's plan is Basic, .* roster account set --plan PLAN$/,
    );
    expect(codes(adding('queue', { queue_name: 'X' }, basic()))).toEqual(['plan_unfit']);
  });

  it('can be changed to one that qualifies', () => {
    expect(codes(editing('account', '', { plan: 'pro' }, basic()))).toEqual([]);
  });
});

describe('one’s own user (domain rule 1)', () => {
  const own = (subject: Subject): Facts => {
    const facts = account([subject], { at: adam });
    return { ...facts, operator: { ...facts.operator, user_email_key: 'p5@acme.example' } };
  };

  it('is not made inactive by oneself, by whatever way', () => {
    const inactive = plan(editUsers(setting({ user_access: 'inactive' })), own(licensed(5)));
    expect(inactive.problems).toMatchObject([{ code: 'self_lockout', person_id: 5 }]);
    const activated = applied(
      plan(
        editUsers(setting({ user_access: 'active' })),
        account([licensed(5, { user_access: 'inactive' })]),
      ),
    );
    expect(codes(plan({ kind: 'undo', set: activated }, own(licensed(5))))).toEqual(['self_lockout']);
  });

  it('others are', () => {
    expect(codes(plan(editUsers(setting({ user_access: 'inactive' })), own(licensed(6))))).toEqual([]);
  });
});
