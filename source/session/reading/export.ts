import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { viewPages } from '../../../db/users/pages.ts';
import { writeCsv } from '../../csv/write.ts';
import { fileProblem, isFileProblem } from '../../roster/text/file-problem.ts';
import { userCells, userColumns } from '../../roster/users/user-cells.ts';
import { type Asker, untilAborted } from './asker.ts';
import type { ExportQuestion } from './question.ts';

/**
 * Writes the users of a view as CSV, with all settings, into a file that was made for it. How many they are; null if it was
 * aborted, and then the file has some of them.
 */
export async function exportUsers(
  db: Db,
  { view, path, into, total }: ExportQuestion,
  asker: Asker,
): Promise<number | null> {
  let count = 0;
  async function* cells(): AsyncGenerator<string[]> {
    for await (const users of untilAborted(viewPages(db, view), asker)) {
      count += users.length;
      yield* users.map(userCells);
      asker.onProgress(count, total);
    }
  }
  try {
    await pipeline(writeCsv(userColumns, cells()), createWriteStream(into, { flags: 'r+' }));
  } catch (error) {
    throw unwritable(path, error);
  }
  return asker.signal.aborted ? null : count;
}

/** What went wrong with a file, as a sentence about the path that was named. */
export function unwritable(path: string, error: unknown): unknown {
  return isFileProblem(error) ? new Error(`Can't write ${path}: ${fileProblem(error)}.`) : error;
}
