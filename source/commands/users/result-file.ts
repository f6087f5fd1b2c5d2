import { realpathSync } from 'node:fs';
import { writeCsv } from '../../csv/write.ts';
import { fileProblem } from '../../roster/text/file-problem.ts';
import { beginFile, type WholeFile } from '../../session/files/whole-file.ts';
import { type Io, resolvePath } from '../shell/io.ts';
import { say } from '../shell/messages.ts';
import { Refusal } from '../shell/refusal.ts';

export interface ResultFile {
  write(columns: readonly string[], rows: readonly (readonly string[])[]): Promise<void>;
  /** Leaves no trace of it, unless it was written. */
  discard(): Promise<void>;
}

/** Makes sure that a result can be written to `path`, before anything else is. Throws Refusal. */
export async function openResult(io: Io, path: string, input: string): Promise<ResultFile> {
  // Overwriting the file that is read would lose what was to be imported.
  if (input !== '-' && samePath(resolvePath(io, path), resolvePath(io, input)))
    throw new Refusal(`${path} is the file that is imported. Name another after --result.`);
  const file = await begin(io, path);
  return {
    async write(columns, rows) {
      try {
        await file.write(writeCsv(columns, rows));
        await file.keep();
      } catch (error) {
        say(io, `The result could not be written to ${path}: ${fileProblem(error)}.`);
      }
    },
    discard: () => file.discard(),
  };
}

async function begin(io: Io, path: string): Promise<WholeFile> {
  try {
    return await beginFile(resolvePath(io, path));
  } catch (error) {
    throw new Refusal(`Can't write ${path}: ${fileProblem(error)}. Name another file after --result.`);
  }
}

function samePath(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
