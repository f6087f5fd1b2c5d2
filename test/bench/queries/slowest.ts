import { snapshot } from '../../../db/sqlite/snapshot.ts';
import type { Question } from './questions.ts';
import type { TimedRoster } from './timed-roster.ts';

/** So many times what it may take is no accident. */
const hopeless = 4;

/** What a question took. Milliseconds. */
export interface Took {
  what: string;
  /** Its slowest query: for so long no key is looked at. */
  slowest: number;
  sql: string;
  /** All of its queries together. */
  all: number;
}

export interface Rounds {
  /** All questions are asked so often. */
  least: number;
  /** Those whose slowest query took longer than `enough` milliseconds, but not hopelessly, are asked up to so often. */
  most: number;
  enough: number;
}

/**
 * Asks all questions one after the other, then all of them again, so that none finds in memory what it needed the last
 * time. What else the machine does only adds to a time: of each question the best round counts.
 */
export async function askAll(
  roster: TimedRoster,
  questions: readonly Question[],
  { least, most, enough }: Rounds,
): Promise<Took[]> {
  const best: Took[] = [];
  for (let round = 0; round < most; round++)
    for (const [index, question] of questions.entries()) {
      const before = best[index];
      if (before && round >= least && (before.slowest <= enough || before.slowest > enough * hopeless))
        continue;
      const took = await askOne(roster, question);
      const all = Math.min(took.all, before?.all ?? took.all);
      best[index] = { ...(before && before.slowest <= took.slowest ? before : took), all };
    }
  return best;
}

/** Asks a question once. */
export async function askOne(roster: TimedRoster, { what, ask }: Question): Promise<Took> {
  roster.take();
  await snapshot(roster.db, ask);
  const took: Took = { what, slowest: 0, sql: '', all: 0 };
  for (const { ms, sql } of roster.take()) {
    took.all += ms;
    if (ms > took.slowest) Object.assign(took, { slowest: ms, sql });
  }
  return took;
}
