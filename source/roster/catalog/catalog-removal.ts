import { type CatalogChange, type CatalogRecord, changeSetLimit, type Problem } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import type { Draft } from '../plan/plan.ts';
import { updateOf } from '../plan/plan-edit.ts';
import { type UserSubject, usersAmong } from '../plan/subjects.ts';
import { shellWord } from '../text/shell-word.ts';
import { counted, listed, number } from '../text/words.ts';
import type { Reference } from '../users/user.ts';
import { mainRegion, retarget } from './catalog-consequences.ts';
import { emptyDraft } from './catalog-draft.ts';
import { type CatalogEntry, operatorRecord } from './catalog-entries.ts';
import { recordOf } from './catalog-records.ts';
import { has, isUsedKind, type UsedKind, without } from './catalog-users.ts';
import { findByName } from './find-by-name.ts';

/** Takes something away, and in the same change set from everybody who has it; the notices say what happens to them. */
export function planCatalogRemoval(entry: CatalogEntry, transferTo: string | null, facts: Facts): Draft {
  const { of, id, name, record } = entry;
  const removal: CatalogChange = { of, id, name, before: record, after: null };
  const draft = { ...emptyDraft(), catalog: [removal] };
  if (of === 'region' && recordOf('region', record).is_main)
    return { ...draft, problems: [mainRegion(name, "can't be removed", facts)] };
  if (!isUsedKind(of) || id === null) return draft;
  const use = holdersOf(of, id, facts);
  if (use.users.length > changeSetLimit) return { ...draft, problems: [tooManyUsers(of, name)] };
  const heir = heirOf(of, entry, transferTo, use, facts);
  if ('problem' in heir) return { ...draft, problems: [heir.problem] };
  const changes = use.users.flatMap(
    user => updateOf(user, without(user.user.settings, of, id, heir.found)) ?? [],
  );
  const templates = retarget(of, id, of === 'role' ? (heir.found?.name ?? null) : null, facts);
  return {
    ...draft,
    catalog: [...operatorTransfers(use, heir.found), ...templates, removal],
    changes,
    notices: removalNotices(of, name, { use, heir: heir.found, templates }),
  };
}

interface Use {
  users: UserSubject[];
  operators: Facts['operators'];
}

function holdersOf(of: UsedKind, id: number, facts: Facts): Use {
  return {
    users: usersAmong(facts).users.filter(({ user }) => has(user.settings, of, id)),
    operators: of === 'role' ? facts.operators.filter(operator => operator.role.id === id) : [],
  };
}

/** What users get instead: the role to transfer to, the main region; nothing instead of a queue, skill or team. */
function heirOf(
  of: UsedKind,
  { id, name }: CatalogEntry,
  transferTo: string | null,
  { users, operators }: Use,
  { catalog }: Facts,
): { found: Reference | null } | { problem: Problem } {
  if (of === 'region') return { found: catalog.regions.find(region => region.is_main) ?? null };
  if (of !== 'role') return { found: null };
  if (transferTo === null) {
    if (users.length + operators.length === 0) return { found: null };
    // Nobody is without a role (domain: role).
    const message = `${name} is the role of ${usersAndOperators(users.length, operators.length)}. Name the role they get instead: --transfer ROLE`;
    return { problem: { code: 'transfer_missing', value: name, message } };
  }
  const found = findByName(catalog.roles, transferTo, 'role');
  if ('problem' in found || found.found.id !== id) return found;
  const message = `${name} is what is removed; name another role to transfer to.`;
  return { problem: { code: 'transfer_to_itself', value: transferTo, message } };
}

function operatorTransfers({ operators }: Use, heir: Reference | null): CatalogChange[] {
  if (!heir) return [];
  const role = { id: heir.id, name: heir.name };
  return operators.map(operator => {
    const before: CatalogRecord = { ...operatorRecord(operator) };
    const { operator_id, operator_name } = operator;
    return { of: 'operator', id: operator_id, name: operator_name, before, after: { ...before, role } };
  });
}

interface Consequences {
  use: Use;
  heir: Reference | null;
  templates: readonly CatalogChange[];
}

function removalNotices(of: UsedKind, name: string, { use, heir, templates }: Consequences): string[] {
  const users = use.users.length;
  const inUse = `${name} is in use by ${usersAndOperators(users, use.operators.length)}`;
  const then = {
    queue: 'they are taken out of it',
    skill: 'they lose it',
    team: 'they are in no team then',
    region: heir ? `they go to ${heir.name}` : 'they have none then',
    role: `they become ${heir?.name}`,
  }[of];
  const names = listed(templates.map(template => template.name));
  const templateWord = templates.length > 1 ? 'templates' : 'template';
  const instead = of === 'role' && heir ? `give ${heir.name} instead` : 'lose it';
  return [
    users + use.operators.length > 0 ? `${inUse}; ${then}.` : `Nobody has ${name}.`,
    ...(templates.length > 0
      ? [
          `The ${templateWord} ${names} ${templates.length > 1 ? instead : instead.replace(/^(give|lose)/, '$1s')}.`,
        ]
      : []),
  ];
}

function usersAndOperators(users: number, operators: number): string {
  if (operators === 0) return counted(users, 'user');
  const admins = counted(operators, 'operator');
  return users === 0 ? admins : `${counted(users, 'user')} and ${admins}`;
}

function tooManyUsers(of: UsedKind, name: string): Problem {
  const limit = number(changeSetLimit);
  return {
    code: 'too_many_changes',
    value: name,
    message:
      `${name} is in use by more than ${limit} users, and a change set holds at most ${limit}. ` +
      `Take it from some of them first, in parts${of === 'queue' ? `: roster edit --where ${shellWord(`queue=${name}`)} --where search=TEXT --remove-queue ${shellWord(name)}` : ''}.`,
  };
}
