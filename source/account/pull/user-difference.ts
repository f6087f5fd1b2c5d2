import { hash } from 'node:crypto';
import type { Base } from '../../../db/account/bases.ts';
import type { Catalog } from '../../roster/catalog/catalog.ts';
import { type PulledChange, pulledChange, type RemoteSettings } from '../../roster/pull/pulled-change.ts';
import { sameValue } from '../../roster/users/field-values.ts';
import { accountFields } from '../../roster/users/fields.ts';
import type { FieldName, Person, User, UserSettings } from '../../roster/users/user.ts';
import type { RemoteProfile, StagedAccount } from '../reads/read-account.ts';

/** What of a user differs from what the account says. */
export interface UserDifference extends Omit<PulledChange, 'base'> {
  person_id: number;
  user_email: string;
  /** Their settings here, and as the account says; null here: no license. */
  mine: UserSettings | null;
  theirs: RemoteSettings;
  /** Where they are right now, if it is not where they were: that has no history. */
  presence: Pick<UserSettings, 'status_name' | 'sub_status_name'> | null;
  /** Whether the account said anything of them before. */
  isKnown: boolean;
  /** What is to be kept of what it says; null where nothing is new. */
  base: (Base & { isLevelDue: boolean }) | null;
}

/** A user as the account has them, and as the roster does. */
export interface Both {
  profile: RemoteProfile;
  person: Person;
  base: Base | null;
}

/**
 * What only the account sets is taken from lists: there a field is left out where nothing is in it. Answers about one user may
 * have other fields.
 */
export function withListedFields(
  said: RemoteSettings,
  base: Base | null,
  { ring }: StagedAccount,
): RemoteSettings {
  const settings = { ...said };
  for (const name of accountFields) {
    if (ring === 'some users') delete settings[name];
    else if (settings[name] === undefined && base && name in base.settings) settings[name] = null;
  }
  return settings;
}

interface Sides {
  user: User | null;
  settings: RemoteSettings;
  isWhole: boolean;
  catalog: Catalog;
}

export function differenceOf(
  { profile, person, base }: Both,
  { user, settings, isWhole, catalog }: Sides,
): UserDifference {
  const { status_name, sub_status_name, ...said } = settings;
  const theirs = { ...said, ...skillsWithLevels(said, base, user) };
  const place = status_name && { status_name, sub_status_name: sub_status_name ?? null };
  const pulled = pulledChange({
    ...{ person, user, base: base?.settings ?? null },
    // Who is new comes with where they are.
    theirs: user ? theirs : { ...theirs, ...place },
  });
  // What was said here is on its way there.
  const isPlaced = base !== null && 'status_name' in base.settings;
  const presence = user && place && !isPlaced && isElsewhere(user, place) ? place : null;
  const clashes = { ...unreadClashes(base, theirs), ...picked(theirs, pulled.clashes) };
  // What both changed is looked at each time, and so is what names something that is not here yet.
  const isSettled = Object.keys(clashes).length === 0;
  const digests = isSettled && isWhole ? digestsOf(profile, person, base) : undigested;
  const kept = pulled.base && { ...withoutPresence(pulled.base), ...placeOf(base) };
  const isSame =
    kept === null ||
    (base !== null &&
      sameDigests(base, digests) &&
      sameSettings(base.clashes, clashes) &&
      sameSettings(base.settings, kept));
  const isLevelDue = [...(kept?.skills ?? []), ...(clashes.skills ?? [])].some(
    ({ id, level }) => level === null && catalog.skills.find(skill => skill.id === id)?.graded === true,
  );
  return {
    ...pulled,
    ...{ person_id: person.person_id, user_email: profile.user.user_email },
    ...{ mine: user?.settings ?? null, theirs, presence, isKnown: base !== null },
    base: isSame
      ? null
      : { settings: kept, ...digests, clashes, isLevelDue, remote_id: profile.user.user_id },
  };
}

/** What clashes and was not read this time, such as queues with the list of users: that is as it was. */
function unreadClashes(base: Base | null, theirs: RemoteSettings): RemoteSettings {
  const clashes = Object.entries(base?.clashes ?? {});
  return Object.fromEntries(clashes.filter(([name]) => !(name in theirs)));
}

function picked(settings: RemoteSettings, names: readonly FieldName[]): RemoteSettings {
  return Object.fromEntries(names.map(name => [name, settings[name]]));
}

/** Where they were before somebody here said otherwise, which waits to be sent. */
function placeOf(base: Base | null): RemoteSettings {
  if (!base || !('status_name' in base.settings)) return {};
  const { status_name, sub_status_name } = base.settings;
  return { status_name, sub_status_name } as RemoteSettings;
}

/** Where somebody is right now is asked each time. */
function withoutPresence({
  status_name: _,
  sub_status_name: __,
  ...settings
}: RemoteSettings): RemoteSettings {
  return settings;
}

type Digests = Pick<Base, 'profile_digest' | 'memberships_digest'>;

const undigested: Digests = { profile_digest: null, memberships_digest: null };

/** What was read of somebody, in short. */
function digestsOf(
  { user, memberships, skills, team }: RemoteProfile,
  person: Person,
  base: Base | null,
): Digests {
  return {
    profile_digest: digest(user),
    memberships_digest: memberships
      ? digest([memberships, skills, team, user.display_name, person.display_name])
      : (base?.memberships_digest ?? null),
  };
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}

function sameDigests(one: Digests, other: Digests): boolean {
  return one.profile_digest === other.profile_digest && one.memberships_digest === other.memberships_digest;
}

/** Whether the account says something of them that it did not say before. */
export function isNews({ profile, person, base }: Both): boolean {
  return base === null || !sameDigests(base, digestsOf(profile, person, base));
}

/** Lists say who has a skill, not at what level: what is known of it stays. */
function skillsWithLevels(
  { skills }: RemoteSettings,
  base: Base | null,
  user: User | null,
): Pick<RemoteSettings, 'skills'> {
  if (!skills) return {};
  // What the account said last counts most.
  const known = [user?.settings, base?.settings, base?.clashes].flatMap(one => one?.skills ?? []);
  const levels = new Map(known.map(({ id, level }) => [id, level]));
  return { skills: skills.map(skill => ({ ...skill, level: levels.get(skill.id) ?? null })) };
}

function isElsewhere(
  { settings }: User,
  { status_name, sub_status_name }: NonNullable<UserDifference['presence']>,
): boolean {
  return settings.status_name !== status_name || settings.sub_status_name !== sub_status_name;
}

function sameSettings(one: RemoteSettings, other: RemoteSettings): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof RemoteSettings>;
  return [...names].every(name => name in one && name in other && sameValue(one[name], other[name]));
}
