import { sql } from 'kysely';
import type { Data } from '../data/cache.ts';
import type { Way } from '../sections/ways.ts';
import { moves, type Question, typing, viewOf } from './questions.ts';
import { askOne } from './slowest.ts';
import { openTimed, type TimedRoster } from './timed-roster.ts';

/**
 * How much more a question takes in a big roster than in a small one, in readings of all users of the big one: what looks
 * at a page of them takes little of one, and what became a reading of all takes one more.
 */
export interface Growth {
  move: number;
  letter: number;
  total: number;
}

export interface Rounds {
  least: number;
  /** What else the machine does only adds to a time: more rounds are made, up to so many, until it is enough. */
  most: number;
  enough(growth: Growth): boolean;
}

/** One that all have, one that many have, one that nobody has: what they bring is a page of any roster, or nothing. */
const needles = ['acme', 'care', 'zqx'];
/** Users from all over the order, as shares of all. */
const places = [0.1, 0.5, 0.9];

/** How much more the questions of a view take in the big roster than in the small one. */
export async function growthIn(way: Way, rosters: Both, { least, most, enough }: Rounds): Promise<Growth> {
  const small = await sideOf(rosters.small, way);
  const big = await sideOf(rosters.big, way);
  const scan = new Best(rosters.big.roster, [readAll]);
  let growth: Growth = { move: Number.NaN, letter: Number.NaN, total: Number.NaN };
  for (let round = 0; round < most && !(round >= least && enough(growth)); round++) {
    for (const best of [scan, ...Object.values(small), ...Object.values(big)]) await best.askAgain();
    const of = (kind: keyof Growth) => (big[kind].each() - small[kind].each()) / scan.each();
    growth = { move: of('move'), letter: of('letter'), total: of('total') };
  }
  return growth;
}

interface OneOfBoth {
  roster: TimedRoster;
  users: number;
}

export interface Both {
  small: OneOfBoth;
  big: OneOfBoth;
  close(): Promise<void>;
}

export function openBoth(small: Data, big: Data): Both {
  const both = [small, big].map(({ db, users }) => ({ roster: openTimed(db), users }));
  return {
    small: both[0]!,
    big: both[1]!,
    async close() {
      for (const { roster } of both) await roster.close();
    },
  };
}

const readAll: Question = {
  what: 'all users',
  ask: db => sql`select count(*) from user_search where instr(search_key, 'zqx')`.execute(db),
};

async function sideOf({ roster, users }: OneOfBoth, way: Way): Promise<Record<keyof Growth, Best>> {
  const view = await viewOf(roster.db, way);
  const typed = needles.map(needle => typing(view, needle));
  return {
    move: new Best(
      roster,
      moves(
        view,
        places.map(share => Math.ceil(share * users)),
      ),
    ),
    letter: new Best(
      roster,
      typed.flatMap(({ letters }) => letters),
    ),
    total: new Best(
      roster,
      typed.flatMap(({ totals }) => totals),
    ),
  };
}

/** Questions, and the least that each of them ever took. */
class Best {
  readonly #roster: TimedRoster;
  readonly #least: Map<Question, number>;

  constructor(roster: TimedRoster, questions: readonly Question[]) {
    this.#roster = roster;
    this.#least = new Map(questions.map(question => [question, Number.POSITIVE_INFINITY]));
  }

  async askAgain(): Promise<void> {
    for (const [question, least] of this.#least)
      this.#least.set(question, Math.min(least, (await askOne(this.#roster, question)).all));
  }

  /** Milliseconds for one of them, on average. */
  each(): number {
    return [...this.#least.values()].reduce((sum, ms) => sum + ms, 0) / this.#least.size;
  }
}
