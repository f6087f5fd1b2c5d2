import { setTimeout } from 'node:timers/promises';
import { noteFirstSet, readLink } from '../../../db/account/link.ts';
import type { Authorship } from '../../../db/authorship.ts';
import { type Applying, applyChangeSet } from '../../../db/changes/apply.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { CatalogChange, Change, ChangeSet } from '../../roster/plan/change-set.ts';
import { summaryOf } from '../../roster/plan/summary.ts';
import { capitalized, counted } from '../../roster/text/words.ts';
import { AccountError } from '../client/account-error.ts';

/** What the account did is written by nobody here. */
export function byAccount(): Authorship {
  return { operator_id: 0, operator_name: 'account', via: 'zoom', at: new Date().toISOString() };
}

function pullSet(part: Partial<Pick<ChangeSet, 'changes' | 'catalog'>>): ChangeSet {
  const set = {
    kind: 'pull' as const,
    changes: [],
    catalog: [],
    problems: [],
    licenses: [],
    notices: [],
    ...part,
  };
  return { ...set, summary: summaryOf(set) };
}

type Alongside = NonNullable<Applying['alongside']>;

/** Writes what the account did to the catalog; false where somebody changed the same meanwhile. */
export async function writePulledCatalog(
  { write }: RosterDatabase,
  catalog: CatalogChange[],
  alongside: Alongside,
): Promise<boolean> {
  return (await applyChangeSet(write(), pullSet({ catalog }), byAccount(), { alongside })).ok;
}

/** Users that a change set has at most. */
const mostUsers = 10_000;

/** Writes what the account did to users, part by part, so that nobody waits long; in history it is one change set. */
export interface PulledUsers {
  /** False where somebody changed the same users meanwhile: then nothing of this part was written. */
  write(changes: Change[], alongside: Alongside): Promise<boolean>;
}

const firstReadings = {
  first_set_id: 'First reading of the account',
  first_levels_set_id: 'First reading of the levels of skills',
};

/** The first reading is one line of history: nobody would read fifty thousand additions that nobody made. */
export function firstUsers({ read, write }: RosterDatabase, of: keyof typeof firstReadings): PulledUsers {
  return {
    async write(changes, alongside) {
      const known = (await readLink(read))?.[of] ?? null;
      const set = { ...pullSet({ changes }), summary: firstReadings[of] };
      const applied = await applyChangeSet(write(), set, byAccount(), {
        continues: known,
        countsOnly: true,
        async alongside(trx, recorded) {
          if (known === null) await noteFirstSet(trx, { [of]: recorded.id });
          await alongside(trx, recorded);
        },
      });
      return applied.ok;
    },
  };
}

export function pulledUsers({ write }: RosterDatabase): PulledUsers {
  let id: number | null = null;
  let written: Counts = { add: 0, remove: 0, update: 0 };
  return {
    async write(changes, alongside) {
      const isFull = sum(written) + changes.length > mostUsers;
      const continues = isFull ? null : id;
      const counts = continues === null ? countsOf(changes) : plus(written, countsOf(changes));
      const set = pullSet({ changes });
      const summary = continues === null ? set.summary : countedSummary(counts);
      const applied = await applyChangeSet(write(), { ...set, summary }, byAccount(), {
        alongside,
        continues,
      });
      if (!applied.ok) return false;
      id = applied.applied.id;
      written = counts;
      return true;
    },
  };
}

type Counts = Record<Change['action'], number>;

function countsOf(changes: readonly Change[]): Counts {
  const count = (action: Change['action']) => changes.filter(change => change.action === action).length;
  return { add: count('add'), remove: count('remove'), update: count('update') };
}

function plus(one: Counts, other: Counts): Counts {
  return { add: one.add + other.add, remove: one.remove + other.remove, update: one.update + other.update };
}

function sum({ add, remove, update }: Counts): number {
  return add + remove + update;
}

/** `Added 300 users, changed 2,700 users`: of many parts nobody is named. */
function countedSummary({ add, remove, update }: Counts): string {
  const parts = Object.entries({ added: add, removed: remove, changed: update })
    .filter(([, count]) => count > 0)
    .map(([verb, count]) => `${verb} ${counted(count, 'user')}`);
  return capitalized(parts.join(', '));
}

/** So often something is worked out anew because somebody changed the same meanwhile. */
const mostTries = 5;

/** Works out and writes something until it was written; `work` gives null where it was not. Throws AccountError. */
export async function untilWritten<T>(work: () => Promise<T | null>): Promise<T> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const done = await work();
    if (done !== null) return done;
    await setTimeout(50 * tries);
  }
  throw new AccountError('refused', 'Others change the same users all the time. Try again later.');
}
