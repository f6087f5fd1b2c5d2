import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { importsOf } from '../../arrows.ts';
import { root } from '../../terminal/driver.ts';

/** Where the making of the data begins: here, and in the program's own commands. */
const beginnings = [
  'test/bench/data/build.ts',
  'test/bench/data/give-licenses.ts',
  'source/commands/account/init.ts',
  'source/commands/people/people-import.ts',
  'source/commands/account/account-set.ts',
];

/** How the program is bundled, and which SQLite is in it. */
const others = ['build.js', 'package-lock.json'];

/**
 * Short text that changes with the code that makes the data or measures its making, wherever that is: what those files
 * import, and what these import.
 */
export function dataKey(): string {
  const hash = createHash('sha256');
  for (const path of [...decisiveFiles(), ...others])
    hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 12);
}

/** The files that decide what is made, from the top of the repository. */
export function decisiveFiles(): string[] {
  const found = new Set(beginnings);
  // A set goes on with what is added to it meanwhile.
  for (const path of found) for (const other of importedBy(path)) found.add(other);
  return [...found].sort();
}

function importedBy(path: string): string[] {
  return importsOf(readFileSync(join(root, path), 'utf8'))
    .filter(name => name.startsWith('.'))
    .map(name => posix.join(posix.dirname(path), name))
    .filter(file => existsSync(join(root, file)));
}
