import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from './refusal.ts';
import { standardInput } from './standard-input.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface CsvSource {
  /** The bytes from the beginning. */
  bytes(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * A file, or standard input as `-`. What has to be read `twice` and is no plain file is kept in a temporary one
 * meanwhile. Throws Refusal.
 */
export async function openCsv(name: string, { twice }: { twice: boolean }): Promise<CsvSource> {
  const plain = name !== '-' && isPlainFile(name);
  const stream = () => (name === '-' ? standardInput() : createReadStream(name));
  if (plain || !twice) return { bytes: () => readable(stream(), name), close: async () => {} };
  const folder = temporaryFolder('roster-import-');
  const copy = join(folder.path, 'people.csv');
  await pipeline(stream(), createWriteStream(copy, { mode: 0o600 }));
  return { bytes: () => createReadStream(copy), close: async () => folder.remove() };
}

function isPlainFile(name: string): boolean {
  const stat = statSync(name, { throwIfNoEntry: false });
  if (!stat) throw new Refusal(`There is no file ${name}.`);
  if (stat.isDirectory()) throw new Refusal(`${name} is a folder. Name the CSV file in it.`);
  return stat.isFile();
}

async function* readable(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Can't read ${name}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
