import { partsWithBase, readBases } from '../../../db/account/bases.ts';
import { countLevelsDue, keepLevels } from '../../../db/account/levels.ts';
import { readLink } from '../../../db/account/link.ts';
import { readRemoteIds } from '../../../db/account/remote-things.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { peopleRows, personOf, readUsers } from '../../../db/users/users.ts';
import { type Levels, pulledLevels } from '../../roster/pull/pulled-levels.ts';
import { AccountError } from '../client/account-error.ts';
import type { AccountClient } from '../client/client.ts';
import { userSkills } from '../reads/reads.ts';
import { firstUsers, pulledUsers, untilWritten } from './pulled-sets.ts';

/** Users whose levels are asked for and written together: one call each. */
const usersAtOnce = 20;

export interface PullingLevels {
  roster: RosterDatabase;
  client: AccountClient;
  /** Told how many are done; false ends it there, and the next one goes on. */
  goesOn(done: number, total: number): boolean;
}

/**
 * Reads at what level users have skills, of those who got one or whose levels were asked for: lists do not say it. Returns of how
 * many. Throws AccountError and BusyError.
 */
export async function pullLevels({ roster, client, goesOn }: PullingLevels): Promise<number> {
  const total = await countLevelsDue(roster.read);
  if (total === 0) return 0;
  const changed = pulledUsers(roster);
  const sets = { first: firstUsers(roster, 'first_levels_set_id'), changed };
  let done = 0;
  for await (const part of partsWithBase(roster.read, { size: usersAtOnce, levelsDue: true })) {
    const read = new Map<number, Levels>();
    const skills = (await readRemoteIds(roster.read)).get('skill') ?? new Map<string, number>();
    await Promise.all(
      [...part].map(async ([person_id, remote_ids]) => {
        read.set(person_id, await levelsOf(client, remote_ids, skills));
      }),
    );
    await untilWritten(() => writeLevels(roster, read, sets));
    done += part.size;
    if (!goesOn(done, total)) break;
  }
  return done;
}

/** Of whom the account has no more, no level is known: they go with the next list of users. */
async function levelsOf(
  client: AccountClient,
  remote_ids: readonly string[],
  skills: ReadonlyMap<string, number>,
): Promise<Levels> {
  const levels = new Map<number, number | null>();
  for (const id of remote_ids) {
    let token = '';
    do {
      const page = await client
        .read(userSkills, { id, query: token ? { next_page_token: token } : {} })
        .catch(unlessMissing);
      for (const { skill_id, user_proficiency_level } of page.rows) {
        const local = skills.get(skill_id);
        if (local !== undefined) levels.set(local, user_proficiency_level ?? null);
      }
      token = page.next_page_token;
    } while (token !== '');
  }
  return levels;
}

function unlessMissing(error: unknown): { rows: []; next_page_token: string } {
  if (error instanceof AccountError && error.code === 'not_found') return { rows: [], next_page_token: '' };
  throw error;
}

type Sets = Record<'first' | 'changed', ReturnType<typeof pulledUsers>>;

/** Null where somebody changed the same users meanwhile: what was not written yet is worked out anew. */
async function writeLevels(
  roster: RosterDatabase,
  levels: ReadonlyMap<number, Levels>,
  sets: Sets,
): Promise<true | null> {
  const ids = [...levels.keys()];
  const { first_set_id = null } = (await readLink(roster.read)) ?? {};
  const bases = await readBases(roster.read, ids);
  const users = await readUsers(roster.read, ids);
  const pulled = (await peopleRows(roster.read, ids)).flatMap(row => {
    const [user, base] = [users.get(row.person_id), bases.get(row.person_id)];
    if (!base) return [];
    const { person_id } = row;
    // Whoever was removed here waits to be removed there.
    if (!user) return [{ person_id, change: null, ...base, isFirst: true }];
    const sides = { person: personOf(row), user, base, levels: levels.get(person_id)! };
    const { change, base: said } = pulledLevels(sides);
    return [{ person_id, change, ...said, isFirst: user.version === first_set_id }];
  });
  for (const of of ['first', 'changed'] as const) {
    const part = pulled.filter(({ isFirst }) => isFirst === (of === 'first'));
    if (part.length === 0) continue;
    const changes = part.flatMap(({ change }) => change ?? []);
    const keep = (trx: Db) => keepLevels(trx, part);
    if (changes.length === 0) await roster.write().transaction().execute(keep);
    else if (!(await sets[of].write(changes, keep))) return null;
  }
  return true;
}
