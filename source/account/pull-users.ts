import { peopleByRemoteId, peopleWithBase, readBases, readRemoteIds } from '../../db/account/remote.ts';
import { readCatalog } from '../../db/catalog/catalog.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { peopleRows, personOf, readUsers } from '../../db/users/users.ts';
import type { Change } from '../roster/plan/change-set.ts';
import {
  type PulledChange,
  pulledChange,
  pulledRemoval,
  type RemoteSettings,
} from '../roster/pull/pulled-change.ts';
import { sameValue } from '../roster/users/field-values.ts';
import type { User, UserSettings } from '../roster/users/user.ts';
import type { AccountReading } from './read-account.ts';
import { createTranslation } from './remote-settings.ts';

/** What of a user differs from what the account says. */
export interface UserDifference extends PulledChange {
  person_id: number;
  user_email: string;
  /** Their settings here, and as the account says; null here: no license. */
  mine: UserSettings | null;
  theirs: RemoteSettings;
  /** Where they are right now, if it is not where they were: that has no history. */
  presence: Pick<UserSettings, 'status_name' | 'sub_status_name'> | null;
  /** Whether the account said anything of them before. */
  isKnown: boolean;
  /** Whether there is anything to write: of them, or of what the account said. */
  isNews: boolean;
}

/** Tells how a roster and what was read of its account differ. */
export interface Differences {
  of(users: AccountReading['users']): Promise<UserDifference[]>;
  /**
   * Who was a user at the account and is not in its list, with every id by which it knew them: who was made again has several.
   * `removal` where they are a user here.
   */
  missing(): Promise<{ person_id: number; remote_ids: string[]; removal: Change | null }[]>;
  /** How many users the account had when it was read last. */
  known: number;
}

export async function differencesOf(read: Db, reading: AccountReading): Promise<Differences> {
  const translation = createTranslation(reading, await readCatalog(read), await readRemoteIds(read));
  const people = await peopleByRemoteId(read);
  const before = await peopleWithBase(read);
  return {
    known: before.length,
    async of(users) {
      const known = users.flatMap(user => {
        const person_id = people.get(user.user_id);
        return person_id === undefined ? [] : [{ person_id, user }];
      });
      const ids = known.map(({ person_id }) => person_id);
      const rows = new Map((await peopleRows(read, ids)).map(row => [row.person_id, row]));
      const local = await readUsers(read, ids);
      const bases = await readBases(read, ids);
      return known.map(({ person_id, user }) => {
        const [mine, base] = [local.get(person_id) ?? null, bases.get(person_id) ?? null];
        const { status_name, sub_status_name, ...said } = translation.settingsOf(user);
        const theirs = { ...said, ...skillsWithLevels(said, base, mine) };
        const place = status_name && { status_name, sub_status_name: sub_status_name ?? null };
        const sides = { person: personOf(rows.get(person_id)!), user: mine, base };
        // Who is new comes with where they are.
        const pulled = pulledChange({ ...sides, theirs: mine ? theirs : { ...theirs, ...place } });
        const presence = mine && place && isElsewhere(mine, place) ? place : null;
        const isNews = presence !== null || !sameSettings(base, pulled.base);
        return {
          ...pulled,
          ...{ person_id, user_email: user.user_email, mine: mine?.settings ?? null, theirs },
          ...{ presence, isKnown: base !== null, isNews },
        };
      });
    },
    async missing() {
      const listed = new Set(reading.users.map(({ user_id }) => people.get(user_id)));
      const lost = before.filter(person_id => !listed.has(person_id));
      const ids = Map.groupBy(people, ([, person_id]) => person_id);
      const users = await readUsers(read, lost);
      return lost.map(person_id => {
        const user = users.get(person_id);
        const remote_ids = (ids.get(person_id) ?? []).map(([remote_id]) => remote_id);
        return { person_id, remote_ids, removal: user ? pulledRemoval(user) : null };
      });
    },
  };
}

/** Lists say who has a skill, not at what level: what is known of it stays. */
function skillsWithLevels(
  { skills = [] }: RemoteSettings,
  base: RemoteSettings | null,
  user: User | null,
): Pick<UserSettings, 'skills'> {
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

function sameSettings(one: RemoteSettings | null, other: RemoteSettings | null): boolean {
  if (!one || !other) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof RemoteSettings>;
  return [...names].every(name => name in one && name in other && sameValue(one[name], other[name]));
}
