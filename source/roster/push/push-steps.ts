import type { RemoteIds } from '../pull/pulled-catalog.ts';
import type { RemoteSettings } from '../pull/pulled-change.ts';
import type { FieldName, UserSettings } from '../users/user.ts';
import { catalogSteps, type ThingChange } from './catalog-steps.ts';
import type { Known } from './membership-changes.ts';
import type { PushedKind, PushStep } from './step.ts';
import { userChanges } from './user-changes.ts';
import * as stepsOf from './user-steps.ts';

/** What the roster wants. */
export interface Wanted {
  /** Null: no license. */
  users: readonly { person_id: number; settings: UserSettings | null }[];
  catalog: readonly ThingChange[];
}

/** What is known of the account besides its users. */
export interface KnownThings {
  ids: RemoteIds;
  mainRegion: number | null;
  /** The categories of its skills, folded. */
  categories: ReadonlySet<string>;
}

export interface Push {
  /** In the order in which they are to be sent. */
  steps: PushStep[];
  /** What the account can't be told; of a list such as queues, a part of it. */
  notSent: { person_id: number; field: FieldName }[];
}

/**
 * The fewest calls that make the account what the roster wants, in an order that it takes. `base` is what it said last, by person;
 * what it did not say of a user is let be, and whom it said nothing of is added.
 */
export function pushSteps(
  { users, catalog }: Wanted,
  base: ReadonlyMap<number, RemoteSettings>,
  { ids, mainRegion, categories }: KnownThings,
): Push {
  const known: Known = { ...thingsOf(catalog, ids), mainRegion };
  const changes = users.flatMap(({ person_id, settings }) =>
    settings ? [userChanges(person_id, settings, base.get(person_id) ?? null, known)] : [],
  );
  const notSent = changes.flatMap(({ person_id, notSent: names }) =>
    names.map(field => ({ person_id, field })),
  );
  // Without a role nobody is added.
  const sent = changes.filter(({ isNew, profile }) => !isNew || profile.role);
  const things = catalogSteps(catalog, categories);
  const removed = users
    .filter(({ person_id, settings }) => !settings && base.has(person_id))
    .map(({ person_id }) => person_id);
  return {
    steps: [
      ...things.before,
      ...stepsOf.profiles(sent),
      ...stepsOf.queues(sent, 'in'),
      ...stepsOf.skills(sent),
      ...stepsOf.teams(sent),
      ...stepsOf.opting(sent),
      ...stepsOf.statuses(sent),
      ...stepsOf.queues(sent, 'out'),
      ...stepsOf.skillRemovals(sent),
      ...stepsOf.removals(removed),
      ...things.after,
    ],
    notSent,
  };
}

function thingsOf(catalog: readonly ThingChange[], ids: RemoteIds): Pick<Known, 'has' | 'isRemoved'> {
  const keyOf = (of: PushedKind, id: number) => `${of} ${id}`;
  const added = new Set(catalog.filter(({ before }) => !before).map(({ of, id }) => keyOf(of, id)));
  const removed = new Set(catalog.filter(({ after }) => !after).map(({ of, id }) => keyOf(of, id)));
  const there = new Map([...ids].map(([of, known]) => [of, new Set(known.values())]));
  return {
    has: (of, id) => added.has(keyOf(of, id)) || there.get(of)?.has(id) === true,
    isRemoved: (of, id) => removed.has(keyOf(of, id)),
  };
}
