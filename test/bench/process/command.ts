import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { peakMemory } from './readings.ts';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  /** From start to end. */
  ms: number;
  /** The most memory it held at once. Bytes; NaN if it was over before it could be looked at. */
  peak: number;
}

export interface RunOptions {
  env?: Record<string, string>;
  input?: string;
  /** Its output is read and thrown away, as by a fast reader. */
  discard?: boolean;
  /** Looks at its memory all the time, which takes a little of the processor. */
  watchMemory?: boolean;
  /** Is given the process, to end it or to ask after it. */
  onStart?(child: ChildProcess): void;
}

const lookEveryMs = 20;

/** Runs a program to its end. */
export async function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { env = {}, input, discard = false, watchMemory = false, onStart } = options;
  const from = performance.now();
  const child = spawn(file, args, { env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env } });
  onStart?.(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (data: Buffer) => {
      if (name === 'stderr' || !discard) said[name] += data.toString();
    });
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const peak = watchMemory ? watch(child) : null;
  return await new Promise((resolve, reject) => {
    let ms = 0;
    child.on('error', reject);
    child.on('exit', () => {
      ms = performance.now() - from;
    });
    child.on('close', async code => {
      resolve({ ...said, code, ms, peak: peak ? await peak : Number.NaN });
    });
  });
}

/** Like `run`, and throws with what it said if it does not end well. */
export async function runWell(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const ran = await run(file, args, options);
  if (ran.code !== 0) throw new Error(`${file} ${args.join(' ')}: exit ${ran.code}\n${ran.stderr}`);
  return ran;
}

async function watch(child: ChildProcess): Promise<number> {
  let peak = Number.NaN;
  while (child.exitCode === null && child.signalCode === null) {
    peak = peakMemory(child.pid ?? 0) ?? peak;
    await sleep(lookEveryMs);
  }
  return peak;
}
