import type { Answer } from '../rules/answer.ts';
import type { BatchMode } from './operation.ts';

/** A row that can be done, or why not. */
export type Prepared<Done> = { commit: () => Done } | { refusal: Answer };

/** What was done, and what is answered instead of that. */
export interface BatchResult<Done> {
  done: Done[];
  refusal?: Answer;
}

/** Does the rows of a batch, as far as `mode` lets it when one of them can't be done. */
export function runBatch<Row, Done>(
  rows: readonly Row[],
  prepare: (row: Row) => Prepared<Done>,
  mode: BatchMode,
): BatchResult<Done> {
  const prepared = rows.map(prepare);
  const bad = prepared.findIndex(row => 'refusal' in row);
  const commits = (some: readonly Prepared<Done>[]) =>
    some.flatMap(row => ('commit' in row ? [row.commit()] : []));
  if (bad < 0) return { done: commits(prepared) };
  const { refusal } = prepared[bad] as { refusal: Answer };
  if (mode === 'whole') return { done: [], refusal };
  if (mode === 'until-bad') return { done: commits(prepared.slice(0, bad)), refusal };
  const done = commits(prepared);
  // Silence is for what was done in part.
  return done.length > 0 ? { done } : { done, refusal };
}
