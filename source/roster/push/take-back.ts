import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogFacts, catalogEntries, differences } from '../catalog/catalog-entries.ts';
import { type UsedKind, without } from '../catalog/catalog-users.ts';
import {
  type AppliedChangeSet,
  type CatalogChange,
  type CatalogRecord,
  type Change,
  type FieldChanges,
  isEmpty,
} from '../plan/change-set.ts';
import { lostIn } from '../plan/references.ts';
import { type RemoteRecords, thingKey } from '../pull/pulled-catalog.ts';
import { pulledRemoval, type RemoteSettings } from '../pull/pulled-change.ts';
import { partOf } from '../undo/plan-undo.ts';
import { isWhollyBack } from '../undo/refused-part.ts';
import { fieldChanges } from '../users/field-changes.ts';
import { sameValue } from '../users/field-values.ts';
import { type FieldName, newSettings, type User, type UserSettings } from '../users/user.ts';
import type { PushedKind, PushStep } from './step.ts';

/** What of a change set the account did not take. */
export interface NotTaken {
  person_id: number | null;
  kind: PushedKind | null;
  local_id: number | null;
  operation: PushStep['operation'];
  /** None: all of the user. */
  fields: readonly FieldName[];
}

interface Sides {
  /** The users as they are here, by person, those who have what goes among them; `bases` as the account says. */
  users: ReadonlyMap<number, User>;
  bases: ReadonlyMap<number, RemoteSettings>;
  catalog: Catalog;
  /** What the account said last of what is in its catalog. */
  records: RemoteRecords;
  /** Roles of operators stay, whatever the account says. */
  keptRoles: ReadonlySet<number>;
}

/**
 * What brings the roster back to what the account has, where it refused a part of a change set: whom it did not add goes, whom
 * it did not remove comes back, and fields return. What was changed here since stays as it is only where it is another field.
 */
export function takenBackChanges(
  set: Pick<AppliedChangeSet, 'changes' | 'catalog'>,
  notTaken: readonly NotTaken[],
  sides: Sides,
): { changes: Change[]; catalog: CatalogChange[] } {
  const catalog = notTaken.flatMap(one => thingBack(one, set.catalog, sides));
  const gone = catalog.filter(({ after }) => after === null);
  const kept = catalog.filter(({ before }) => before === null);
  const people = new Set(notTaken.flatMap(({ person_id }) => person_id ?? []));
  for (const [person_id, { settings }] of sides.users)
    if (gone.some(({ of, id }) => settings !== stripped(settings, [{ of, id }], sides)))
      people.add(person_id);
  for (const [person_id, base] of sides.bases)
    if (kept.some(thing => isIn(base, thing))) people.add(person_id);
  const byPerson = Map.groupBy(notTaken, ({ person_id }) => person_id);
  const decided = new Map(set.changes.map(change => [change.person_id, change]));
  const changes = [...people].flatMap(person_id => {
    const own = byPerson.get(person_id) ?? [];
    return userBack(person_id, { own, gone, kept }, decided.get(person_id), sides) ?? [];
  });
  return { changes, catalog };
}

type Thing = Pick<CatalogChange, 'of' | 'id'>;

interface Back {
  own: readonly NotTaken[];
  /** What goes, and what is here again. */
  gone: readonly Thing[];
  kept: readonly Thing[];
}

function userBack(
  person_id: number,
  { own, gone, kept }: Back,
  change: Change | undefined,
  sides: Sides,
): Change | null {
  const user = sides.users.get(person_id);
  const base = sides.bases.get(person_id);
  if (!user) return change?.action === 'remove' && base && own.length > 0 ? additionBack(change, base) : null;
  // Whom it never had: that it said nothing of somebody may have other reasons.
  const isNew = own.some(({ operation }) => operation === 'batchCreateUsers');
  if (!base && isNew) return pulledRemoval(user);
  const names = own.flatMap(({ fields }) => fields);
  const decided = change?.fields ?? {};
  const all = Object.fromEntries(names.flatMap(name => saidOf(name, { user, base, decided }) ?? []));
  const said = withoutGone(all as RemoteSettings, sides.catalog, kept);
  const after = withKept(stripped({ ...user.settings, ...said }, gone, sides), base, kept);
  const fields = fieldChanges(user.settings, after);
  if (Object.keys(fields).length === 0) return null;
  const { person, version } = user;
  const user_name = user.settings.display_name || person.display_name || person.user_email;
  return { person_id, user_email: person.user_email, user_name, action: 'update', version, fields };
}

function isIn({ queues, skills, team }: RemoteSettings, { of, id }: Thing): boolean {
  if (of === 'team') return team?.id === id;
  const held = of === 'queue' ? queues : of === 'skill' ? skills : undefined;
  return held?.some(one => one.id === id) === true;
}

/** In what the account did not remove, whoever is in it there. */
function withKept(
  settings: UserSettings,
  base: RemoteSettings | undefined,
  kept: readonly Thing[],
): UserSettings {
  const missing = kept.filter(thing => base && isIn(base, thing) && !isIn(settings, thing));
  const isMissing = (kind: Thing['of'], thing: number) =>
    missing.some(({ of, id }) => of === kind && id === thing);
  return {
    ...settings,
    queues: [...settings.queues, ...(base?.queues ?? []).filter(({ id }) => isMissing('queue', id))],
    skills: [...settings.skills, ...(base?.skills ?? []).filter(({ id }) => isMissing('skill', id))],
    // Who was put into another team meanwhile is there.
    team: settings.team ?? (base?.team && isMissing('team', base.team.id) ? base.team : null),
  };
}

/** What the account has of a field; what it did not say is what it was here before, where nobody changed it since. */
function saidOf(
  name: FieldName,
  { user, base, decided }: { user: User; base: RemoteSettings | undefined; decided: FieldChanges },
): [FieldName, unknown][] | null {
  if (base && name in base) return [[name, base[name]]];
  const change = decided[name];
  return change && sameValue(change.after, user.settings[name]) ? [[name, change.before]] : null;
}

/** What names something that is not here any more can't come back: a role or region stays as it is, lists are without it. */
function withoutGone(settings: RemoteSettings, catalog: Catalog, kept: readonly Thing[]): RemoteSettings {
  const lost = lostIn(settings, catalog).filter(
    ({ kind, id }) => !kept.some(thing => thing.of === kind && thing.id === id),
  );
  const left: RemoteSettings = { ...settings };
  for (const { kind, id } of lost) {
    if (kind === 'queue') left.queues = left.queues!.filter(queue => queue.id !== id);
    else if (kind === 'skill') left.skills = left.skills!.filter(skill => skill.id !== id);
    else delete left[kind];
  }
  return left;
}

/** With all that they had, as the account says it is. */
function additionBack({ version: _, fields: lost, ...removal }: Change, base: RemoteSettings): Change | null {
  const had = Object.fromEntries(Object.entries(lost).map(([name, { before }]) => [name, before]));
  const { role } = { ...had, ...base } as Partial<UserSettings>;
  if (!role) return null;
  const fields = fieldChanges(null, { ...newSettings(role), ...had, ...base });
  return { ...removal, action: 'add', version: null, fields };
}

function thingBack(
  { person_id, kind: of, local_id: id, operation }: NotTaken,
  decided: readonly CatalogChange[],
  { catalog, records, keptRoles }: Sides,
): CatalogChange[] {
  if (person_id !== null || of === null || id === null) return [];
  const change = decided.find(one => one.of === of && one.id === id);
  const entry = catalogEntries(of, { catalog } as CatalogFacts).find(one => one.id === id);
  if (operation.startsWith('create')) {
    const isKept = of === 'role' && keptRoles.has(id);
    return entry && !isKept ? [{ of, id, name: entry.name, before: entry.record, after: null }] : [];
  }
  if (!change?.before) return [];
  const said = records.get(thingKey(of, id)) ?? {};
  if (operation.startsWith('delete'))
    return entry ? [] : [{ of, id, name: change.name, before: null, after: { ...change.before, ...said } }];
  if (!entry || !change.after) return [];
  const names = differences(change.before, change.after);
  const back = names.map(name => [name, name in said ? said[name] : change.before?.[name]]);
  const after = { ...entry.record, ...(Object.fromEntries(back) as CatalogRecord) };
  if (differences(entry.record, after).length === 0) return [];
  return [{ of, id, name: entry.name, before: entry.record, after }];
}

/** Without what goes; a role is exchanged for the plainest one, and a region for the main one. */
function stripped(settings: UserSettings, gone: readonly Thing[], { catalog }: Sides): UserSettings {
  return gone.reduce((left, { of, id }) => {
    const instead =
      of === 'role'
        ? (catalog.roles.find(({ name, built_in }) => built_in && name === 'Agent') ?? null)
        : (catalog.regions.find(({ is_main }) => is_main) ?? null);
    const next = without(left, of as UsedKind, id!, instead);
    return Object.keys(fieldChanges(left, next)).length > 0 ? next : left;
  }, settings);
}

/** Whether nothing of a change set is left in force. */
export function isAllTakenBack(
  set: Pick<AppliedChangeSet, 'changes' | 'catalog'>,
  back: Pick<AppliedChangeSet, 'changes' | 'catalog'>,
): boolean {
  const users = new Map(back.changes.map(change => [change.person_id, change]));
  const isBack = (change: Change) => {
    const own = users.get(change.person_id);
    return own !== undefined && isWhollyBack(change, own);
  };
  const things = new Set(back.catalog.map(partOf));
  return !isEmpty(set) && set.changes.every(isBack) && set.catalog.every(thing => things.has(partOf(thing)));
}
