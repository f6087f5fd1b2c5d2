import { listed } from '../text/words.ts';
import type { Problem } from './change-set.ts';

type Told = Pick<Problem, 'line' | 'column' | 'value' | 'message'>;

/** What is wrong in the same way on one line of a file or on several: said once. */
export interface RepeatedProblem extends Told {
  /** `line 3`, `lines 3, 7–9 and 12`; empty where it is about no line. */
  place: string;
}

/** So many lines and stretches of lines are named. */
const namedAtMost = 12;

/** Each problem once, in the order in which they came, with all the lines where it stands. */
export function repeatedProblems(problems: readonly Told[]): RepeatedProblem[] {
  const alike = Map.groupBy(problems, ({ column, message }) => `${column ?? ''}\n${message}`);
  return Array.from(alike.values(), group => ({ ...group[0]!, place: placeOf(group) }));
}

function placeOf(group: readonly Told[]): string {
  const lines = [...new Set(group.flatMap(({ line }) => line ?? []))].sort((one, other) => one - other);
  const [first] = lines;
  if (first === undefined) return '';
  return lines.length === 1 ? `line ${first}` : `lines ${listed(stretches(lines), namedAtMost)}`;
}

/** `3`, `7–9` of 3, 7, 8, 9. */
function stretches(lines: readonly number[]): string[] {
  const found: [from: number, to: number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
