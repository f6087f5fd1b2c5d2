import { inColumns } from '../../components/columns.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import type { Problem } from '../../roster/change-set.ts';
import { type RepeatedProblem, repeatedProblems } from '../../roster/repeated-problems.ts';
import { visible } from '../../terminal/escape.ts';

const muted = { color: 'muted' } as const;

/** Cells for line, column and value, and between them. */
const placeWidth = 52;

const drawn = new WeakMap<readonly Problem[], { key: string; lines: Span[][] }>();

/** Each problem with its line, column and value, and the sentence that says what to do. */
export function problemLines(problems: readonly Problem[], width: number, look: Look): Span[][] {
  const key = `${width} ${look.marks.failed}`;
  const known = drawn.get(problems);
  if (known?.key === key) return known.lines;
  const lines = repeatedProblems(problems).flatMap(problem => oneProblem(problem, width, look));
  drawn.set(problems, { key, lines });
  return lines;
}

function oneProblem(
  { place: where, column, value, message }: RepeatedProblem,
  width: number,
  look: Look,
): Span[][] {
  const place: Span[][] = [
    [span(where, { bold: true })],
    [span(visible(column ?? ''))],
    [span(value === undefined ? '' : `"${visible(value)}"`, { color: 'danger' })],
  ];
  const [head = []] = inColumns(
    [place],
    [{}, {}, { min: 8, max: 40 }],
    Math.min(width - 2, placeWidth + 20),
    look,
  );
  const mark = span(`${look.marks.failed} `, { color: 'danger', bold: true });
  const said = wrapped(visible(message), width - 2, muted).map(text => [span('  '), ...text]);
  return [[mark, ...head], ...said];
}
