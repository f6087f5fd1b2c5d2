import { countBases, partsWithBase, readBases } from '../../../db/account/bases.ts';
import { readRemoteIds } from '../../../db/account/remote-things.ts';
import { stagedParts, stagedRows } from '../../../db/account/staging.ts';
import { peopleByRemoteId } from '../../../db/account/user-ids.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { peopleRows, personOf, readUsers } from '../../../db/users/users.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import { pulledRemoval } from '../../roster/pull/pulled-change.ts';
import { type StagedAccount, stagedProfiles } from '../reads/read-account.ts';
import * as reads from '../reads/reads.ts';
import { createTranslation } from './remote-settings.ts';
import { type Both, differenceOf, isNews, type UserDifference, withListedFields } from './user-difference.ts';

/** Users that are compared at once. */
const usersAtOnce = 100;

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
        const settings = withListedFields(said.settings, sides.base, account);
        return differenceOf(sides, { user, ...said, settings, catalog });
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
