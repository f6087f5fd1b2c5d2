import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { main } from '../../source/cli.ts';
import { temporaryFolder } from '../after-file.ts';
import { compiledCode } from '../compiled-code.ts';

/** The program as it is installed; `npm test` builds it first. */
export const program = fileURLToPath(new URL('../../dist/roster.js', import.meta.url));

export interface Result {
  stdout: string;
  stderr: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunOptions {
  input?: string | Uint8Array;
  env?: NodeJS.ProcessEnv;
}

export interface ProcessOptions extends RunOptions {
  /** Standard input does not end. */
  stayOpen?: boolean;
  /** Called with the process, to send it signals. */
  onStart?(process: Running): unknown;
  /** Another program than ours under another Node: the command and its first arguments. */
  command?: readonly [string, ...string[]];
}

export interface Running {
  kill(signal: NodeJS.Signals): void;
  ended(): boolean;
  /** What it has printed so far. */
  said(): string;
  /** Resolves when it has printed something that matches. */
  says(pattern: RegExp): Promise<void>;
}

/** A home of its own for the tests of a file, with nothing in it; gone afterwards. */
export function makeHome() {
  const home = temporaryFolder('roster-commands-');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    ...compiledCode,
    TMPDIR: join(home),
    TZ: 'UTC',
  };
  const call = (args: string[], options: RunOptions = {}) =>
    run(args, { ...options, env: { ...env, ...options.env } });
  const roster = (args: string, options?: RunOptions) => call(split(args), options);
  return {
    home,
    env,
    database: join(home, 'data', 'roster', 'roster.db'),
    /** Runs `roster` with arguments as a shell would split them, in this process. */
    roster,
    /** Runs `roster` with arguments as they are, in this process. */
    call,
    /** Runs `roster` as a process of its own: for signals, locks, exit codes and all that a process has for itself. */
    spawn: (args: string, options: ProcessOptions = {}) =>
      start(split(args), { ...options, env: { ...env, ...options.env } }),
    /** Runs it in this process, and throws if it does not end well. Returns stdout. */
    async ok(args: string, options?: RunOptions): Promise<string> {
      const result = await roster(args, options);
      if (result.code !== 0) throw new Error(`roster ${args}: exit ${result.code}\n${result.stderr}`);
      return result.stdout;
    },
    /** Writes a file into the home and returns its path. */
    file(name: string, content: string | Uint8Array): string {
      const path = join(home, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** What the program does with a command line, without a process of its own. */
export async function run(args: readonly string[], options: RunOptions & { cwd?: string }): Promise<Result> {
  const io = pretendIo(options);
  const code = await main(args, io);
  return { stdout: io.stdout.text(), stderr: io.stderr.text(), code, signal: null };
}

/** Streams that nobody types into and that keep what is written. */
export function pretendIo({
  input = '',
  env = {},
  cwd = env.HOME ?? tmpdir(),
}: RunOptions & { cwd?: string }) {
  const stdin = Readable.from(input.length > 0 ? [Buffer.from(input)] : []) as unknown as NodeJS.ReadStream;
  return { stdin, stdout: collector(), stderr: collector(), env, cwd: () => cwd };
}

function collector() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const text = () => Buffer.concat(chunks).toString();
  return Object.assign(stream as unknown as NodeJS.WriteStream, { text });
}

function start(args: readonly string[], options: ProcessOptions): Promise<Result> {
  const [command, ...first] = options.command ?? [process.execPath, program];
  const child = spawn(command, [...first, ...args], { env: options.env });
  const result = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', text => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    result.stderr += text;
  });
  // It may end without having read everything.
  child.stdin.on('error', () => {});
  child.stdin.write(options.input ?? '');
  if (!options.stayOpen) child.stdin.end();
  options.onStart?.({
    kill: signal => child.kill(signal),
    ended: () => child.exitCode !== null || child.signalCode !== null,
    said: () => result.stdout + result.stderr,
    async says(pattern) {
      while (child.exitCode === null && !pattern.test(result.stdout + result.stderr)) await sleep(5);
    },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...result, code, signal }));
  });
}

/** `a "b c"` as a shell splits it. */
function split(text: string): string[] {
  return Array.from(text.matchAll(/(?:"([^"]*)"|[^\s"])+/g), ([part]) => part.replaceAll('"', ''));
}

/** `count` people as CSV: p0@acme.example … with names in several scripts. */
export function peopleCsv(count: number): string {
  const names = ['Ana,Silva', 'Jürgen,Müller', '美玲,席尔瓦', 'Zofia,Łódzka'];
  const rows = Array.from(
    { length: count },
    (_, n) => `p${n}@acme.example,${names[n % names.length]},Support`,
  );
  return `Email,First Name,Last Name,Department\n${rows.join('\n')}\n`;
}

/** The e-mails of the first `count` of them, one a line. */
export function emails(count: number): string {
  return Array.from({ length: count }, (_, n) => `p${n}@acme.example`).join('\n');
}
