import { builtInRoles, type Operator } from '../../source/roster/access/privileges.ts';
import type { OperatorRecord } from '../../source/roster/catalog/catalog.ts';
import type { CatalogRequest } from '../../source/roster/catalog/plan-catalog.ts';
import type {
  AppliedChangeSet,
  CatalogKind,
  CatalogRecord,
  ChangeSet,
} from '../../source/roster/plan/change-set.ts';
import type { Facts, Subject } from '../../source/roster/plan/facts.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { admin, agent, catalog, factsAbout, supervisor } from './build.ts';

export const coach = { id: 9, name: 'Coach' };

export const olga: OperatorRecord = {
  operator_id: 1,
  operator_name: 'Olga',
  is_owner: true,
  login: 'olga',
  keys: [],
  user_email_key: null,
  role: admin,
};
/** An admin who is no owner. */
export const adam: OperatorRecord = {
  ...olga,
  operator_id: 2,
  operator_name: 'Adam',
  is_owner: false,
  login: 'adam',
};
/** Works with a role of the account's own, which lets one change users, roles and operators, and no more. */
export const carla: OperatorRecord = {
  ...adam,
  operator_id: 3,
  operator_name: 'Carla',
  login: 'carla',
  role: coach,
};

const roles = [
  ...[admin, agent, supervisor].map(role => ({
    ...role,
    built_in: true,
    privileges: builtInRoles.find(({ role_name }) => role_name === role.name)!.privileges,
  })),
  {
    ...coach,
    built_in: false,
    privileges: [
      'UserManagement:Read' as const,
      'UserManagement:Edit' as const,
      'RoleManagement:Edit' as const,
    ],
  },
];

/** An account with a role of its own, two templates and three operators; whoever is `at` work asks. */
export function account(
  subjects: Subject[] = [],
  { at = olga, ...more }: Partial<Facts> & { at?: OperatorRecord } = {},
): Facts {
  const facts = factsAbout(subjects, {
    catalog: {
      ...catalog,
      roles,
      templates: [
        {
          id: 1,
          name: 'New agent',
          description: '',
          type: 'add',
          edits: [
            { field: 'role', op: 'set', text: 'Coach' },
            { field: 'queues', op: 'set', text: 'Billing (supervisor); Sales' },
            { field: 'skills', op: 'set', text: 'Spanish=3' },
          ],
        },
        {
          id: 2,
          name: 'Off billing',
          description: '',
          type: 'update',
          edits: [{ field: 'queues', op: 'remove', text: 'billing' }],
        },
      ],
    },
    operators: [olga, adam, carla],
    operator: atWork(at),
    ...more,
  });
  return facts;
}

function atWork({ operator_id, operator_name, role, is_owner, user_email_key }: OperatorRecord): Operator {
  const privileges = roles.find(({ id }) => id === role.id)?.privileges ?? [];
  return { operator_id, operator_name, role_name: role.name, is_owner, privileges, user_email_key };
}

export function planned(request: CatalogRequest, facts: Facts): ChangeSet {
  return plan({ kind: 'catalog', request }, facts);
}

export function adding(of: CatalogKind, record: CatalogRecord, facts = account()): ChangeSet {
  return planned({ action: 'add', of, record }, facts);
}

export function editing(of: CatalogKind, name: string, record: CatalogRecord, facts = account()): ChangeSet {
  return planned({ action: 'edit', of, name, record }, facts);
}

export function removing(
  of: CatalogKind,
  name: string,
  { transferTo = null, facts = account() }: { transferTo?: string | null; facts?: Facts } = {},
): ChangeSet {
  return planned({ action: 'remove', of, name, transferTo }, facts);
}

/** A set as history has it once it is applied; what was added got these ids. */
export function applied(set: ChangeSet, ids: readonly number[] = []): AppliedChangeSet {
  const free = [...ids];
  const catalog = set.catalog.map(change =>
    change.id === null && change.of !== 'license_pool' ? { ...change, id: free.shift() ?? 99 } : change,
  );
  const { length: users } = set.changes;
  return { ...set, catalog, id: 7, at: '', operator_name: 'Olga', via: 'local', users, undone_by: null };
}

export function codes({ problems }: Pick<ChangeSet, 'problems'>): string[] {
  return problems.map(problem => problem.code);
}
