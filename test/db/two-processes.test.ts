import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { listChangeSets, readChangeSet } from '../../db/history/change-sets.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { allSettings, makeRoster, openFixture } from './fixture.ts';

const script = join(import.meta.dirname, 'apply-many.ts');

const times = 60;

/** The oldest Node reads TypeScript only if it is told to, and warns. */
const typescript = process.features.typescript ? [] : ['--experimental-strip-types', '--no-warnings'];

/** A process that is about to change a user so many times, being in a queue and not; `begin` lets it, and tells how it ended. */
async function changing(path: string, queue: string) {
  const child = spawn(process.execPath, [...typescript, script, path, String(times), queue]);
  const stderr = text(child.stderr);
  const ended = once(child, 'close');
  const [ready] = await Promise.race([once(child.stdout, 'data'), ended]);
  return async () => {
    child.stdin.end();
    const planned = text(child.stdout);
    const [code] = await ended;
    return { code, stderr: await stderr, stdout: `${ready}${await planned}` };
  };
}

it('two processes change the same user again and again at once: no update is lost, no lock complained of', async () => {
  const path = await makeRoster();
  const fixture = await openFixture(path);
  await fixture.add('ana.silva@acme.example');
  const both = await Promise.all([changing(path, 'Billing'), changing(path, 'Sales')]);
  const ends = await Promise.all(both.map(begin => begin()));
  for (const end of ends)
    expect(end).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(/^ready\n\d+$/) });

  const sets = await listChangeSets(fixture.read, {});
  expect(sets).toHaveLength(1 + 2 * times);
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
