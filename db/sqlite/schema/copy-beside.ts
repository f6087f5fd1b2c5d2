import { statSync } from 'node:fs';
import { fileProblem } from '../../../source/roster/text/file-problem.ts';
import { copyDatabase, verifyCopy } from '../copy.ts';
import { beginDraft, type Draft } from '../draft.ts';
import { StorageError } from '../storage-error.ts';

/**
 * Copies the database at `path` to a file beside it of this name, or the next one that is free; returns its path. Throws
 * StorageError.
 */
export async function copyBeside(path: string, wanted: string): Promise<string> {
  const draft = begin(path, wanted);
  try {
    const target = { path: draft.path, called: wanted };
    await copyDatabase(path, target);
    verifyCopy(target);
    // Whatever the umask says: who can't open the roster can never open the copy.
    const mode = statSync(path).mode & 0o660;
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${wanted}-${n}`;
      try {
        draft.keep({ name, mode });
        return name;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  } finally {
    draft.discard();
  }
}

function begin(path: string, copy: string): Draft {
  try {
    return beginDraft(copy);
  } catch (error) {
    throw new StorageError(
      `${path} is of an older version, and is copied to ${copy} before it is brought up to date. That fails: ` +
        `${fileProblem(error)}. Nothing was changed.`,
    );
  }
}
