import { closeSync, openSync, realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { writeCsv } from '../csv/write.ts';
import { say } from './messages.ts';
import { Refusal } from './refusal.ts';

export interface ResultFile {
  write(columns: readonly string[], rows: readonly (readonly string[])[]): Promise<void>;
}

/** Makes sure that a result can be written to `path`, before anything else is. Throws Refusal. */
export function openResult(path: string, input: string): ResultFile {
  try {
    // It is the file that is read: emptying it would lose what was to be imported.
    closeSync(openSync(path, 'a'));
  } catch (error) {
    throw new Refusal(`Can't write ${path}: ${message(error)}. Name another file after --result.`);
  }
  if (input !== '-' && samePath(path, input))
    throw new Refusal(`${path} is the file that is imported. Name another after --result.`);
  return {
    async write(columns, rows) {
      try {
        await writeFile(path, writeCsv(columns, rows));
      } catch (error) {
        say(`The result could not be written to ${path}: ${message(error)}.`);
      }
    },
  };
}

function samePath(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
