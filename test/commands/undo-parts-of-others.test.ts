import { userInfo } from 'node:os';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

const me = userInfo().username;
const [ana, bruno, carla] = ['p0@acme.example', 'p1@acme.example', 'p2@acme.example'];

let home: ReturnType<typeof makeHome>;

beforeEach(async () => {
  home = makeHome();
  await home.ok('init --account Acme --licenses 20');
  await home.ok('people import -', { input: peopleCsv(5) });
  await home.ok('operator add Bob --role Admin --login bob');
  await home.ok('role add Coach');
  await home.ok('add - --role Agent', { input: emails(5) });
});

/** From now on it is another operator who calls: what they have done is theirs. */
function nowAt(work: 'Bob' | typeof me): void {
  const connection = new Database(home.database);
  const set = connection.prepare('update operators set login = ? where operator_name = ?');
  for (const name of ['Bob', me]) set.run(null, name);
  set.run(me, work);
  connection.close();
}

async function newest(): Promise<number> {
  return JSON.parse(await home.ok('history --format json --limit 1'))[0].id;
}

async function undoneBy(id: number): Promise<number | null> {
  const [, by] = /, undone by (\d+)/.exec(await home.ok(`history --show ${id}`)) ?? [];
  return by === undefined ? null : Number(by);
}

async function roleOf(email: string): Promise<string> {
  const list = JSON.parse(await home.ok('list --format json'));
  return list.find((user: { user_email: string }) => user.user_email === email).role_name;
}

describe('rule 9: a set that was taken back in parts', () => {
  test('is undone once all of it is, in force again once a part is, and undo passes over it meanwhile', async () => {
    await home.ok(`edit ${carla} --status inactive`);
    const older = await newest();
    await home.ok(`edit ${ana} ${bruno} --role Supervisor`);
    const set = await newest();
    nowAt('Bob');
    await home.ok(`undo ${set} --only ${ana} --yes`);
    const first = await newest();
    expect(await undoneBy(set)).toBe(null);
    await home.ok(`undo ${set} --only ${bruno} --yes`);
    const second = await newest();
    expect(await undoneBy(set)).toBe(second);
    nowAt(me);
    expect(await home.ok('undo --dry-run')).toContain(`Undo ${older}: `);
    // Whichever of the parts is done again: that much of the set is in force, and next.
    for (const [part, who] of [
      [second, bruno],
      [first, ana],
    ] as const) {
      nowAt('Bob');
      await home.ok(`undo ${part} --yes`);
      expect(await undoneBy(set)).toBe(null);
      nowAt(me);
      const again = await home.ok('undo');
      expect(again).toContain(`Undo ${set}: change back`);
      expect(await roleOf(who!)).toBe('Agent');
      expect(await undoneBy(set)).toBe(await newest());
      await home.ok('redo');
    }
    expect(await home.roster('check')).toMatchObject({ code: 0 });
  });

  test('also where a whole undo was itself done again for some, and for them undone once more', async () => {
    await home.ok(`edit ${ana} ${bruno} --role Supervisor`);
    const set = await newest();
    await home.ok('undo');
    const undo = await newest();
    await home.ok(`undo ${undo} --only ${ana}`);
    const redo = await newest();
    expect([await undoneBy(set), await undoneBy(undo)]).toEqual([null, null]);
    expect([await roleOf(ana!), await roleOf(bruno!)]).toEqual(['Supervisor', 'Agent']);
    expect(await home.roster('check')).toMatchObject({ code: 0 });
    expect((await home.roster(`undo ${set} --only ${bruno}`)).stderr).toContain(
      `is undone already, by change set ${undo}.`,
    );
    expect(await home.ok('undo')).toContain(`Undo ${redo}: `);
    expect(await undoneBy(set)).toBe(undo);
    expect(await home.roster('check')).toMatchObject({ code: 0 });
  });
});

describe('a set of users and more that was undone in part', () => {
  beforeEach(async () => {
    await home.ok(`edit ${ana} ${bruno} ${carla} --role Coach`);
    await home.ok('role remove Coach --transfer Agent --yes');
  });

  test.each(['', ` --only ${bruno}`])(
    'is finished later, with what the catalog got back left alone (undo N%s)',
    async part => {
      const set = await newest();
      await home.ok(`edit ${bruno} --role Supervisor`);
      const later = await newest();
      expect(await home.roster(`undo ${set} --skip-conflicts --yes`)).toMatchObject({ code: 4 });
      expect([await roleOf(ana!), await roleOf(bruno!)]).toEqual(['Coach', 'Supervisor']);
      await home.ok(`undo ${later} --yes`);
      expect(await home.ok(`undo ${set}${part} --yes`)).toContain('change back Jürgen Müller (role): done');
      expect(await roleOf(bruno!)).toBe('Coach');
      expect(await undoneBy(set)).toBe(await newest());
      expect(await home.roster('check')).toMatchObject({ code: 0 });
    },
  );

  test('has the catalog taken back with it again once that part is done again', async () => {
    const set = await newest();
    await home.ok(`edit ${bruno} --role Supervisor`);
    const later = await newest();
    await home.roster(`undo ${set} --skip-conflicts --yes`);
    await home.ok(`undo ${await newest()} --yes`);
    expect(await home.ok('role list')).not.toContain('Coach');
    await home.ok(`undo ${later} --yes`);
    expect(await home.ok(`undo ${set} --yes`)).toContain('bring back the role Coach');
    expect([await roleOf(ana!), await roleOf(bruno!)]).toEqual(['Coach', 'Coach']);
  });

  test('still goes as a whole before that', async () => {
    expect(await home.roster(`undo ${await newest()} --only ${ana}`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('can be undone only as a whole'),
    });
  });
});
