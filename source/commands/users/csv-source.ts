import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileProblem, isFileProblem } from '../../roster/text/file-problem.ts';
import { type Io, resolvePath } from '../shell/io.ts';
import { Refusal } from '../shell/refusal.ts';
import { standardInput } from '../shell/standard-input.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

export interface CsvSource {
  /** The bytes from the beginning. */
  bytes(): AsyncIterable<Uint8Array>;
  /** Whether all of it is there already: nobody types it, no other program sends it. */
  atHand: boolean;
  close(): Promise<void>;
}

/**
 * A file, or standard input as `-`. What has to be read `twice` and is no plain file is kept in a temporary one
 * meanwhile. Throws Refusal.
 */
export async function openCsv(io: Io, name: string, { twice }: { twice: boolean }): Promise<CsvSource> {
  const plain = name !== '-' && isPlainFile(io, name);
  const bytes = () =>
    readable(name === '-' ? standardInput(io) : createReadStream(resolvePath(io, name)), name);
  if (plain || !twice) return { bytes, atHand: plain, close: async () => {} };
  const folder = temporaryFolder('roster-import-');
  const copy = join(folder.path, 'people.csv');
  try {
    await pipeline(bytes(), createWriteStream(copy, { mode: 0o600 }));
  } catch (error) {
    folder.remove();
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `Can't keep what is read in ${folder.path} meanwhile: ${fileProblem(error)}. Make room there, or name another ` +
        'folder with TMPDIR.',
    );
  }
  const copied = () => readable(createReadStream(copy), copy);
  return { bytes: copied, atHand: true, close: async () => folder.remove() };
}

function isPlainFile(io: Io, name: string): boolean {
  const stat = statOf(io, name);
  if (!stat) throw new Refusal(`There is no file ${name}.`);
  if (stat.isDirectory()) throw new Refusal(`${name} is a folder. Name the CSV file in it.`);
  return stat.isFile();
}

function statOf(io: Io, name: string) {
  try {
    return statSync(resolvePath(io, name), { throwIfNoEntry: false });
  } catch (error) {
    throw cannotRead(name, error);
  }
}

async function* readable(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw isFileProblem(error) ? cannotRead(name, error) : error;
  }
}

function cannotRead(name: string, error: unknown): Refusal {
  return new Refusal(`Can't read ${name}: ${fileProblem(error)}.`);
}
