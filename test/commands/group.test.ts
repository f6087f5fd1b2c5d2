import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install } from './installed.ts';
import { makeHome } from './run.ts';

/** Accounts of the operating system that nobody has to make: without a name they go by their number. */
const olga = 61_001;
const jonas = 61_002;
const stranger = 61_003;
const group = { name: 'users', gid: 0 };

/** Why other accounts can't be played here; null if they can. */
function whyAlone(): string | null {
  if (process.geteuid?.() !== 0) return 'only root can be somebody else';
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' });
    group.gid = Number(execFileSync('getent', ['group', group.name], { encoding: 'utf8' }).split(':')[2]);
    return null;
  } catch {
    return 'needs setpriv, getent and a group called users';
  }
}

const alone = whyAlone();
const folder = mkdtempSync(join(tmpdir(), 'roster-group-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
chmodSync(folder, 0o755);
const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

it('a group that does not exist is named', async () => {
  const { roster } = makeHome();
  expect(await roster('init --account Acme --group no-such-group')).toMatchObject({
    code: 1,
    stderr: 'There is no group no-such-group on this machine. Make it: groupadd no-such-group\n',
  });
});

it('what cp opened to everybody is closed again, and told', async () => {
  const { roster, ok, database } = makeHome();
  await ok('init --account Acme');
  chmodSync(database, 0o664);
  expect(await roster('list')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(
      `${database} was open to everybody on this machine; no longer.\nNo people, no licenses and no contact center users yet. In this order:\n`,
    ),
  });
  expect(modeOf(database)).toBe('660');
  expect((await roster('list')).stderr).not.toContain('open to everybody');
});

describe.skipIf(alone !== null)(
  alone === null ? 'a roster of a group' : `a roster of a group (${alone})`,
  () => {
    const db = join(folder, 'srv', 'acme', 'roster.db');
    let program: readonly [string, string];

    /** Runs the program as an account in the group, or not, with the umask that it happens to have. */
    function as(uid: number, args: string[], { member = true, umask = '022', file = db } = {}) {
      const groups = member ? [`--groups=${group.gid}`] : ['--clear-groups'];
      const shell = ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...program, ...args, '--db', file];
      return new Promise<{ code: number; stdout: string; stderr: string }>(resolve => {
        execFile(
          'setpriv',
          [`--reuid=${uid}`, `--regid=${uid}`, ...groups, '--', ...shell],
          { env: { PATH: process.env.PATH, HOME: folder } },
          (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
        );
      });
    }

    beforeAll(() => {
      program = install(join(folder, 'opt'));
      mkdirSync(join(folder, 'srv'));
      chownSync(join(folder, 'srv'), olga, olga);
      chmodSync(join(folder, 'srv'), 0o755);
    });

    it('is refused to who is not in the group, and leaves nothing', async () => {
      const { code, stderr } = await as(olga, ['init', '--account', 'Acme', '--group', group.name], {
        member: false,
      });
      expect(code).toBe(1);
      expect(stderr).toContain('only to a group you are in');
      expect(() => statSync(join(db, '..'))).toThrow();
    });

    it('is made for all of its members and nobody else', async () => {
      const made = await as(olga, ['init', '--account', 'Acme', '--group', group.name], { umask: '077' });
      expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining(`user id ${olga} owns it`) });
      expect(modeOf(join(db, '..'))).toBe('2770');
      expect(modeOf(db)).toBe('660');
      for (const path of [db, join(db, '..')])
        expect(statSync(path)).toMatchObject({ uid: olga, gid: group.gid });
    });

    it('is refused to members whom nobody let in, and to the rest of the machine, with exit code 3', async () => {
      const { code, stderr } = await as(jonas, ['list']);
      expect(code).toBe(3);
      expect(stderr).toBe(
        `user id ${jonas} is no operator of this roster. Ask user id ${olga} for access.\n`,
      );
      const outside = await as(stranger, ['list'], { member: false });
      expect(outside.code).toBe(3);
      expect(outside.stderr).toBe(
        `user id ${stranger} may not open ${db}, which belongs to user id ${olga}. Ask user id ${olga} for access.\n`,
      );
      for (const [uid, member] of [
        [jonas, true],
        [stranger, false],
      ] as const)
        expect((await as(uid, ['session', '--operator', '1', '--key', 'SHA256:x'], { member })).code).toBe(3);
    });

    it('is written by all who were let in, whatever their umask', async () => {
      await as(olga, ['operator', 'add', 'Jonas', '--role', 'Admin', '--login', `user id ${jonas}`], {
        umask: '077',
      });
      // Olga keeps it open, so that what SQLite has beside it is hers.
      const held = execFile('setpriv', [
        `--reuid=${olga}`,
        `--regid=${olga}`,
        `--groups=${group.gid}`,
        '--',
        ...hold(db),
      ]);
      await new Promise(resolve => held.stdout?.once('data', resolve));
      for (const end of ['-wal', '-shm']) {
        expect([end, modeOf(`${db}${end}`)]).toEqual([end, '660']);
        expect([end, statSync(`${db}${end}`).gid]).toEqual([end, group.gid]);
      }
      for (const umask of ['077', '022']) {
        const { code, stderr } = await as(jonas, ['queue', 'add', `Queue ${umask}`], { umask });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      }
      held.kill();
      await new Promise(resolve => held.once('exit', resolve));
      expect((await as(olga, ['queue', 'list', '--format', 'csv'])).stdout).toContain('Queue 077');
      const { stdout } = await as(olga, ['history', '--format', 'csv']);
      expect(stdout).toContain(',Jonas,local,');
    });

    it('is put back from a backup by its owner, who stays its owner, and by nobody else', async () => {
      const backupOf = async (uid: number) => {
        const path = join(folder, 'srv', 'acme', `backup-${uid}.db`);
        expect(await as(uid, ['backup', path])).toMatchObject({ code: 0 });
        expect(modeOf(path)).toBe('600');
        return path;
      };
      const backup = await backupOf(olga);
      expect(await as(jonas, ['restore', await backupOf(jonas), '--yes'])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining('Let its owner restore it.'),
      });
      expect(readdirSync(join(db, '..')).filter(name => /part-|before/.test(name))).toEqual([]);
      const { code, stderr } = await as(olga, ['restore', backup, '--yes'], { umask: '077' });
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('before-restore') });
      for (const path of [db, `${db}.before-restore`]) {
        expect(modeOf(path)).toBe('660');
        expect(statSync(path)).toMatchObject({ uid: olga, gid: group.gid });
      }
      expect((await as(jonas, ['queue', 'list', '--format', 'csv'])).stdout).toContain('Queue 077');
      rmSync(db);
      expect(await as(olga, ['restore', backup, '--yes'], { umask: '077' })).toMatchObject({ code: 0 });
      expect(modeOf(db)).toBe('660');
      expect((await as(jonas, ['queue', 'list', '--format', 'csv'])).stdout).toContain('Queue 077');
    });

    it('does not take over a folder that is there', async () => {
      const { code, stderr } = await as(olga, ['init', '--account', 'B', '--group', group.name], {
        file: join(folder, 'srv', 'b.db'),
      });
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('chmod 2770') });
    });

    /** A program that keeps the roster open, as a screen does. */
    function hold(path: string): string[] {
      const script = `const D=require(process.argv[1]);const d=new D(process.argv[2]);d.prepare('select * from operators').all();
      d.exec('begin immediate');d.exec("update account set account_name = account_name");d.exec('commit');
      console.log('open');setInterval(()=>{},1000)`;
      return [program[0], '-e', script, join(folder, 'opt', 'node_modules', 'better-sqlite3'), path];
    }
  },
);
