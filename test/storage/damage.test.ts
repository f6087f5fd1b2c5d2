import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivedTables, rescuedTables } from '../../db/rescue.ts';
import { emails, makeHome, peopleCsv } from '../commands/run.ts';

const home = makeHome();
const { roster, ok } = home;
const whole = join(home.home, 'whole.db');
const users = 600;
const pageSize = 4_096;

beforeAll(async () => {
  await ok(`init --account Acme --licenses ${users} --db ${whole}`);
  await ok(`people import - --db ${whole}`, { input: peopleCsv(users) });
  await ok(`add - --role Agent --db ${whole}`, { input: emails(users) });
});

let copies = 0;
function copy(): string {
  const path = join(home.home, `copy-${copies++}.db`);
  copyFileSync(whole, path);
  return path;
}

/** The number of a page in the middle of a table or index. */
function pageOf(name: string, type: 'leaf' | 'internal' = 'leaf'): number {
  const db = new Database(whole, { readonly: true });
  const pages = db
    .prepare(`select pageno from dbstat where name = ? and pagetype = ? order by pageno`)
    .pluck()
    .all(name, type) as number[];
  db.close();
  return pages[Math.floor(pages.length / 2)]!;
}

function spoil(path: string, page: number, change: (bytes: Buffer) => void): void {
  const file = readFileSync(path);
  change(file.subarray((page - 1) * pageSize, page * pageSize));
  writeFileSync(path, file);
}

const noise = (bytes: Buffer) => void bytes.fill(0xa5, 0, 512);
const zeroes = (bytes: Buffer) => void bytes.fill(0);

/** Every kind of damage, and what is told to be done about it. */
const kinds: [string, (path: string) => void, 'data' | 'index' | 'schema' | 'header'][] = [
  ['a page of users is noise', path => spoil(path, pageOf('users'), noise), 'data'],
  ['a page of users is empty', path => spoil(path, pageOf('users'), zeroes), 'data'],
  ['a page of history is noise', path => spoil(path, pageOf('changes'), noise), 'data'],
  ['an inner page of people is noise', path => spoil(path, pageOf('people', 'internal'), noise), 'data'],
  ['a page of an index is noise', path => spoil(path, pageOf('user_search_by_name'), noise), 'index'],
  ['an index lost a row', withoutIndexEntry, 'index'],
  [
    'the first page is noise behind its head',
    path => spoil(path, 1, page => page.fill(0xa5, 100, 2_000)),
    'schema',
  ],
  ['a page of the schema is noise', path => spoil(path, pageOf('sqlite_schema'), noise), 'schema'],
  ['the head is noise', path => spoil(path, 1, page => page.fill(0xa5, 0, 100)), 'header'],
  ['the page size is wrong', path => spoil(path, 1, page => page.writeUInt16BE(77, 16)), 'header'],
  [
    'the second half is missing',
    path => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
    'data',
  ],
  ['the last page is torn', path => truncateSync(path, readFileSync(path).length - 1_000), 'data'],
  ['all but some bytes are missing', path => truncateSync(path, 600), 'header'],
  ['nothing is left', path => truncateSync(path, 0), 'header'],
];

function withoutIndexEntry(path: string): void {
  const db = new Database(path);
  db.unsafeMode(true);
  db.pragma('writable_schema = on');
  const { rootpage, sql } = db
    .prepare("select rootpage, sql from sqlite_schema where name = 'user_search_by_name'")
    .get() as { rootpage: number; sql: string };
  db.exec("delete from sqlite_schema where name = 'user_search_by_name'");
  db.close();
  const other = new Database(path);
  other.unsafeMode(true);
  other.exec("update user_search set search_key = 'x' || search_key where person_id = 7");
  other.pragma('writable_schema = on');
  other
    .prepare("insert into sqlite_schema values ('index', 'user_search_by_name', 'user_search', ?, ?)")
    .run(rootpage, sql);
  other.close();
}

describe.each(kinds)('%s', (_, damage, kind) => {
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
    expect(found.stderr).toContain(kind === 'index' ? 'roster rescue saved.db' : 'roster restore FILE');
    if (kind !== 'header') {
      expect(found.stderr).toMatch(/^integrity: /);
      const told = {
        data: /^Rows are damaged: /m,
        index: /^Only indexes are damaged, and no row is lost/m,
        schema: /^What says where everything lies is damaged: (?!.*\n.*rescue)/m,
      };
      expect(found.stderr).toMatch(told[kind]);
    }
    const before = readFileSync(path);
    expect(await ok(`restore ${whole} --yes --db ${path}`)).toContain(`Restored ${path}: Acme, 600 users`);
    expect(readFileSync(`${path}.before-restore`).equals(before)).toBe(true);
    expect(await ok(`check --db ${path}`)).toBe('All is well: 600 users, 1 change set.\n');
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
    await ok(`edit --where role=Agent --status inactive --db ${other}`);
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
    expect(await ok(`check --db ${path}`)).toBe('All is well: 600 users, 1 change set.\n');
  });

  it('is of no account where it is no log', async () => {
    const path = copy();
    writeFileSync(
      `${path}-wal`,
      'not a log at all, but some bytes of a file that somebody put there'.repeat(100),
    );
    await ok(`edit p1@acme.example --status inactive --db ${path}`);
    expect(await ok(`check --db ${path}`)).toBe('All is well: 600 users, 2 change sets.\n');
  });
});

describe('roster rescue', () => {
  async function rescued(path: string): Promise<string> {
    const saved = join(home.home, `saved-${copies++}.db`);
    expect(await ok(`rescue ${saved} --db ${path}`)).toBe(`${saved}\n`);
    return saved;
  }

  it.each(kinds.filter(([, , kind]) => kind === 'index'))('loses no row where %s', async (_, damage) => {
    const path = copy();
    damage(path);
    const saved = await rescued(path);
    await ok(`restore ${saved} --yes --db ${path}`);
    expect(await ok(`check --db ${path}`)).toBe('All is well: 600 users, 1 change set.\n');
    const lines = async (args: string) => (await ok(args)).split('\n').sort();
    for (const args of ['export', 'history --format json', 'people list'])
      expect(await lines(`${args} --db ${path}`)).toEqual(await lines(`${args} --db ${whole}`));
  });

  it('loses only what stood on a torn page of users, and check names them', async () => {
    const path = copy();
    spoil(path, pageOf('users'), noise);
    const saved = await rescued(path);
    const all = (await ok(`list --format ndjson --db ${whole}`)).trimEnd().split('\n');
    const left = (await ok(`list --format ndjson --db ${saved}`)).trimEnd().split('\n');
    expect(left.length).toBeGreaterThan(users - 60);
    expect(left.length).toBeLessThan(users);
    const kept = new Set(left);
    const lost = all.filter(user => !kept.has(user)).map(user => JSON.parse(user).user_email as string);
    expect(lost.length).toBe(users - left.length);
    const { stderr } = await roster(`check --db ${saved}`);
    for (const email of lost)
      expect(stderr).toContain(`history: ${email} has no license, though change set 1 left them one.\n`);
    expect(stderr.match(/^history/gm)).toHaveLength(lost.length);
    await ok(`add ${lost.join(' ')} --role Agent --db ${saved}`);
    expect(await ok(`check --db ${saved}`)).toBe('All is well: 600 users, 2 change sets.\n');
  });

  it('saves people, and leaves out what belonged to lost ones', async () => {
    const path = copy();
    for (const table of ['people', 'changes', 'outbox']) spoil(path, pageOf(table), zeroes);
    const { stderr } = await roster(`rescue ${join(home.home, 'some.db')} --db ${path}`);
    expect(stderr).toMatch(/^people: 5\d\d rows$/m);
    expect(stderr).toMatch(/^users: 600 rows, \d+ of them left out: they belong to what is lost$/m);
    const found = await roster(`check --db ${join(home.home, 'some.db')}`);
    expect(found.stderr).not.toMatch(/integrity|references/);
  });

  it('saves what it can of half a file', async () => {
    const path = copy();
    truncateSync(path, Math.floor(readFileSync(path).length / pageSize / 1.1) * pageSize);
    const { code, stderr } = await roster(`rescue ${join(home.home, 'half.db')} --db ${path}`);
    if (code === 0) expect(stderr).toMatch(/^users: \d+ rows/m);
    else expect(stderr).toContain('only a backup helps');
    expect((await roster(`rescue ${whole} --db ${path}`)).stderr).toContain(
      'exists already and was left as it is',
    );
  });

  it('says where only a backup helps', async () => {
    for (const [name, damage, kind] of kinds) {
      if (kind !== 'header' && kind !== 'schema') continue;
      const path = copy();
      damage(path);
      expect({ name, ...(await roster(`rescue ${join(home.home, 'none.db')} --db ${path}`)) }).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/only a backup helps: roster restore FILE --db \S+\n$/),
      });
      expect(existsSync(join(home.home, 'none.db'))).toBe(false);
    }
  });

  it('knows every table', () => {
    const db = new Database(whole, { readonly: true });
    const tables = db
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not glob 'user_trigrams_*'",
      )
      .pluck()
      .all();
    db.close();
    // The index of pieces keeps tables of its own.
    const own = tables.filter(name => !String(name).startsWith('user_trigram'));
    expect([...rescuedTables, ...derivedTables].filter(name => name !== 'user_trigrams').sort()).toEqual(
      own.sort(),
    );
  });
});
