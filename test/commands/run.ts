import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

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
  env?: Record<string, string>;
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

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A home of its own for the tests of a file, with nothing in it; gone afterwards. */
export function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'roster-commands-'));
  folders.push(home);
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    TMPDIR: join(home),
    TZ: 'UTC',
  };
  const roster = (args: string, options?: RunOptions) => start(env, split(args), options);
  return {
    home,
    env,
    database: join(home, 'data', 'roster', 'roster.db'),
    /** Runs `roster` with arguments as a shell would split them. */
    roster,
    /** Runs `roster` with arguments as they are. */
    call: (args: string[], options?: RunOptions) => start(env, args, options),
    /** Runs it, and throws if it does not end well. Returns stdout. */
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

function start(env: Record<string, string>, args: string[], options: RunOptions = {}): Promise<Result> {
  const [command, ...first] = options.command ?? [process.execPath, program];
  const child = spawn(command, [...first, ...args], { env: { ...env, ...options.env } });
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
