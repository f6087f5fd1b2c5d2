import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { root } from '../../terminal/driver.ts';
import { runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';

/** What decides which rows are made. */
const decisive = [
  'source/demo',
  'source/roster/fold.ts',
  ...['build', 'give-licenses', 'made-up', 'people-csv', 'user-line'].map(
    name => `test/bench/data/${name}.ts`,
  ),
];

/** Short text that changes with the schema of a new roster and with the code that makes the data. */
export async function dataKey(): Promise<string> {
  const hash = createHash('sha256').update(await schemaOfNewRoster());
  for (const path of decisive.flatMap(filesOf).sort())
    hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 12);
}

function filesOf(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${path}/${file}`);
}

async function schemaOfNewRoster(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-key-'));
  try {
    const file = join(folder, 'roster.db');
    await runWell(node, [entry, 'init', '--account', 'Empty', '--db', file]);
    const connection = new Database(file, { readonly: true });
    const schema = connection.prepare('select group_concat(sql) from sqlite_schema').pluck().get();
    const version = connection.pragma('user_version', { simple: true });
    connection.close();
    return `${version} ${schema}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
