import { stat } from 'node:fs/promises';
import type { Db } from '../../db/dialect.ts';
import { viewPages } from '../../db/pages.ts';
import { writeCsv } from '../csv/write.ts';
import { fileProblem, isFileProblem } from '../roster/file-problem.ts';
import type { PageEffect, PageOutcome } from '../roster/page-effects.ts';
import { userCells, userColumns } from '../roster/user-cells.ts';
import { typedPath } from './paths.ts';
import type { Telling } from './progress.ts';
import type { OwnTurn } from './turns.ts';
import { beginFile } from './whole-file.ts';

type ExportEffect = Extract<PageEffect, { type: 'export' }>;

/**
 * Writes the users of a view as CSV, with all settings. A file that is there already is left alone unless it is to be
 * overwritten; then the old one stays until the new one is whole. Where the turn is overtaken, nothing is left of it.
 */
export async function exportUsers(
  db: Db,
  { view, path: typed, overwrite, total }: ExportEffect,
  turn: OwnTurn,
  telling: Telling,
): Promise<PageOutcome> {
  const path = typedPath(typed);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new Error(`${path} is a folder. Name a file in it.`);
  if (there && !overwrite) return { type: 'export-exists', path };
  let count = 0;
  async function* cells(): AsyncGenerator<string[]> {
    for await (const users of viewPages(db, view)) {
      count += users.length;
      yield* users.map(userCells);
      telling.at(count, total);
      // Between two pages keys have their turn.
      if (await turn.pause()) return;
    }
  }
  try {
    const file = await beginFile(path);
    try {
      await file.write(writeCsv(userColumns, cells()));
      if (turn.overtaken()) return { type: 'export-stopped', path };
      await file.keep();
    } finally {
      await file.discard();
    }
    return { type: 'exported', path, count };
  } catch (error) {
    throw isFileProblem(error) ? new Error(`Can't write ${path}: ${fileProblem(error)}.`) : error;
  }
}
