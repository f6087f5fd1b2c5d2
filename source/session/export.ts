import { open, rename, rm, stat } from 'node:fs/promises';
import type { Db } from '../../db/dialect.ts';
import { viewPages } from '../../db/view-pages.ts';
import { writeCsv } from '../csv/write.ts';
import { fileProblem } from '../roster/file-problem.ts';
import type { PageEffect, PageOutcome } from '../roster/page-effects.ts';
import { userCells, userColumns } from '../roster/user-cells.ts';
import { typedPath } from './paths.ts';

/** Names and e-mails are nobody else's business on a shared machine. */
const onlyOwner = 0o600;

/**
 * Writes the users of a view as CSV, with all settings. A file that is there already is left alone unless it is to be
 * overwritten; then the old one stays until the new one is whole.
 */
export async function exportUsers(
  db: Db,
  { view, path: typed, overwrite }: Extract<PageEffect, { type: 'export' }>,
): Promise<PageOutcome> {
  const path = typedPath(typed);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new Error(`${path} is a folder. Name a file in it.`);
  if (there && !overwrite) return { type: 'export-exists', path };
  const part = `${path}.${process.pid}.part`;
  try {
    const count = await write(db, part, view);
    await rename(part, path);
    return { type: 'exported', path, count };
  } catch (error) {
    await rm(part, { force: true });
    throw new Error(`Can't write ${path}: ${fileProblem(error)}.`);
  }
}

async function write(
  db: Db,
  path: string,
  view: Extract<PageEffect, { type: 'export' }>['view'],
): Promise<number> {
  let count = 0;
  async function* cells(): AsyncGenerator<string[]> {
    for await (const users of viewPages(db, view)) {
      count += users.length;
      yield* users.map(userCells);
    }
  }
  const file = await open(path, 'wx', onlyOwner);
  try {
    for await (const text of writeCsv(userColumns, cells())) await file.write(text);
  } finally {
    await file.close();
  }
  return count;
}
