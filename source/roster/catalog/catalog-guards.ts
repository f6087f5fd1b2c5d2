import type { Operator, Privilege } from '../access/privileges.ts';
import type { CatalogChange, Problem } from '../plan/change-set.ts';
import { catalogAfter } from './catalog-after.ts';
import type { CatalogFacts } from './catalog-entries.ts';

/** What an operator can't take away from themselves. */
const vital: readonly Privilege[] = ['UserManagement:Edit', 'UserManagement:Read'];

/** Who makes the change: their id, and the key they came in with. */
export type Self = Pick<Operator, 'operator_id' | 'key'>;

/**
 * What speaks against catalog changes because of who works here (domain rule 1), whichever way they would
 * come about – by the operator's entry, by their role, by an undo: nobody locks themselves out, and there is
 * always an owner. Who may make them at all is another question: `permission.ts`.
 */
export function guardProblems(changes: readonly CatalogChange[], facts: CatalogFacts, self: Self): Problem[] {
  if (!changes.some(change => change.of === 'operator' || change.of === 'role')) return [];
  const after = catalogAfter(facts, changes);
  return [...lastOwnerProblems(facts, after), ...lockoutProblems(facts, after, self)];
}

function lastOwnerProblems(before: CatalogFacts, after: CatalogFacts): Problem[] {
  const owners = before.operators.filter(operator => operator.is_owner);
  if (owners.length === 0 || after.operators.some(operator => operator.is_owner)) return [];
  const [{ operator_name } = { operator_name: '' }] = owners;
  return [
    {
      code: 'last_owner',
      value: operator_name,
      message: `${operator_name} is the last owner and has to stay one. Make somebody else an owner first: roster operator edit NAME --owner`,
    },
  ];
}

function lockoutProblems(before: CatalogFacts, after: CatalogFacts, { operator_id, key }: Self): Problem[] {
  const lost = vital.filter(
    privilege => holds(before, operator_id, privilege) && !holds(after, operator_id, privilege),
  );
  const old = before.operators.find(operator => operator.operator_id === operator_id);
  const now = after.operators.find(operator => operator.operator_id === operator_id);
  if (!old) return [];
  const ask = 'Ask another operator to do it.';
  if (now && now.login !== old.login)
    return [lockout(old.login ?? '', `You can't change your own login: you might lock yourself out. ${ask}`)];
  if (now && key !== undefined && !now.keys.some(({ fingerprint }) => fingerprint === key))
    return [lockout(key, `${key} is the key you came in with: you would lock yourself out. ${ask}`)];
  if (lost[0] === undefined) return [];
  const what = now ? `your own ${lost[0]}` : 'your own access';
  return [lockout(old.operator_name, `You can't take away ${what}: you would lock yourself out. ${ask}`)];
}

function lockout(value: string, message: string): Problem {
  return { code: 'self_lockout', value, message };
}

function holds({ operators, catalog }: CatalogFacts, operator_id: number, privilege: Privilege): boolean {
  const operator = operators.find(candidate => candidate.operator_id === operator_id);
  if (!operator) return false;
  const role = catalog.roles.find(candidate => candidate.id === operator.role.id);
  return operator.is_owner || (role?.privileges.includes(privilege) ?? false);
}
