import type { Catalog } from '../catalog/catalog.ts';
import { catalogAfter } from '../catalog/catalog-after.ts';
import type { CatalogChange, Change, ChangeSet, Resolved } from '../plan/change-set.ts';
import { openClashes, type Said, settledSettings } from '../pull/open-clashes.ts';
import { type RemoteIds, type RemoteRecords, thingKey } from '../pull/pulled-catalog.ts';
import type { RemoteSettings } from '../pull/pulled-change.ts';
import { type FieldName, newSettings, type Reference, type UserSettings } from '../users/user.ts';
import type { ThingChange } from './catalog-steps.ts';
import { onlyIn, ownFields, withUnsaid } from './own-fields.ts';
import { type Push, pushSteps } from './push-steps.ts';
import { isPushed, pushedKinds } from './step.ts';
import { knownThings, waitingThings } from './waiting-things.ts';

/** The roster as it is before a change set is written, and the account as it was read last. */
export interface PushFacts {
  catalog: Catalog;
  ids: RemoteIds;
  records: RemoteRecords;
  /** Of those whom it changes; who has no license is left out. */
  users: ReadonlyMap<number, UserSettings>;
  bases: ReadonlyMap<number, Said>;
}

/** Why a field is not sent: no operation takes it so, or it was changed at the account, too. */
export type NotSentReason = 'not_possible' | 'changed_on_both_sides';

export interface PlannedPush extends Pick<Push, 'steps'> {
  /** What of the change set the account is not told; of what waits besides, nothing. */
  notSent: { change: Change; field: FieldName; reason: NotSentReason }[];
}

/** The calls that a change set waits with once it is written. What is yet to be added to the catalog has a negative id in them. */
export function plannedPush(
  { changes, catalog: planned, resolved = [] }: Pick<ChangeSet, 'changes' | 'catalog' | 'resolved'>,
  { catalog, ids, records, users, bases: before }: PushFacts,
): PlannedPush {
  const decided = Map.groupBy(resolved, ({ person_id }) => person_id);
  const bases = new Map(
    [...before].map(([person_id, said]) => [person_id, withDecided(said, decided.get(person_id) ?? [])]),
  );
  const things = withIds(planned);
  const after = catalogAfter({ catalog, operators: [] }, things).catalog;
  const own = new Set(things.flatMap(({ of, id }) => (isPushed(of) && id !== null ? thingKey(of, id) : [])));
  const isOwn = ({ of, id }: ThingChange) => own.has(thingKey(of, id));
  const waiting = waitingThings(after, ids, records);
  const known = knownThings(
    after,
    withAdded(
      ids,
      waiting.filter(thing => !isOwn(thing)),
    ),
  );
  const inOrder = changes.toSorted(
    (a, b) => Number(bases.has(a.person_id)) - Number(bases.has(b.person_id)) || a.person_id - b.person_id,
  );
  const said = new Map(
    inOrder.flatMap((change): [number, RemoteSettings][] => {
      const base = bases.get(change.person_id);
      return base ? [[change.person_id, settled(base, change, users.get(change.person_id))]] : [];
    }),
  );
  const wanted = inOrder.map(change => {
    const { person_id } = change;
    const settings = settingsAfter(change, users.get(person_id));
    const base = said.get(person_id);
    return { person_id, settings: settings && base ? onlyIn(ownFields(change), settings, base) : settings };
  });
  const push = pushSteps({ users: wanted, catalog: waiting.filter(isOwn) }, said, known);
  return { steps: push.steps, notSent: notSentOf(changes, push, { bases, said, users }) };
}

function settingsAfter({ action, fields }: Change, now: UserSettings | undefined): UserSettings | null {
  if (action === 'remove') return null;
  const after = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.after]));
  return { ...(now ?? newSettings(after.role as Reference)), ...after };
}

/** What is compared with: not what clashes, and what the account is not known to have said as it was. */
function settled(base: Said, { action, fields }: Change, now: UserSettings | undefined): RemoteSettings {
  const said = settledSettings(base);
  return (now && action === 'update' && withUnsaid(said, fields, now)) || said;
}

/** With what is decided on as what the account says. */
function withDecided({ settings, clashes }: Said, resolved: readonly Resolved[]): Said {
  const names: string[] = resolved.map(({ field }) => field);
  const isDecided = ([name]: [string, unknown]) => names.includes(name);
  const all = Object.entries(clashes);
  return {
    settings: { ...settings, ...Object.fromEntries(all.filter(isDecided)) },
    clashes: Object.fromEntries(all.filter(entry => !isDecided(entry))),
  };
}

function withIds(changes: readonly CatalogChange[]): CatalogChange[] {
  return changes.map((change, index) =>
    change.before === null && change.id === null ? { ...change, id: -1 - index } : change,
  );
}

/** The ids with those of things that wait to be added by other change sets: these are sent before. */
function withAdded(ids: RemoteIds, waiting: readonly ThingChange[]): RemoteIds {
  const added = waiting.filter(({ before }) => before === null);
  return new Map(
    pushedKinds.map(kind => [
      kind,
      new Map([
        ...(ids.get(kind) ?? []),
        ...added.filter(({ of }) => of === kind).map(({ id }) => [`added here ${id}`, id] as const),
      ]),
    ]),
  );
}

function notSentOf(
  changes: readonly Change[],
  { steps, notSent }: Push,
  { bases, said, users }: Pick<PushFacts, 'bases' | 'users'> & { said: ReadonlyMap<number, RemoteSettings> },
): PlannedPush['notSent'] {
  const keyOf = (person_id: number, field: string) => `${person_id} ${field}`;
  const impossible = new Set(notSent.map(({ person_id, field }) => keyOf(person_id, field)));
  const rows = steps.flatMap(step => ('rows' in step ? step.rows : []));
  const sent = new Set(
    rows.flatMap(({ person_id, settings }) => Object.keys(settings).map(name => keyOf(person_id, name))),
  );
  return changes.flatMap(change => {
    const { person_id, action, fields } = change;
    if (action === 'remove') return [];
    const base = said.get(person_id);
    const after = settingsAfter(change, users.get(person_id));
    const all = bases.get(person_id);
    const open = new Set(after && all ? openClashes(after, all).map(({ field }) => field) : []);
    const reasonOf = (field: FieldName): NotSentReason | null => {
      const key = keyOf(person_id, field);
      if (open.has(field)) return 'changed_on_both_sides';
      // Taken back: the next reading brings what the account has.
      if (field in (all?.clashes ?? {})) return null;
      // What the account never said of somebody is let be there, but for what goes along with something else.
      const isUnsaid = action === 'update' && base && !(field in base) && !sent.has(key);
      return impossible.has(key) || (isUnsaid && fields[field]?.after !== null) ? 'not_possible' : null;
    };
    return (Object.keys(fields) as FieldName[]).flatMap(field => {
      const reason = reasonOf(field);
      return reason ? { change, field, reason } : [];
    });
  });
}
