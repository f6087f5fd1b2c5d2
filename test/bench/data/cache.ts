import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Built, buildData } from './build.ts';
import { dataKey } from './key.ts';

const dayMs = 86_400_000;

/** A made-up roster, kept from run to run. Never written to; see copy.ts. */
export interface Data {
  users: number;
  folder: string;
  db: string;
  /** Every user, one a line (user-line.ts). */
  list: string;
  /** Every person, with the new hires. */
  csv: string;
  built: Built;
}

export interface CacheOptions {
  /** Builds it again even if it is there. */
  fresh?: boolean;
  tell?: (step: string) => void;
}

/** The roster of so many users, from the cache in the system's temporary folder or built now. */
export async function dataOf(
  users: number,
  { fresh = false, tell = () => {} }: CacheOptions = {},
): Promise<Data> {
  const cache = join(tmpdir(), `roster-bench-${userInfo().uid}`);
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const folder = join(cache, `${users}-${dataKey()}`);
  if (fresh || !existsSync(folder)) {
    removeOld(cache);
    // Built beside it, so that what is under its name is always whole.
    const draft = mkdtempSync(join(cache, 'draft-'));
    try {
      await buildData(draft, users, step => tell(`${users.toLocaleString('en-US')} users: ${step}`));
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  utimesSync(folder, new Date(), new Date());
  const path = (name: string) => join(folder, name);
  const built = JSON.parse(readFileSync(path('built.json'), 'utf8')) as Built;
  return { users, folder, db: path('roster.db'), list: path('users.tsv'), csv: path('people.csv'), built };
}

/** What nobody has used for a day is of an older program, or of a run that was broken off. */
function removeOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
}
