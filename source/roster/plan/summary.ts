import { nounOf } from '../catalog/catalog-records.ts';
import { catalogSummary, takenBackCatalog } from '../catalog/catalog-summary.ts';
import { capitalized, counted, listed, number } from '../text/words.ts';
import { queueText, sameValue } from '../users/field-values.ts';
import { fieldNames, fields } from '../users/fields.ts';
import type { FieldName } from '../users/user.ts';
import { stepsOf } from './addition-steps.ts';
import type { CatalogChange, Change, ChangeSet } from './change-set.ts';

/** What a summary is made of. */
export type Summarized = Pick<ChangeSet, 'kind' | 'undoes' | 'changes' | 'catalog'>;

export interface Wording {
  /** It is done: `Removed Ana Silva`; else it is to be: `Remove Ana Silva`. */
  done?: boolean;
  /** It takes back what somebody did not wait for any more, which the account never refused. */
  givenUp?: boolean;
  /** What users are called together; without it by their names, as `namesOf` has them. */
  whom?: (users: readonly Change[]) => string;
}

/**
 * Whom a change set is about and what it does to them, in one line: `Edit Ana Silva: role, 2 queues`, `Undo 10: bring back Ana
 * Silva and 3 others`. The only such wording: for history, JSON, questions and – done – toasts.
 */
export function summaryOf(
  set: Summarized,
  { done = false, givenUp = false, whom = namesOf }: Wording = {},
): string {
  const { kind, undoes, changes, catalog } = set;
  const verb = (now: string, then: string) => (done ? then : now);
  switch (kind) {
    case 'add':
      return `${verb('Add', 'Added')} ${whom(changes)}${asRole(changes)}${withSettings(changes)}`;
    case 'remove':
      return `${verb('Remove', 'Removed')} ${whom(changes)}`;
    case 'edit':
      return editText(changes, whom(changes), verb);
    case 'import': {
      const parts = partsOf(changes, whom, { add: verb('add', 'added'), update: verb('change', 'changed') });
      return `${verb('Import', 'Imported')}: ${parts.join(', ') || 'no change'}`;
    }
    case 'pull': {
      const words = { add: 'added', remove: 'removed', update: 'changed' };
      return capitalized([...pulledThings(catalog), ...partsOf(changes, whom, words)].join(', '));
    }
    case 'catalog':
      return catalogSummary(catalog, verb);
    case 'refused': {
      const words = { add: 'brought back', remove: 'removed', update: 'changed back' };
      const parts = [...takenBackCatalog(catalog, (_, then) => then), ...partsOf(changes, whom, words)];
      return `${givenUp ? 'Given up' : 'Refused by the account'}, of ${undoes}: ${parts.join(', ')}`;
    }
    case 'undo':
    case 'redo': {
      const head = kind === 'undo' ? verb('Undo', 'Undid') : verb('Redo', 'Redid');
      const words = {
        add: verb('bring back', 'brought back'),
        remove: verb('remove', 'removed'),
        update: verb('change back', 'changed back'),
      };
      const parts = [...takenBackCatalog(catalog, verb), ...partsOf(changes, whom, words)];
      return [`${head} ${undoes}`, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ');
    }
  }
}

/** `added 3 roles and 12 queues`, `changed 1 role`: at the account many things change at once. */
function pulledThings(catalog: Summarized['catalog']): string[] {
  const done = ({ before, after }: CatalogChange) =>
    before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [...Map.groupBy(catalog, done)].map(([verb, things]) => {
    const kinds = [...Map.groupBy(things, ({ of }) => nounOf(of))];
    return `${verb} ${listed(
      kinds.map(([noun, { length }]) => counted(length, noun)),
      kinds.length,
    )}`;
  });
}

/** Says a verb as something to be done, or as done. */
export type Verb = (now: string, then: string) => string;

/** `Ana Silva`, `Ana Silva and Bruno da Silva`, `Ana Silva and 3 others`; `name` says how each is written. */
export function namesOf(
  users: readonly Change[],
  name = (user: Change) => user.user_name || user.user_email,
): string {
  const [first, second] = users;
  if (!first) return counted(0, 'user');
  if (users.length <= 2) return listed([first, ...(second ? [second] : [])].map(name));
  return `${name(first)} and ${number(users.length - 1)} others`;
}

/** What happens to those who come, go and change; of who changes also which settings. */
function partsOf(
  changes: readonly Change[],
  whom: NonNullable<Wording['whom']>,
  words: Partial<Record<Change['action'], string>>,
): string[] {
  return (['add', 'remove', 'update'] as const).flatMap(action => {
    const users = changes.filter(change => change.action === action);
    const word = words[action];
    if (users.length === 0 || word === undefined) return [];
    return `${word} ${whom(users)}${action === 'update' ? ` (${settingsOf(users)})` : ''}`;
  });
}

function asRole(changes: readonly Change[]): string {
  const role = shared(changes, 'role');
  return role ? ` as ${role.name}` : '';
}

/** `with queues and skills`: what is set after the addition. */
function withSettings([first]: readonly Change[]): string {
  const names = first ? stepsOf(first).second : [];
  return names.length > 0 ? ` with ${listed(names.map(name => fields[name].label.toLowerCase()))}` : '';
}

/** What one setting becomes is said, of several only which they are. */
function editText(changes: readonly Change[], who: string, verb: Verb): string {
  const names = changedFields(changes);
  const made = verb('Make', 'Made');
  const role = shared(changes, 'role');
  const access = shared(changes, 'user_access');
  const presence = shared(changes, 'status_name');
  if (names.length === 0) return `${verb('Edit', 'Edited')} ${who}`;
  if (names.join() === 'role' && role) return `${made} ${who} ${role.name}`;
  if (names.join() === 'user_access' && access) return `${made} ${who} ${access}`;
  if (names[0] === 'status_name' && names.slice(1).every(name => name === 'sub_status_name') && presence)
    return `${made} ${who} ${presence}`;
  const joined = names.join() === 'queues' ? sameQueue(changes, 'after', 'before') : null;
  if (joined !== null) return `${verb('Put', 'Put')} ${who} into ${joined}`;
  const left = names.join() === 'queues' ? sameQueue(changes, 'before', 'after') : null;
  if (left !== null) return `${verb('Take', 'Took')} ${who} out of ${left}`;
  return `${verb('Edit', 'Edited')} ${who}: ${settingsOf(changes)}`;
}

/** What a setting becomes, where that is the same for everybody. */
function shared<Name extends FieldName>(changes: readonly Change[], name: Name) {
  const after = changes[0]?.fields[name]?.after ?? null;
  return changes.every(({ fields: changed }) => sameValue(changed[name]?.after, after)) ? after : null;
}

/** The one queue that each of them has on this side and not on the other, if nothing else of their queues changes. */
function sameQueue(changes: readonly Change[], here: 'before' | 'after', there: 'before' | 'after') {
  const found = new Set<string | null>();
  for (const { fields: changed } of changes) {
    const [mine, theirs] = [changed.queues?.[here] ?? [], changed.queues?.[there] ?? []];
    const own = mine.filter(({ id }) => !theirs.some(queue => queue.id === id));
    const rest = mine.filter(queue => !own.includes(queue));
    const [only] = own;
    found.add(own.length === 1 && only && sameValue(rest, theirs) ? nameOn(here, only) : null);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Who leaves a queue leaves it altogether. */
function nameOn(side: 'before' | 'after', queue: Parameters<typeof queueText>[0]): string {
  return side === 'after' ? queueText(queue) : queue.name;
}

/** So many settings are named; of more only how many. */
const settingsNamed = 4;

/** `role, 2 queues`: which settings these changes are about. */
function settingsOf(changes: readonly Change[]): string {
  const all = changedFields(changes).map(name => settingText(name, changes));
  const named = all.length > settingsNamed ? all.slice(0, settingsNamed - 1) : all;
  return [...named, ...(named.length < all.length ? [`${all.length - named.length} more`] : [])].join(', ');
}

function settingText(name: FieldName, changes: readonly Change[]): string {
  if (name === 'queues' || name === 'skills')
    return counted(touched(changes, name), name === 'queues' ? 'queue' : 'skill');
  return fields[name].label.toLowerCase();
}

/** How many different queues or skills somebody got, lost or has otherwise than before. */
function touched(changes: readonly Change[], name: 'queues' | 'skills'): number {
  const ids = new Set<number>();
  for (const { fields: changed } of changes) {
    const { before, after } = changed[name] ?? {};
    const [old, now] = [
      new Map(before?.map(item => [item.id, item])),
      new Map(after?.map(item => [item.id, item])),
    ];
    for (const id of [...old.keys(), ...now.keys()]) if (!sameValue(old.get(id), now.get(id))) ids.add(id);
  }
  return ids.size;
}

/** The settings that differ, but for the presence of who is made inactive, which goes without saying (domain rule 4). */
function changedFields(changes: readonly Change[]): FieldName[] {
  const changed = new Set<string>();
  for (const { fields: own } of changes) {
    const inactive = own.user_access?.after === 'inactive';
    for (const name of Object.keys(own))
      if (!inactive || (name !== 'status_name' && name !== 'sub_status_name')) changed.add(name);
  }
  return fieldNames.filter(name => changed.has(name));
}
