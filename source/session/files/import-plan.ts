import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { readFacts } from '../../../db/changes/facts.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { fileNotices, readUserRows } from '../../csv/users.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import { plan } from '../../roster/plan/plan.ts';
import type { ChangeRequest, Planned } from '../../roster/screen/effects.ts';
import { fileProblem, isFileProblem } from '../../roster/text/file-problem.ts';
import { typedPath } from './paths.ts';

/** What a CSV file would change. Throws a sentence where there is no file to read. */
export async function planImportOf(
  db: Db,
  request: Extract<ChangeRequest, { kind: 'import' }>,
  operator: Operator,
): Promise<Planned> {
  const path = typedPath(request.path);
  await makeSureOfFile(path);
  const file = await readUserRows(createReadStream(path), { file: path }).catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  const { rows, problems } = file;
  const facts = await readFacts(db, { rows }, operator);
  const notices = fileNotices(file);
  const changeSet = plan({ kind: 'import', rows, problems, notices, onlyAdd: false }, facts);
  return { request, changeSet, leftOut: [] };
}

async function makeSureOfFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw cannotRead(path, error);
    return null;
  });
  if (!found) throw new Error(`There is no file ${path}.`);
  if (found.isDirectory()) throw new Error(`${path} is a folder. Name the CSV file in it.`);
  // A pipe or a terminal may never end.
  if (!found.isFile())
    throw new Error(`${path} is not a file that can be read to its end. Save the CSV, and name that.`);
}

function cannotRead(path: string, error: unknown): unknown {
  return isFileProblem(error) ? new Error(`Can't read ${path}: ${fileProblem(error)}.`) : error;
}
