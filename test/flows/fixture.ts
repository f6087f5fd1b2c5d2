import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, onTestFailed, onTestFinished } from 'vitest';
import { temporaryFolder } from '../after-file.ts';
import { run } from '../commands/run.ts';
import { preparedDemo } from '../demo/prepared.ts';
import { type Program, type ProgramOptions, startProgram } from '../terminal/driver.ts';

export type Opened = Program & { file: string };

/** A file of a roster's own, with a folder for the settings of whoever opens it; nothing is in it yet. */
export function newFile(): string {
  return join(temporaryFolder('roster-flow-'), 'roster.db');
}

/** A copy of the demo account's roster. */
export async function demoFile(users = 500): Promise<string> {
  const file = newFile();
  // Nobody has the original open, so its write-ahead log is folded into it.
  copyFileSync(await preparedDemo(users), file);
  return file;
}

/** What a command prints about a roster file. It runs in this process: what the screen does goes on beside it. */
export async function command(file: string, ...args: string[]): Promise<string> {
  const env = { HOME: join(file, '..'), LANG: 'C.UTF-8' };
  const { stdout, stderr, code } = await run([...args, '--db', file], { env });
  if (code !== 0) throw new Error(`roster ${args.join(' ')}: exit ${code}\n${stderr}`);
  return stdout;
}

/** A user or a queue as the commands print them. */
export type Printed = Record<string, unknown>;

/** What a command prints with `--format json`. */
export async function json<T = Printed[]>(file: string, ...args: string[]): Promise<T> {
  return JSON.parse(await command(file, ...args, '--format', 'json')) as T;
}

/** Starts the screen on a roster file and waits until it stands; settings are kept beside the file. Closed after the test. */
export async function open(file: string, options: ProgramOptions = {}, ...args: string[]): Promise<Opened> {
  const program = start(file, options, ...args);
  await program.waitFor('? all keys');
  return program;
}

/** The screen on a fresh demo account. */
export async function openDemo(options: ProgramOptions = {}): Promise<Opened> {
  return await open(await demoFile(), options);
}

/** Starts the screen and waits for nothing. Closed after the test. */
export function start(file: string, options: ProgramOptions = {}, ...args: string[]): Opened {
  const program = launch(file, options, args);
  onTestFinished(() => program.close());
  return program;
}

function launch(file: string, options: ProgramOptions, args: readonly string[] = []): Opened {
  // The demo account has e-mails that wait: without a server to send them by, the screen would begin by saying so.
  const env = {
    XDG_CONFIG_HOME: join(file, '..', 'config'),
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    ROSTER_MAIL_FROM: 'a@b.example',
    ...options.env,
  };
  const program = startProgram(['--db', file, ...args], { columns: 120, rows: 40, ...options, env });
  return Object.assign(program, { file });
}

/**
 * One screen for all the tests of a file, on a demo account or on what `makeFile` gives. Each test finds it on the roster,
 * in its first size, without search or filter, with nobody selected and the cursor on the first user; it has to give up
 * itself what it has changed in a form, in the columns and in the order of the users. Whoever changed users takes that
 * back, or says in its story that others don't mind. Where a test has failed, or has left, the next finds another screen.
 */
export function sharedScreen(
  options: ProgramOptions = {},
  makeFile = () => demoFile(),
): () => Promise<Opened> {
  const programs: Opened[] = [];
  let file: string | undefined;
  let shared: Opened | undefined;
  afterAll(async () => {
    for (const program of programs) await program.close();
  });
  return async () => {
    onTestFailed(() => {
      shared = undefined;
      file = undefined;
    });
    if (shared) {
      await toTheBeginning(shared, options);
      return shared;
    }
    file ??= await makeFile();
    const program = launch(file, options);
    programs.push(program);
    shared = program;
    void program.exit().then(() => {
      if (shared === program) shared = undefined;
    });
    await program.waitFor('? all keys');
    return program;
  };
}

async function toTheBeginning(p: Program, { columns = 120, rows = 40 }: ProgramOptions): Promise<void> {
  if (p.columns !== columns || p.rows !== rows) p.resize(columns, rows);
  // What is open, the range, the search, the filters, what was said.
  await p.press('Esc', 'Esc', 'Esc', 'Esc', 'Esc', 'Home');
  await p.settled();
  if (/^ [\d,]+ selected/m.test(p.screen())) await p.press('-', 'Home');
  await p.waitFor(screen => /^ row 1 of (\S+) · \1 users$/m.test(screen) && !/Unselected|╭─/.test(screen));
}

/** Leaves with q and waits until the program is gone. */
export async function leave(program: Program): Promise<number> {
  await program.press('q');
  return (await program.exit()).code;
}

/** Waits longer than a dialog that has just opened is deaf to accepting keys. */
export async function readDialog(program: Program): Promise<void> {
  await program.waitFor(/╭─|\+-/);
  // Nothing on screen says when the 300 ms are over.
  await sleep(320);
}

/** Leaves a form without saving it. */
export async function leaveForm(program: Program): Promise<void> {
  await program.press('Esc');
  await program.waitFor('Leave without saving?');
  await readDialog(program);
  await program.press('y');
  await program.waitFor('Left. Nothing was changed.');
}

/** Resizes to another size and waits for the frame that is drawn for it; returns its lines. */
export async function resize(p: Program, columns: number, rows: number): Promise<string[]> {
  const before = p.bytes();
  p.resize(columns, rows);
  await p.waitFor(() => p.bytes() > before);
  await p.settled();
  return p.screen().split('\n');
}
