import type { PoolUse } from '../plan/facts.ts';
import { listed } from '../text/words.ts';

/** What an account has of all that users need. */
export interface Beginnings {
  hasPeople: boolean;
  pools: readonly Pick<PoolUse, 'total'>[];
  /** Where it mirrors a Zoom account: when that was read last; null: not yet. */
  source?: { read_at: string | null } | undefined;
}

/** Something that has to be there first: what it is, what to do about it, and the command for that. */
export interface Missing {
  what: string;
  todo: string;
  command: string;
}

/** What stands between an account and its first user, in the order in which it is needed (screens: empty roster). */
export function missingFor({ hasPeople, pools, source }: Beginnings): Missing[] {
  // All else comes with it.
  if (source) return source.read_at === null ? [reading] : [users];
  const licensed = pools.some(({ total }) => total > 0);
  return [...(hasPeople ? [] : [people]), ...(licensed ? [] : [licenses]), users];
}

/** `No people and no contact center users yet` */
export function missingText(missing: readonly Missing[]): string {
  return `No ${listed(missing.map(({ what }) => what)).replaceAll(/(, | and )/g, '$1no ')} yet`;
}

const reading: Missing = {
  what: 'reading of the Zoom account',
  todo: 'Bring its users, queues and all else',
  command: 'roster pull',
};

const people: Missing = {
  what: 'people',
  todo: 'Bring the people of the account',
  command: 'roster people import FILE.csv',
};

const licenses: Missing = {
  what: 'licenses',
  todo: 'Say how many licenses there are',
  command: 'roster account set --licenses NUMBER',
};

const users: Missing = {
  what: 'contact center users',
  todo: 'Give them a license and a role',
  command: 'roster add EMAIL --role Agent',
};
