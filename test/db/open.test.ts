import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { OpenError, openRoster } from '../../db/open.ts';
import { schemaVersion } from '../../db/sqlite/schema/migrations.ts';
import { temporaryFolder } from '../after-file.ts';
import { makeRoster, openFixture } from './fixture.ts';

function pragma(path: string, text: string): unknown {
  const connection = new Database(path);
  const value = connection.pragma(text, { simple: true });
  connection.close();
  return value;
}

async function refusal(path: string): Promise<string> {
  const error = await openRoster(path).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OpenError);
  return (error as Error).message;
}

describe('opening a roster', () => {
  it('says how to make one where there is none', async () => {
    const path = join(temporaryFolder(), 'roster.db');
    expect(await refusal(path)).toBe(
      `No roster at ${path}. Make one: roster init --account NAME; look around: roster demo`,
    );
  });

  it('refuses a newer version by name and does not touch it', async () => {
    const path = await makeRoster();
    pragma(path, `user_version = ${schemaVersion + 1}`);
    expect(await refusal(path)).toMatch(
      new RegExp(
        `newer roster \\(its version is ${schemaVersion + 1}, this one knows up to ${schemaVersion}\\)`,
      ),
    );
    expect(pragma(path, 'user_version')).toBe(schemaVersion + 1);
  });

  it('refuses somebody else’s database and leaves it as it is', async () => {
    const path = join(temporaryFolder(), 'other.db');
    pragma(path, 'user_version = 1');
    expect(await refusal(path)).toBe(`${path} is a database, but not a roster. Name another with --db FILE.`);
    expect(readdirSync(dirname(path))).toEqual(['other.db']);
  });

  it('refuses what is no database at all', async () => {
    const path = join(temporaryFolder(), 'notes.txt');
    writeFileSync(path, 'not a database, but long enough to be taken for one: '.repeat(200));
    expect(await refusal(path)).toBe(
      `${path} is not a database, or its beginning is damaged. Name another with --db FILE, or go back to a backup: roster restore FILE --db ${path}`,
    );
    const folder = join(temporaryFolder(), 'folder');
    mkdirSync(folder);
    expect(await refusal(folder)).toContain(folder);
  });

  it('brings an unfinished, empty roster up to date, and copies nothing', async () => {
    const path = join(temporaryFolder(), 'roster.db');
    pragma(path, `application_id = ${0x726f7374}`);
    const roster = await openRoster(path);
    expect(roster.copiedTo).toBeNull();
    expect(await roster.read.selectFrom('users').selectAll().execute()).toEqual([]);
    await roster.close();
    expect(pragma(path, 'user_version')).toBe(schemaVersion);
  });

  it('reads on one connection that cannot write', async () => {
    const { read, close } = await openFixture(await makeRoster());
    await expect(read.deleteFrom('people').execute()).rejects.toThrow(/readonly/);
    await close();
  });

  it('notices commits, its own and those of others, by a number', async () => {
    const path = await makeRoster();
    const [ours, theirs] = [await openFixture(path), await openFixture(path)];
    const before = ours.roster.dataVersion();
    expect(ours.roster.dataVersion()).toBe(before);
    await ours.add('ana.silva@acme.example');
    const after = ours.roster.dataVersion();
    expect(after).not.toBe(before);
    await theirs.add('bruno@acme.example');
    expect(ours.roster.dataVersion()).not.toBe(after);
    await Promise.all([ours.close(), theirs.close()]);
  });

  it('leaves one file behind when all have closed', async () => {
    const path = await makeRoster();
    const fixture = await openFixture(path);
    await fixture.add('ana.silva@acme.example');
    await fixture.close();
    expect(readdirSync(dirname(path))).toEqual(['roster.db']);
  });

  it('keeps what was committed when the power goes: full synchronization, foreign keys on', async () => {
    const fixture = await openFixture(await makeRoster());
    const pragmas = sql`select synchronous, foreign_keys from pragma_synchronous, pragma_foreign_keys`;
    const { rows } = await pragmas.execute(fixture.roster.write());
    expect(rows).toEqual([{ synchronous: 2, foreign_keys: 1 }]);
    await fixture.close();
  });
});
