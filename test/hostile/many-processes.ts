import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { checkFile } from '../../db/sqlite/check/check-file.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';

const script = join(import.meta.dirname, 'change-much.ts');
const people = 60;

export interface ProcessCounts {
  'change sets': number;
  /** Plans that somebody else overtook and that were not applied. */
  stale: number;
  refused: number;
  lost: number;
  doubled: number;
  'sums wrong': number;
  'findings of check': number;
  /** The longest that a change took, the wait for others with it. */
  'ms at most': number;
  [count: string]: number;
}

/** Lets so many processes make so many change sets in all on one file, and holds what they say against what is there. */
export async function changeTogether(processes: number, sets: number): Promise<ProcessCounts> {
  const all = Array.from({ length: people }, (_, n) => ({ user_email: `p${n + 1}@acme.example` }));
  const path = await makeRoster(all, { pools: { essentials: 45 } });
  const outputs = await Promise.all(
    Array.from({ length: processes }, async (_, seed) => {
      const times = Math.ceil(sets / processes);
      const args = [script, path, String(times), String(seed), String(people)];
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 28 });
      expect(stderr).toBe('');
      return stdout.trimEnd().split('\n');
    }),
  );
  const told = (what: string) =>
    outputs.map(lines => Number(lines.find(line => line.startsWith(what))?.slice(what.length)));
  const sum = (list: number[]) => list.reduce((one, other) => one + other, 0);
  const reported = outputs.flat().filter(line => /^\d+ \d+$/.test(line));
  const fixture = await openFixture(path);
  try {
    const kept = await fixture.read.selectFrom('change_sets').select(['change_set_id', 'users']).execute();
    const history = new Set(kept.map(set => `${set.change_set_id} ${set.users}`));
    const findings = [...(await checkFile(path)).findings, ...(await checkRecords(fixture.read)).findings];
    for (const { message } of findings) process.stderr.write(`${message}\n`);
    return {
      'change sets': kept.length,
      stale: sum(told('stale ')),
      refused: sum(told('refused ')),
      lost: reported.filter(line => !history.has(line)).length,
      doubled: reported.length - new Set(reported).size + Math.abs(kept.length - reported.length),
      'sums wrong': await brokenChains(fixture.read),
      'findings of check': findings.length,
      'ms at most': Math.max(...told('waited ')),
    };
  } finally {
    await fixture.close();
  }
}

/** How many changes do not begin where the one before them left the user: plans that were applied blindly. */
async function brokenChains(db: Db): Promise<number> {
  const changes = await db.selectFrom('changes').selectAll().orderBy('change_set_id').execute();
  const now = new Map<number, Map<string, string>>();
  let broken = 0;
  for (const { person_id, action, fields } of changes) {
    const before = now.get(person_id);
    if ((action === 'add') === (before !== undefined)) broken++;
    const after = action === 'add' ? new Map<string, string>() : new Map(before);
    for (const [name, value] of Object.entries(JSON.parse(fields) as Record<string, Values>)) {
      const known = before?.get(name);
      if (known !== undefined && known !== ordered(value.before)) broken++;
      after.set(name, ordered(value.after));
    }
    if (action === 'remove') now.delete(person_id);
    else now.set(person_id, after);
  }
  const users = await db.selectFrom('users').select('person_id').execute();
  const use = await db.selectFrom('license_use').select('users').execute();
  if (users.length !== now.size) broken++;
  if (use.reduce((sum, row) => sum + row.users, 0) !== now.size) broken++;
  return broken;
}

interface Values {
  before: unknown;
  after: unknown;
}

/** Lists of queues in one order: they are sets. */
function ordered(value: unknown): string {
  return Array.isArray(value)
    ? value
        .map(item => JSON.stringify(item))
        .sort()
        .join()
    : JSON.stringify(value);
}
