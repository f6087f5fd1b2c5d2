import type { Problem } from '../../roster/plan/change-set.ts';
import { type RepeatedProblem, repeatedProblems } from '../../roster/plan/repeated-problems.ts';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { Io } from './io.ts';
import { isPlain } from './plain.ts';

/** One line for people on stderr. */
export function say(io: Io, text: string): void {
  io.stderr.write(`${visible(text)}\n`);
}

/** Says what is wrong and where in a file: `lines 3 and 7, role_name: …`. */
export function sayProblem(io: Io, { place, column, message }: RepeatedProblem): void {
  const where = place === '' ? '' : `${place}${column === undefined ? '' : `, ${column}`}: `;
  say(io, `${where}${message}`);
}

/** So many problems are told in sentences; JSON has all of them. */
const toldAtMost = 50;

/** The problems in sentences, as many as are read. */
export function sayProblems(io: Io, problems: readonly Problem[] = []): void {
  const told = repeatedProblems(problems);
  for (const problem of told.slice(0, toldAtMost)) sayProblem(io, problem);
  const more = told.length - toldAtMost;
  if (more > 0) say(io, `And ${number(more)} more; --format json names all of them.`);
}

/** Says it unless `--quiet`. */
export function note(io: Io, text: string, { quiet }: { quiet?: boolean | undefined }): void {
  if (!quiet) say(io, text);
}

const progressEvery = 100;

export interface Progress {
  show(text: string): void;
  clear(): void;
}

/**
 * A line on stderr that is written over as work goes on, once it has gone on for `after` milliseconds; nothing off a
 * terminal, for plain output or with `--quiet`.
 */
export function progressLine(
  io: Io,
  options: { quiet?: boolean | undefined; plain?: boolean | undefined },
  after = 0,
): Progress {
  if (options.quiet || isPlain(io, options) || !io.stderr.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = performance.now() + after - progressEvery;
  let shown = false;
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < progressEvery) return;
      shownAt = now;
      shown = true;
      io.stderr.write(`\r\x1b[K${visible(text)}`);
    },
    clear() {
      if (shown) io.stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
