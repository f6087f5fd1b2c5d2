import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { type Random, randomFor } from '../../source/demo/random.ts';
import type { FieldChanges } from '../../source/roster/plan/change-set.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

export interface StoryCounts {
  edits: number;
  'failed requests': number;
  kills: number;
}

const rounds = 3;

/**
 * An account is changed by its own admins, on a line that fails, and pulls are killed: in the end the roster is as the account is,
 * history has each change once, and nobody was removed who is there.
 */
export async function mirrorStory(seed: number): Promise<StoryCounts> {
  const random = randomFor(21, seed);
  const home = await connectedHome({ seed, users: 30 + random.below(90) });
  const { account } = home;
  const counts: StoryCounts = { edits: 0, 'failed requests': 0, kills: 0 };
  await home.ok('account connect --later');
  for (let round = 0; round < rounds; round++) {
    // The first round is the first reading.
    if (round > 0) counts.edits += account.portal.random(random, 25).length;
    account.faults.seeded(seed * 10 + round, 0.05, [
      ...(['cut-before', 'cut-body', '500', 'new-fields', 'html', 'short', 'duplicate', 'loop'] as const),
    ]);
    // Whatever fails, the next one finds it as it is.
    if (random.chance(0.5)) await home.roster('pull --yes');
    else if (await isKilled(home, random)) counts.kills++;
    account.faults.off();
    await home.ok('pull --yes --full');
    expect(await usersHere(home)).toEqual(usersThere(home));
  }
  expect(await home.ok('check')).toMatch(/^All is well/);
  expect(account.counts.invalidRequests).toEqual([]);
  expect(brokenChains(home)).toEqual([]);
  counts['failed requests'] = account.faults.done.length;
  await account.close();
  return counts;
}

/** Whether a pull was killed in its midst: after so many requests, and a moment. */
async function isKilled(home: ConnectedHome, random: Random): Promise<boolean> {
  const requests = () => Object.values(home.account.counts.requests).reduce((sum, count) => sum + count, 0);
  const last = requests() + 1 + random.below(130);
  const moment = random.below(60);
  const killed = await home.spawn('pull --yes', {
    env: home.env,
    async onStart(process) {
      while (requests() < last && !process.ended()) await setTimeout(2);
      await setTimeout(moment);
      process.kill('SIGKILL');
    },
  });
  return killed.signal === 'SIGKILL';
}

/** Where what a change begins with is not what the one before it left; where somebody is has no history. */
export function brokenChains({ database }: Pick<ConnectedHome, 'database'>): string[] {
  const connection = new Database(database, { readonly: true });
  const rows = connection
    .prepare('select change_set_id, person_id, fields from changes order by change_set_id')
    .all() as { change_set_id: number; person_id: number; fields: string }[];
  connection.close();
  const last = new Map<string, unknown>();
  return rows.flatMap(({ change_set_id, person_id, fields }) =>
    Object.entries(JSON.parse(fields) as FieldChanges).flatMap(([field, { before, after }]) => {
      const key = `${person_id} ${field}`;
      const isBroken = last.has(key) && !sameValue(last.get(key), before) && !/status_name$/.test(field);
      last.set(key, after);
      return isBroken ? [`${change_set_id}: ${key}`] : [];
    }),
  );
}
