import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { type Program, type ProgramOptions, root, startProgram } from '../terminal/driver.ts';
import { demoFile, json, readDialog } from './fixture.ts';

const linux = process.platform === 'linux';
const entry = join(root, 'dist', 'roster.js');
const programs: Program[] = [];
const rosters: number[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
  // Whoever fails to leave must not be left behind by the tests.
  for (const pid of rosters.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
});

function isAlive(pid: number): boolean {
  try {
    // A zombie only waits for its parent.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Milliseconds until a process is gone, at most 3 s. */
async function gone(pid: number): Promise<number> {
  const from = performance.now();
  while (isAlive(pid) && performance.now() - from < 3_000) await sleep(5);
  return performance.now() - from;
}

// 200 ms, and something for a machine that runs other tests, too.
const leavingMs = 600;

/** Starts a command line by `bash`; what stands for `roster` in it writes its process id down. */
async function start(script: string, args: string[], options: ProgramOptions = {}) {
  const file = args[1]!;
  const pidFile = join(dirname(file), 'pid');
  const wrapper = `sh -c 'echo $$ > ${pidFile}; exec "${process.execPath}" "${entry}" "$@"' sh ${args.join(' ')}`;
  const program = startProgram(
    ['--norc', '--noprofile', ...(script === 'job' ? ['-i'] : ['-c', script.replace('roster', wrapper)])],
    {
      file: 'bash',
      columns: 120,
      rows: 40,
      ...options,
      env: {
        PS1: 'shell> ',
        XDG_CONFIG_HOME: join(dirname(file), 'config'),
        ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
        ...options.env,
      },
    },
  );
  programs.push(program);
  if (script === 'job') {
    await program.waitFor('shell>');
    program.type(`${wrapper}\r`);
  }
  await program.waitFor('? all keys', 15_000);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rosters.push(pid);
  return Object.assign(program, { roster: pid, file });
}

type Started = Awaited<ReturnType<typeof start>>;

/** Ways to be started: what a line that drops looks like differs. */
const ways: [string, string][] = [
  ['a terminal of its own', 'exec roster'],
  ['a shell above that waits', 'roster; true'],
  ['no signal, only a terminal that fails', 'setsid -w roster'],
  ['a shell that ignores the hangup', "trap '' HUP; roster; true"],
  ['a job of a shell', 'job'],
];

describe.skipIf(!linux)(`when the line drops${linux ? '' : ' (skipped: it takes Linux)'}`, () => {
  it.each(ways)('the screen leaves within 200 ms, and nothing is left behind: %s', async (_, script) => {
    const p = await start(script, ['--db', await demoFile()]);
    p.vanish();
    expect(await gone(p.roster)).toBeLessThan(leavingMs);
  });

  const moments: [string, (p: Started) => Promise<void>][] = [
    ['a text field is typed in', async p => p.type('/silva')],
    [
      'a dialog is open',
      async p => {
        await p.press('x');
        await readDialog(p);
      },
    ],
    [
      'a form is not saved',
      async p => {
        await p.press('e');
        await p.waitGone('space select');
      },
    ],
    [
      'it waits for a lock',
      async p => {
        const other = new Database(p.file);
        other.exec('begin immediate');
        await p.press('x');
        await readDialog(p);
        await p.press('y');
        await p.waitFor('Waiting for another program');
        setTimeout(() => other.close(), 3_000).unref();
      },
    ],
    [
      'a change of everybody is written',
      async p => {
        await p.press('*');
        await p.waitFor('500 selected');
        await p.press('x');
        await readDialog(p);
        p.type('500');
        await p.press('Enter');
      },
    ],
    [
      'a file is exported',
      async p => {
        await p.press('E');
        await p.waitFor('Export as CSV');
        await p.press('Ctrl+U');
        p.type(join(dirname(p.file), 'users.csv'));
        await p.press('Enter');
      },
    ],
  ];

  it.each(moments)('it leaves as soon while %s', async (_, until) => {
    const p = await start('setsid -w roster', ['--db', await demoFile()]);
    await until(p);
    p.vanish();
    expect(await gone(p.roster)).toBeLessThan(leavingMs);
    const parts = () => readdirSync(dirname(p.file)).filter(name => name.includes('.part'));
    await expect.poll(parts, { timeout: leavingMs }).toEqual([]);
    const exported = join(dirname(p.file), 'users.csv');
    if (existsSync(exported)) expect(readFileSync(exported, 'utf8').trimEnd().split('\n')).toHaveLength(501);
    expect([0, 500]).toContain((await json(p.file, 'list')).length);
  });

  it('a question of a command ends with the terminal, and nothing is changed', async () => {
    const file = await demoFile();
    const pidFile = join(dirname(file), 'pid');
    const args = `remove --where role=Agent --db ${file}`;
    const p = startProgram(
      ['-w', 'sh', '-c', `echo $$ > ${pidFile}; exec "${process.execPath}" "${entry}" ${args}`],
      { file: 'setsid' },
    );
    programs.push(p);
    await p.waitFor('y/N');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    rosters.push(pid);
    p.vanish();
    expect(await gone(pid)).toBeLessThan(leavingMs);
    expect(await json(file, 'list')).toHaveLength(500);
  });

  it.each([
    ['the terminal', (p: Started) => p.vanish()],
    ['the shell', (p: Started) => process.kill(p.pid, 'SIGKILL')],
  ])('a suspended screen goes with %s', async (_, drop) => {
    const p = await start('job', ['--db', await demoFile()]);
    await p.press('Ctrl+Z');
    await p.waitFor('Stopped');
    drop(p);
    expect(await gone(p.roster)).toBeLessThan(leavingMs);
  });
});

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(path => {
  try {
    return (
      Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' })) < 22
    );
  } catch {
    return false;
  }
});

describe.skipIf(!linux || !oldNode)(
  `started by an older Node${oldNode ? '' : ' (skipped: there is none)'}`,
  () => {
    /** The screen, and the process that an older Node started to run it. */
    async function startByOld() {
      const file = await demoFile();
      const p = startProgram([entry, '--db', file], {
        file: oldNode!,
        env: { XDG_CONFIG_HOME: join(dirname(file), 'config'), ROSTER_SMTP_URL: 'smtp://127.0.0.1:1' },
      });
      programs.push(p);
      await p.waitFor('? all keys', 15_000);
      const child = Number(readFileSync(`/proc/${p.pid}/task/${p.pid}/children`, 'utf8').trim());
      rosters.push(child);
      return { p, child };
    }

    it.each<['SIGHUP' | 'SIGTERM' | 'SIGINT', number]>([
      ['SIGHUP', 129],
      ['SIGTERM', 143],
      ['SIGINT', 130],
    ])('both leave on %s, and the terminal is as it was', async (signal, code) => {
      const { p, child } = await startByOld();
      p.kill(signal);
      expect(await p.exit()).toMatchObject({ code });
      expect(isAlive(child)).toBe(false);
      expect(p.alternate).toBe(false);
      expect(p.cursorShown).toBe(true);
    });

    it('the one that draws leaves, too, when the other is killed', async () => {
      const { p, child } = await startByOld();
      p.kill('SIGKILL');
      expect(await gone(child)).toBeLessThan(leavingMs);
    });

    it('both leave when the line drops', async () => {
      const { p, child } = await startByOld();
      p.vanish();
      expect(await gone(child)).toBeLessThan(leavingMs);
      expect(await gone(p.pid)).toBeLessThan(leavingMs);
    });
  },
);
