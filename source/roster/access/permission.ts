import type { CatalogFacts } from '../catalog/catalog-entries.ts';
import { recordOf } from '../catalog/catalog-records.ts';
import {
  type CatalogChange,
  type Change,
  type ChangeSet,
  isEmpty,
  type Problem,
} from '../plan/change-set.ts';
import { capitalized, listed } from '../text/words.ts';
import { emailKey } from '../users/email-key.ts';
import type { Reference } from '../users/user.ts';
import { plans } from '../users/vocabulary.ts';
import { grantsAccess } from './grants-access.ts';
import { type Holder, may, type Operator, type Privilege } from './privileges.ts';

type Made = Pick<ChangeSet, 'changes' | 'catalog'>;
/** What is asked of the roster: its plan, what roles let one do, and whom to ask for more. */
export type PermissionFacts = Pick<CatalogFacts, 'account' | 'operators'> & {
  catalog: Pick<CatalogFacts['catalog'], 'roles'>;
};

const deeds: Record<Privilege, string> = {
  'UserManagement:Read': 'look at the roster',
  'UserManagement:Edit': 'change the roster',
  'RptContactCenterOperationLog:Read': 'read the history',
  'RoleManagement:Edit': 'change roles and operators',
  'AccountSettings:Edit': 'change what belongs to the account, such as licenses and queues',
};

/** Why somebody may not do something, as a sentence; null if they may. */
export function whyNot(who: Holder, privilege: Privilege): string | null {
  if (may(who, privilege)) return null;
  return `${who.operator_name} may not ${deeds[privilege]}: the role ${who.role_name} lacks ${privilege}.`;
}

/** The privileges that changes of these kinds take (domain: privilege): whatever is changed, one may change the roster. */
function neededFor(catalog: readonly Pick<CatalogChange, 'of'>[]): Privilege[] {
  // Templates that name what is renamed or removed follow it.
  const asked = catalog.filter(({ of }) => of !== 'template');
  const kinds = (asked.length > 0 ? asked : catalog).map(({ of }) => of);
  const roles = kinds.some(of => of === 'role' || of === 'operator');
  const others = kinds.some(of => of !== 'role' && of !== 'operator');
  return [
    'UserManagement:Edit',
    ...(roles ? (['RoleManagement:Edit'] as const) : []),
    ...(others ? (['AccountSettings:Edit'] as const) : []),
  ];
}

/** Which privilege somebody lacks to change things of these kinds, as a sentence; null if none. */
export function whyNotChange(
  { catalog }: { catalog: readonly Pick<CatalogChange, 'of'>[] },
  who: Holder,
): string | null {
  for (const privilege of neededFor(catalog)) {
    const why = whyNot(who, privilege);
    if (why !== null) return why;
  }
  return null;
}

/**
 * Why this operator may not make these changes, whatever they come from – a command, a screen, an import, an undo
 * (domain rule 1). `plan` asks it, and `apply` once more under the lock.
 */
export function permissionProblems(set: Made, facts: PermissionFacts, operator: Operator): Problem[] {
  if (isEmpty(set)) return [];
  const ask = ` Ask ${listed(facts.operators.filter(({ is_owner }) => is_owner).map(owner => owner.operator_name)) || 'an owner'}.`;
  const lacking = whyNotChange(set, operator);
  if (lacking !== null) return [{ code: 'not_permitted', message: lacking + ask }];
  const given = operator.is_owner ? [] : [...ownerProblems(set, operator), ...notHeld(set, facts, operator)];
  return [
    ...given.map(problem => ({ ...problem, message: problem.message + ask })),
    ...ownAccessProblems(set, operator),
  ];
}

/**
 * Why this operator may not do that to one user, though they may change others: it is the user that they are, or would get
 * a role that they do not hold; null if they may (domain rule 1).
 */
export function whyNotThisUser(change: Change, facts: PermissionFacts, operator: Operator): Problem | null {
  const [problem] = permissionProblems({ changes: [change], catalog: [] }, facts, operator);
  if (!problem || problem.code === 'not_permitted') return null;
  return { ...problem, person_id: change.person_id };
}

/** Whether a problem says that a user is one whom nobody, or not this operator, may remove or make inactive (domain rule 1). */
export function isSpared({ code }: Problem): boolean {
  return ['not_removable', 'self_lockout'].includes(code);
}

/** Whether a problem says that the operator may not: commands end with another exit code then. */
export function isForbidden({ code }: Problem): boolean {
  return ['not_permitted', 'not_held', 'owner_only'].includes(code);
}

/** Nothing is changed in an account whose plan does not qualify, but to the one that does (domain rule 1). */
export function accountPlanProblems(
  { catalog }: Pick<Made, 'catalog'>,
  account: CatalogFacts['account'],
): Problem[] {
  const changed = catalog.find(({ of }) => of === 'account')?.after;
  // A plan that is refused anyway is none in what would be written.
  const plan: string | undefined = (changed ? recordOf('account', changed) : account).plan;
  if (plan === undefined) return [];
  if ((plans as readonly string[]).includes(plan)) return [];
  const message =
    `The account's plan is ${capitalized(plan)}, which does not include Contact Center; nothing can be changed. ` +
    'Once it is Pro, Business or Education: roster account set --plan PLAN';
  return [{ code: 'plan_unfit', column: 'plan', value: plan, message }];
}

function ownerProblems({ catalog }: Made, { operator_name }: Operator): Problem[] {
  return catalog
    .filter(({ of, before, after }) => of === 'operator' && (isOwner(before) || isOwner(after)))
    .map(({ name, before }) => ({
      code: 'owner_only',
      value: name,
      message: isOwner(before)
        ? `${name} is an owner; only an owner can change or remove owners.`
        : `${name} can't be made an owner by ${operator_name}; only an owner can do that.`,
    }));
}

function isOwner(record: CatalogChange['before']): boolean {
  return record !== null && recordOf('operator', record).is_owner;
}

/** Nobody gives what they do not hold: not a role, not a privilege, not a way in as somebody who has them. */
function notHeld({ changes, catalog }: Made, facts: PermissionFacts, operator: Operator): Problem[] {
  const missing = (privileges: readonly Privilege[]) => privileges.filter(name => !may(operator, name));
  const problem = (value: string, what: string, lacked: readonly Privilege[]): Problem => ({
    code: 'not_held',
    value,
    message: `${operator.operator_name} may not give ${what}: the role ${operator.role_name} lacks ${listed(lacked, lacked.length)}.`,
  });
  const roles = new Map<number, Reference>();
  for (const { fields } of changes)
    if (fields.role?.after && fields.role.after.id !== fields.role.before?.id)
      roles.set(fields.role.after.id, fields.role.after);
  for (const change of catalog) {
    const given = roleGiven(change);
    if (given) roles.set(given.id, given);
  }
  const byRole = [...roles.values()].flatMap(({ id, name }) => {
    const lacked = missing(privilegesOf(id, catalog, facts));
    return lacked.length > 0 ? [problem(name, `the role ${name}`, lacked)] : [];
  });
  const toRoles = catalog.flatMap(({ of, name, before, after }) => {
    if (of !== 'role' || !after) return [];
    const had = before ? recordOf('role', before).privileges : [];
    const lacked = missing(recordOf('role', after).privileges.filter(privilege => !had.includes(privilege)));
    return lacked.length > 0 ? [problem(name, `privileges to the role ${name}`, lacked)] : [];
  });
  return [...byRole, ...toRoles];
}

/** The role that an operator gets, or that a new login or key lets somebody in with. */
function roleGiven(change: CatalogChange): Reference | null {
  const { of, before, after } = change;
  if (of !== 'operator' || !after) return null;
  const { role } = recordOf('operator', after);
  const had = before ? recordOf('operator', before).role.id : null;
  return role.id !== had || grantsAccess(change) ? role : null;
}

/** What a role lets one do once the changes are made. */
function privilegesOf(
  id: number,
  catalog: readonly CatalogChange[],
  facts: PermissionFacts,
): readonly Privilege[] {
  const changed = catalog.find(change => change.of === 'role' && change.id === id)?.after;
  if (changed) return recordOf('role', changed).privileges;
  return facts.catalog.roles.find(role => role.id === id)?.privileges ?? [];
}

/** Nobody makes inactive the user that they are. */
function ownAccessProblems({ changes }: Made, { user_email_key }: Operator): Problem[] {
  return changes
    .filter(
      ({ action, user_email, fields }) =>
        action === 'update' &&
        fields.user_access?.after === 'inactive' &&
        emailKey(user_email) === user_email_key,
    )
    .map(({ person_id, user_name }) => ({
      code: 'self_lockout',
      person_id,
      value: user_name,
      message: `${user_name} can't be made inactive: that is you. Ask another operator to do it.`,
    }));
}
