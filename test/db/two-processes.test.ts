import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { listChangeSets, readChangeSet } from '../../db/change-sets.ts';
import { sameValue } from '../../source/roster/field-values.ts';
import { allSettings, makeRoster, openFixture } from './fixture.ts';

const script = join(import.meta.dirname, 'apply-many.ts');

function changing(path: string, times: number, queue: string) {
  return promisify(execFile)(process.execPath, [script, path, String(times), queue]);
}

it('two processes change the same user 200 times each at once: no update is lost, no lock complained of', async () => {
  const path = await makeRoster();
  const fixture = await openFixture(path);
  await fixture.add('ana.silva@acme.example');
  const outputs = await Promise.all([changing(path, 200, 'Billing'), changing(path, 200, 'Sales')]);
  for (const { stdout, stderr } of outputs) {
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\d+$/);
  }

  const sets = await listChangeSets(fixture.read, {});
  expect(sets).toHaveLength(401);
  // Read one after the other, each change begins where the one before it ended.
  let queues: unknown = [];
  for (const { id } of sets.reverse().slice(1)) {
    const [change] = (await readChangeSet(fixture.read, id))!.changes;
    expect(sameValue(change?.fields.queues?.before, queues)).toBe(true);
    queues = change?.fields.queues?.after;
  }
  expect(sameValue((await allSettings(fixture.read)).get(1)?.queues, queues)).toBe(true);
  await fixture.close();
});
