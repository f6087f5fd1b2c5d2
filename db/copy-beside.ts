import { closeSync, existsSync, fchmodSync, openSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from './dialect.ts';

/** Copies the database at `path` beside itself, under a name that begins with `wanted` and is free. Returns the name. */
export async function copyBeside(db: Db, path: string, wanted: string): Promise<string> {
  const copy = freeName(wanted);
  // Made before it is filled, and whatever the umask says: who can't open the roster can never open the copy.
  const file = openSync(copy, 'wx', 0o600);
  fchmodSync(file, statSync(path).mode & 0o666);
  closeSync(file);
  await sql`vacuum into ${copy}`.execute(db);
  return copy;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`;
  return name;
}
