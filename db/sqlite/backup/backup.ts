import { existsSync } from 'node:fs';
import { fileProblem, isFileProblem } from '../../../source/roster/text/file-problem.ts';
import { copyDatabase, type OnCopied, verifyCopy } from '../copy.ts';
import { beginDraft, type Draft } from '../draft.ts';
import { StorageError } from '../storage-error.ts';

/**
 * Writes a copy of the roster at `from`, as it is at this moment, to `path` while others go on working. It is verified and
 * on the disk before it gets its name; an existing file is left alone. Throws StorageError, and what `onCopied` throws.
 */
export async function backUp(from: string, path: string, onCopied?: OnCopied): Promise<void> {
  if (existsSync(path)) throw taken(path);
  const draft = begin(path);
  try {
    const target = { path: draft.path, called: path };
    await copyDatabase(from, target, onCopied);
    verifyCopy(target);
    draft.keep();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(path);
    throw isFileProblem(error) ? cannotWrite(path, error) : error;
  } finally {
    draft.discard();
  }
}

function begin(path: string): Draft {
  try {
    return beginDraft(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function taken(path: string): StorageError {
  return new StorageError(`${path} exists already; it was left as it is. Name another file.`);
}

function cannotWrite(path: string, error: unknown): StorageError {
  return new StorageError(`Can't write ${path}: ${fileProblem(error)}. Name another file.`);
}
