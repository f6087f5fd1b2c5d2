import { chmodSync, copyFileSync, cpSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Installs the built program with its Node in a folder, for everybody on the machine: where the clone is, other accounts
 * may have no way in. Returns what starts it.
 */
export function install(folder: string): readonly [node: string, entry: string] {
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const database = join('node_modules', 'better-sqlite3');
  for (const part of ['package.json', 'lib', 'prebuilds', 'build']) {
    const from = join(root, database, part);
    if (existsSync(from)) cpSync(from, join(folder, database, part), { recursive: true, dereference: true });
  }
  const node = join(folder, 'node_modules', 'node', 'bin', 'node');
  mkdirSync(dirname(node), { recursive: true });
  try {
    // It is 120 MB.
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
  }
  chmodSync(folder, 0o755);
  return [node, join(folder, 'dist', 'roster.js')];
}
