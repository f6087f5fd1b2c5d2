import { hash } from 'node:crypto';
import {
  type Base,
  countBases,
  partsWithBase,
  peopleByRemoteId,
  readBases,
  readRemoteIds,
} from '../../db/account/remote.ts';
import { stagedParts, stagedRows } from '../../db/account/staging.ts';
import { readCatalog } from '../../db/catalog/catalog.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { peopleRows, personOf, readUsers } from '../../db/users/users.ts';
import type { Catalog } from '../roster/catalog/catalog.ts';
import type { Change } from '../roster/plan/change-set.ts';
import {
  type PulledChange,
  pulledChange,
  pulledRemoval,
  type RemoteSettings,
} from '../roster/pull/pulled-change.ts';
import { sameValue } from '../roster/users/field-values.ts';
import type { Person, User, UserSettings } from '../roster/users/user.ts';
import { type RemoteProfile, type StagedAccount, stagedProfiles } from './read-account.ts';
import * as reads from './reads.ts';
import { createTranslation } from './remote-settings.ts';

/** Users that are compared at once. */
const usersAtOnce = 100;

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

/** Tells how a roster and what was read of its account differ. */
export interface Differences {
  /** The account's ids of all its users, or of those of whom it says something that it did not say before; in parts. */
  ids(which: 'all' | 'new'): AsyncGenerator<string[]>;
  /** Of users whom the roster knows as people. */
  of(ids: readonly string[]): Promise<UserDifference[]>;
  /** Who was a user at the account and is not in its list. */
  missing(): Promise<Missing[]>;
  /** The same of these ids alone. */
  missingOf(ids: readonly string[]): Promise<Missing[]>;
  /** How many users the account had when it was read last. */
  known: number;
}

export interface Missing {
  person_id: number;
  /** Every id by which the account knew them: who was made again has several. */
  remote_ids: string[];
  /** Null where they are no user here. */
  removal: Change | null;
}

/** A user as the account has them, and as the roster does. */
interface Both {
  profile: RemoteProfile;
  person: Person;
  base: Base | null;
}

export async function differencesOf(read: Db, account: StagedAccount): Promise<Differences> {
  const catalog = await readCatalog(read);
  const translation = createTranslation(catalog, await readRemoteIds(read));

  async function bothSides(ids: readonly string[]): Promise<Both[]> {
    const people = await peopleByRemoteId(read, ids);
    const numbers = [...people.values()];
    const rows = new Map((await peopleRows(read, numbers)).map(row => [row.person_id, row]));
    const bases = await readBases(read, numbers);
    return (await stagedProfiles(account, ids)).flatMap(profile => {
      const row = rows.get(people.get(profile.user.user_id) ?? -1);
      return row ? [{ profile, person: personOf(row), base: bases.get(row.person_id) ?? null }] : [];
    });
  }

  async function notListed(people: ReadonlyMap<number, string[]>): Promise<Missing[]> {
    const listed = await stagedRows(account.staging, reads.users.path, [...people.values()].flat());
    const isListed = new Set(listed.map(({ row_id }) => row_id));
    const lost = [...people].filter(([, remote_ids]) => !remote_ids.some(id => isListed.has(id)));
    const users = await readUsers(
      read,
      lost.map(([person_id]) => person_id),
    );
    return lost.map(([person_id, remote_ids]) => {
      const user = users.get(person_id);
      return { person_id, remote_ids, removal: user ? pulledRemoval(user) : null };
    });
  }

  return {
    known: await countBases(read),
    async *ids(which) {
      for await (const part of stagedParts(account.staging, reads.users.path, usersAtOnce)) {
        const ids = part.map(({ row_id }) => row_id);
        if (which === 'all') yield ids;
        else yield (await bothSides(ids)).filter(isNews).map(({ profile }) => profile.user.user_id);
      }
    },
    async of(ids) {
      const both = await bothSides(ids);
      const local = await readUsers(
        read,
        both.map(({ person }) => person.person_id),
      );
      return both.map(sides => {
        const { profile, person } = sides;
        const user = local.get(person.person_id) ?? null;
        const said = translation.settingsOf(profile, person.display_name);
        return differenceOf(sides, { user, ...said, catalog });
      });
    },
    async missing() {
      const missing: Missing[] = [];
      for await (const part of partsWithBase(read, { size: usersAtOnce }))
        missing.push(...(await notListed(part)));
      return missing;
    },
    async missingOf(ids) {
      const people = new Set((await peopleByRemoteId(read, ids)).values());
      const missing: Missing[] = [];
      for await (const part of partsWithBase(read, { size: usersAtOnce, people: [...people] }))
        missing.push(...(await notListed(part)));
      return missing;
    },
  };
}

interface Sides {
  user: User | null;
  settings: RemoteSettings;
  isWhole: boolean;
  catalog: Catalog;
}

function differenceOf(
  { profile, person, base }: Both,
  { user, settings, isWhole, catalog }: Sides,
): UserDifference {
  const { status_name, sub_status_name, ...said } = settings;
  const theirs = { ...said, ...skillsWithLevels(said, base?.settings ?? null, user) };
  const place = status_name && { status_name, sub_status_name: sub_status_name ?? null };
  const pulled = pulledChange({
    ...{ person, user, base: base?.settings ?? null },
    // Who is new comes with where they are.
    theirs: user ? theirs : { ...theirs, ...place },
  });
  const presence = user && place && isElsewhere(user, place) ? place : null;
  // What both changed is looked at each time, and so is what names something that is not here yet.
  const digests = pulled.clashes.length === 0 && isWhole ? digestsOf(profile, person, base) : undigested;
  const kept = pulled.base && withoutPresence(pulled.base);
  const { clashes } = pulled;
  const isSame =
    kept === null ||
    (base !== null &&
      sameDigests(base, digests) &&
      sameValue(base.clashes, clashes) &&
      sameSettings(base.settings, kept));
  const isLevelDue = (kept?.skills ?? []).some(
    ({ id, level }) => level === null && catalog.skills.find(skill => skill.id === id)?.graded === true,
  );
  return {
    ...pulled,
    ...{ person_id: person.person_id, user_email: profile.user.user_email },
    ...{ mine: user?.settings ?? null, theirs, presence, isKnown: base !== null },
    base: isSame ? null : { settings: kept, ...digests, clashes, isLevelDue },
  };
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

function isNews({ profile, person, base }: Both): boolean {
  return base === null || !sameDigests(base, digestsOf(profile, person, base));
}

/** Lists say who has a skill, not at what level: what is known of it stays. */
function skillsWithLevels(
  { skills }: RemoteSettings,
  base: RemoteSettings | null,
  user: User | null,
): Pick<RemoteSettings, 'skills'> {
  if (!skills) return {};
  const levels = new Map(
    [...(user?.settings.skills ?? []), ...(base?.skills ?? [])].map(({ id, level }) => [id, level]),
  );
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
