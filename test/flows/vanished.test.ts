import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tooOldNode } from '../other-nodes.ts';
import { type Program, type ProgramOptions, root, startProgram } from '../terminal/driver.ts';
import { childrenOf, gone, isAlive, linux } from '../terminal/processes.ts';
import { demoFile, json, readDialog } from './fixture.ts';

const oldNode = tooOldNode();

// That it takes no longer than 200 ms is the business of what counts them (test/terminal/hangup.test.ts); here it does not
// matter how busy the machine is: whoever does not leave is found, however long it takes.

const entry = join(root, 'dist', 'roster.js');
const programs: Program[] = [];
const rosters: number[] = [];
const locks: Database.Database[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
  // Whoever fails to leave must not be left behind by the tests.
  for (const pid of rosters.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  for (const lock of locks.splice(0)) lock.close();
});

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
        ROSTER_MAIL_FROM: 'a@b.example',
        ...options.env,
      },
    },
  );
  programs.push(program);
  if (script === 'job') {
    await program.waitFor('shell>');
    program.type(`${wrapper}\r`);
  }
  await program.waitFor('? all keys');
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rosters.push(pid);
  return Object.assign(program, { roster: pid, file });
}

type Started = Awaited<ReturnType<typeof start>>;

/** Ways to be started: what a line that drops looks like differs. `noSignal`: only the terminal fails. */
const noSignal = 'setsid -w roster';
const ways: [string, string][] = [
  ['a terminal of its own', 'exec roster'],
  ['a shell above that waits', 'roster; true'],
  ['a shell that ignores the hangup', "trap '' HUP; roster; true"],
  ['a job of a shell', 'job'],
];

describe.skipIf(!linux)(`when the line drops${linux ? '' : ' (skipped: it takes Linux)'}`, () => {
  it.each(ways)('the screen leaves, and nothing is left behind: %s', async (_, script) => {
    const p = await start(script, ['--db', await demoFile()]);
    p.vanish();
    await gone(p.roster);
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
        // Held until the screen has left.
        locks.push(other);
        other.exec('begin immediate');
        await p.press('x');
        await readDialog(p);
        await p.press('y');
        await p.waitFor('Waiting for another program');
      },
    ],
    [
      'a change of everybody is written',
      async p => {
        await p.press('*');
        await p.waitFor('500 selected');
        await p.press('x');
        await readDialog(p);
        // All but the operator's own.
        await p.waitFor('Type 499 and Enter');
        p.type('499\r');
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

  it.each(moments)('it leaves while %s', async (_, until) => {
    const p = await start(noSignal, ['--db', await demoFile()]);
    await until(p);
    p.vanish();
    await gone(p.roster);
    const parts = () => readdirSync(dirname(p.file)).filter(name => name.includes('.part'));
    await vi.waitFor(() => expect(parts()).toEqual([]), 30_000);
    const exported = join(dirname(p.file), 'users.csv');
    if (existsSync(exported)) expect(readFileSync(exported, 'utf8').trimEnd().split('\n')).toHaveLength(501);
    expect([1, 500]).toContain((await json(p.file, 'list')).length);
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
    await gone(pid);
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
    await gone(p.roster);
  });
});

describe.skipIf(!linux || !oldNode)(
  `started by an older Node${oldNode ? '' : ' (skipped: there is none)'}`,
  () => {
    /** The screen, and the process that an older Node started to run it. */
    async function startByOld() {
      const file = await demoFile();
      const p = startProgram([entry, '--db', file], {
        file: oldNode!,
        env: {
          XDG_CONFIG_HOME: join(dirname(file), 'config'),
          ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
          ROSTER_MAIL_FROM: 'a@b.example',
        },
      });
      programs.push(p);
      await p.waitFor('? all keys');
      const [child] = childrenOf(p.pid) as [number];
      rosters.push(child);
      return { p, child };
    }

    it.each(['SIGHUP', 'SIGTERM', 'SIGINT'] as const)(
      'both leave on %s, and the terminal is as it was',
      async signal => {
        const { p, child } = await startByOld();
        p.kill(signal);
        expect(await p.exit()).toMatchObject({ signal: constants.signals[signal] });
        expect(isAlive(child)).toBe(false);
        expect(p.alternate).toBe(false);
        expect(p.cursorShown).toBe(true);
      },
    );

    it('the one that draws leaves, too, when the other is killed', async () => {
      const { p, child } = await startByOld();
      p.kill('SIGKILL');
      await gone(child);
    });

    it('both leave when the line drops', async () => {
      const { p, child } = await startByOld();
      p.vanish();
      await gone(child);
      await gone(p.pid);
    });
  },
);
