import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../../../db/dialect.ts';
import { viewPages } from '../../../db/pages.ts';
import { writeCsv } from '../../csv/write.ts';
import { fileProblem, isFileProblem } from '../../roster/file-problem.ts';
import type { Turn } from '../../roster/turn.ts';
import { userCells, userColumns } from '../../roster/user-cells.ts';
import type { ExportQuestion, OnProgress } from './question.ts';

/**
 * Writes the users of a view as CSV, with all settings, into a file that was made for it. How many they are; null if it was
 * aborted, and then the file has some of them.
 */
export async function exportUsers(
  db: Db,
  { view, path, into, total }: ExportQuestion,
  turn: Turn,
  onProgress: OnProgress,
): Promise<number | null> {
  let count = 0;
  let isAborted = false;
  async function* cells(): AsyncGenerator<string[]> {
    for await (const users of viewPages(db, view)) {
      count += users.length;
      yield* users.map(userCells);
      onProgress(count, total);
      isAborted = await turn.pause();
      if (isAborted) return;
    }
  }
  try {
    await pipeline(writeCsv(userColumns, cells()), createWriteStream(into, { flags: 'r+' }));
  } catch (error) {
    throw unwritable(path, error);
  }
  return isAborted ? null : count;
}

/** What went wrong with a file, as a sentence about the path that was named. */
export function unwritable(path: string, error: unknown): unknown {
  return isFileProblem(error) ? new Error(`Can't write ${path}: ${fileProblem(error)}.`) : error;
}
