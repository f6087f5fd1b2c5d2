import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { peopleCsv } from '../commands/run.ts';
import { someOf } from '../whole.ts';
import { makeWhole, users } from './damaged.ts';

const { roster, ok, whole, copy, kinds } = makeWhole();
const someKinds = someOf(kinds, ([, , where, how]) => `${where} ${how}`);

describe.each(someKinds)('%s', (_, damage, where) => {
  it('is told in sentences, and a restored backup is whole again', async () => {
    const path = copy();
    damage(path);
    for (const args of ['export', 'edit p7@acme.example --status inactive']) {
      const { code, stdout, stderr } = await roster(`${args} --db ${path}`);
      expect(stderr).not.toMatch(/unexpected|SQLITE|node:|\.ts:/);
      // What does not come by the damage works.
      if (code === 0) continue;
      expect({ args, code }).toEqual({ args, code: 1 });
      if (args.startsWith('edit')) expect(stdout).toBe('');
      expect(stderr).toMatch(/^\S+\.db is (damaged|empty|not a database)[^\n]*\n$/);
    }
    const found = await roster(`check --db ${path}`);
    expect(found).toMatchObject({ code: 1, stdout: '' });
    expect(found.stderr).toContain(where === 'index' ? 'roster rescue saved.db' : 'roster restore FILE');
    if (where !== 'header') {
      expect(found.stderr).toMatch(/^integrity: /);
      const told = {
        data: /^Rows are damaged: /m,
        index: /^Only indexes are damaged, and no row is lost/m,
        schema: /^What says where everything lies is damaged: (?!.*\n.*rescue)/m,
      };
      expect(found.stderr).toMatch(told[where]);
    }
    const before = readFileSync(path);
    expect(await ok(`restore ${whole} --yes --db ${path}`)).toContain(`Restored ${path}: Acme, 300 users`);
    expect(readFileSync(`${path}.before-restore`).equals(before)).toBe(true);
    expect(await ok(`check --db ${path}`)).toBe('All is well: 300 users, 1 change set.\n');
  });
});

it.each(kinds.filter((_, index) => index % 4 === 0))(
  'is not put in a roster’s place where %s',
  async (_, damage) => {
    const path = copy();
    damage(path);
    const present = copy();
    expect(await roster(`restore ${path} --yes --db ${present}`)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/is (damaged|empty|not a database)/),
    });
    expect(readFileSync(present).equals(readFileSync(whole))).toBe(true);
  },
);

describe('a log that belongs to another file', () => {
  it('is found by the check, and nothing is lost once it is moved away', async () => {
    const path = copy();
    const other = copy();
    // Another roster, of which some committed pages are still in its log.
    await ok(`remove p1@acme.example p2@acme.example --yes --db ${other}`);
    await ok(`people import - --db ${other}`, { input: peopleCsv(3 * users).replaceAll('acme', 'other') });
    const holding = new Database(other);
    holding.pragma('wal_autocheckpoint = 0');
    holding.prepare('select count(*) from users').get();
    await ok(`edit --where role=Agent --status inactive --yes --db ${other}`);
    copyFileSync(`${other}-wal`, `${path}-wal`);
    holding.close();
    const before = readFileSync(path);
    const found = await roster(`check --db ${path}`);
    expect(found).toMatchObject({ code: 1, stdout: '' });
    expect(found.stderr).toContain(`${path}-wal may belong to the one before. Move it away, check again.`);
    expect(await roster(`backup ${path}.copy --db ${path}`)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The copy is damaged \(.+\), and was not kept/),
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    for (const ending of ['-wal', '-shm']) rmSync(path + ending);
    expect(await ok(`check --db ${path}`)).toBe('All is well: 300 users, 1 change set.\n');
  });

  it('is of no account where it is no log', async () => {
    const path = copy();
    writeFileSync(
      `${path}-wal`,
      'not a log at all, but some bytes of a file that somebody put there'.repeat(100),
    );
    await ok(`edit p1@acme.example --status inactive --db ${path}`);
    expect(await ok(`check --db ${path}`)).toBe('All is well: 300 users, 2 change sets.\n');
  });
});
