import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach } from 'vitest';
import { preparedDemo } from '../demo/prepared.ts';
import { type Program, type ProgramOptions, root, startProgram } from '../terminal/driver.ts';

const run = promisify(execFile);
const entry = join(root, 'dist', 'roster.js');

/** One folder a test file: the copies of the demo account. */
const folder = mkdtempSync(join(tmpdir(), 'roster-flow-'));
let copies = 0;
const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commandEnv = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' };

/** A file of a roster's own, with a folder for the settings of whoever opens it; nothing is in it yet. */
export function newFile(): string {
  const own = join(folder, String(++copies));
  mkdirSync(own);
  return join(own, 'roster.db');
}

/** A copy of the demo account's roster. */
export async function demoFile(users = 500): Promise<string> {
  const file = newFile();
  // Nobody has the original open, so its write-ahead log is folded into it.
  copyFileSync(await preparedDemo(users), file);
  return file;
}

/** What a command prints about a roster file, run beside the screen. */
export async function command(file: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [entry, ...args, '--db', file], { env: commandEnv });
  return stdout;
}

/** A user or a queue as the commands print them. */
export type Printed = Record<string, unknown>;

/** What a command prints with `--format json`. */
export async function json<T = Printed[]>(file: string, ...args: string[]): Promise<T> {
  return JSON.parse(await command(file, ...args, '--format', 'json')) as T;
}

/** Starts the screen on a roster file and waits until it stands; settings are kept beside the file. */
export async function open(file: string, options: ProgramOptions = {}): Promise<Program> {
  // The demo account has e-mails that wait: without a server to send them by, the screen would begin by saying so.
  const env = {
    XDG_CONFIG_HOME: join(file, '..', 'config'),
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    ...options.env,
  };
  const program = startProgram(['--db', file], { columns: 120, rows: 40, ...options, env });
  programs.push(program);
  await program.waitFor('? all keys', 15_000);
  return program;
}

/** The screen on a fresh demo account. */
export async function openDemo(options: ProgramOptions = {}): Promise<Program & { file: string }> {
  const file = await demoFile();
  return Object.assign(await open(file, options), { file });
}

/** Leaves with q and waits until the program is gone. */
export async function leave(program: Program): Promise<number> {
  await program.press('q');
  return (await program.exit()).code;
}

/** Waits longer than a dialog that has just opened is deaf to accepting keys. */
export async function readDialog(program: Program): Promise<void> {
  await program.waitFor('╭─');
  // Nothing on screen says when the 300 ms are over.
  await new Promise(resolve => setTimeout(resolve, 320));
}

/** Resizes to another size and waits for the frame that is drawn for it; returns its lines. */
export async function resize(p: Program, columns: number, rows: number): Promise<string[]> {
  const before = p.bytes();
  p.resize(columns, rows);
  await p.waitFor(() => p.bytes() > before);
  await p.settled();
  return p.screen().split('\n');
}
