import { createReadStream } from 'node:fs';
import { readPublicKeys } from '../../operator/public-keys.ts';
import type { OperatorKey } from '../../roster/catalog/operator-keys.ts';
import type { CatalogRecord } from '../../roster/plan/change-set.ts';
import { fileProblem } from '../../roster/text/file-problem.ts';
import { textUpTo } from '../shell/bounded-text.ts';
import { type Io, resolvePath } from '../shell/io.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { standardInput } from '../shell/standard-input.ts';

/** Bytes; a file with more has something else in it than keys. */
const longest = 256 * 1024;

/** What is asked of an operator, with the keys themselves in the place of the files that have them. Throws Refusal. */
export async function withKeys(io: Io, record: CatalogRecord): Promise<CatalogRecord> {
  const files = record.add_keys as readonly string[] | undefined;
  if (!files) return record;
  const added_at = new Date().toISOString();
  const add_keys: OperatorKey[] = [];
  for (const file of new Set(files)) {
    const name = file === '-' ? 'Standard input' : file;
    const read = readPublicKeys(await textOf(io, file, name), name);
    if ('refused' in read) throw new Refusal(read.refused, exits.refused, 'unfit_key');
    add_keys.push(...read.keys.map(key => ({ ...key, added_at })));
  }
  return { ...record, add_keys };
}

async function textOf(io: Io, file: string, name: string): Promise<string> {
  let text: string | null;
  try {
    text = await textUpTo(
      longest,
      file === '-' ? standardInput(io) : createReadStream(resolvePath(io, file)),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Can't read ${name}: ${fileProblem(error)}.`);
  }
  if (text !== null) return text;
  throw new Refusal(`${name} is too long for public keys. Name the file that ends with .pub.`);
}
