import type { CatalogChange, CatalogKind, CatalogRecord, Problem } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import type { Draft } from '../plan/plan.ts';
import { unknownPerson } from '../plan/subjects.ts';
import { counted } from '../text/words.ts';
import { emailKey } from '../users/email-key.ts';
import { besides, conflicts } from './catalog-consequences.ts';
import { emptyDraft } from './catalog-draft.ts';
import { type CatalogEntry, catalogEntries, differences } from './catalog-entries.ts';
import { excessNotices } from './catalog-licenses.ts';
import { nameOf, nounOf } from './catalog-records.ts';
import { planCatalogRemoval } from './catalog-removal.ts';
import { has, isUsedKind } from './catalog-users.ts';
import { findByName } from './find-by-name.ts';
import { readRecord } from './read-record.ts';

/**
 * What somebody wants of a queue, role, operator …; `name` is what it is called now. Besides the keys of its
 * record a role takes `add_privileges` and `remove_privileges`, an operator `add_keys` and `remove_keys`, a template
 * `set_edits` and `unset` (fields), the account `licenses` (totals by package).
 */
export type CatalogRequest =
  | { action: 'add'; of: CatalogKind; record: CatalogRecord }
  | { action: 'edit'; of: CatalogKind; name: string; record: CatalogRecord }
  | { action: 'remove'; of: CatalogKind; name: string; transferTo: string | null };

/** Works out what becomes of something in the catalog, and of the users who have it: the subjects of the facts. */
export function planCatalog(request: CatalogRequest, facts: Facts): Draft {
  if (request.action === 'add') return planAddition(request, facts);
  const found = findEntry(request.of, request.name, facts);
  if ('problem' in found) return { ...emptyDraft(), problems: [found.problem] };
  const fixed = fixedProblems(request.of, found.entry, facts);
  if (fixed.length > 0) return { ...emptyDraft(), problems: fixed };
  return request.action === 'edit'
    ? planEdition(request, found.entry, facts)
    : planCatalogRemoval(found.entry, request.transferTo, facts);
}

/** The thing of that name, or the problem that there is none, with those there are. */
function findEntry(
  of: CatalogKind,
  name: string,
  facts: Facts,
): { entry: CatalogEntry } | { problem: Problem } {
  const entries = catalogEntries(of, facts);
  if (of === 'account') return { entry: entries[0]! };
  const listed = entries.map((entry, id) => ({ id, name: entry.name }));
  const found = findByName(listed, name, nounOf(of));
  if ('found' in found) return { entry: entries[found.found.id]! };
  return { problem: { ...found.problem, code: `unknown_${of}` } };
}

function planAddition({ of, record }: CatalogRequest & { action: 'add' }, facts: Facts): Draft {
  const { after, problems } = readRecord(of, record, null, facts);
  const name = nameOf(of, after);
  const change: CatalogChange = { of, id: null, name, before: null, after };
  const more = problems.length > 0 ? noMore : besides(change, facts);
  return {
    ...emptyDraft(),
    catalog: [change, ...more.catalog],
    problems: [...problems, ...conflicts(change, facts), ...personProblems(record, facts)],
    notices: more.notices,
  };
}

const noMore = { catalog: [], notices: [] };

function planEdition(
  { of, record }: CatalogRequest & { action: 'edit' },
  entry: CatalogEntry,
  facts: Facts,
): Draft {
  const { licenses, ...asked } = record;
  const { after, problems } = readRecord(of, asked, entry.record, facts);
  const change: CatalogChange = {
    of,
    id: entry.id,
    name: entry.name,
    before: entry.record,
    after,
  };
  const changed = differences(entry.record, after);
  const pools = of === 'account' ? poolChanges(licenses, facts) : { catalog: [], problems: [] };
  const own = changed.length > 0 ? [change] : [];
  const more = changed.length > 0 && problems.length === 0 ? besides(change, facts) : noMore;
  const catalog = [...own, ...pools.catalog, ...more.catalog];
  return {
    ...emptyDraft(),
    catalog,
    problems: [
      ...problems,
      ...pools.problems,
      ...(own.length > 0 ? conflicts(change, facts) : []),
      ...(changed.includes('graded') ? gradedProblems(entry, facts) : []),
      ...personProblems(asked, facts),
    ],
    notices: [...more.notices, ...excessNotices(catalog, facts)],
  };
}

/** Built-in roles stay as they are (domain: role). */
function fixedProblems(of: CatalogKind, { id, name }: CatalogEntry, { catalog }: Facts): Problem[] {
  if (of !== 'role' || !catalog.roles.some(role => role.id === id && role.built_in)) return [];
  const message = `${name} is a built-in role; it can't be renamed, changed or removed. Make one of your own: roster role add NAME`;
  return [{ code: 'built_in_role', value: name, message }];
}

/** Levels that users have would hang in the air, or be missing. */
function gradedProblems({ id, name }: CatalogEntry, { subjects }: Facts): Problem[] {
  const users = subjects.filter(({ user }) => user && id !== null && has(user.settings, 'skill', id)).length;
  if (users === 0) return [];
  const message = `${name} is a skill of ${counted(users, 'user')}; whether it has levels can't be changed while it is. Add another skill instead.`;
  return [{ code: 'skill_in_use', column: 'graded', value: name, message }];
}

/** The e-mail of an operator has to be somebody's in the account. */
function personProblems({ user_email }: CatalogRecord, { subjects }: Facts): Problem[] {
  if (typeof user_email !== 'string' || user_email.trim() === '') return [];
  const key = emailKey(user_email);
  const known = subjects.some(({ person }) => person && emailKey(person.user_email) === key);
  return known ? [] : [unknownPerson(user_email)];
}

function poolChanges(licenses: unknown, facts: Facts): { catalog: CatalogChange[]; problems: Problem[] } {
  const catalog: CatalogChange[] = [];
  const problems: Problem[] = [];
  for (const [package_name, total] of Object.entries((licenses ?? {}) as Record<string, unknown>)) {
    const found = findEntry('license_pool', package_name, facts);
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const { id, name, record } = found.entry;
    const { after, problems: wrong } = readRecord('license_pool', { total }, record, facts);
    problems.push(...wrong);
    if (differences(record, after).length > 0)
      catalog.push({ of: 'license_pool', id, name, before: record, after });
  }
  return { catalog, problems };
}

/** Whether users can have things of this kind, so that facts about them are needed. */
export function concernsUsers(request: CatalogRequest): boolean {
  if (request.action === 'remove') return isUsedKind(request.of);
  return request.action === 'edit' && request.of === 'skill' && request.record.graded !== undefined;
}
