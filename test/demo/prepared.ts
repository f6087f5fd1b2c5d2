import { execFile } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { compiledCode } from '../compiled-code.ts';

const run = promisify(execFile);
const entry = join(import.meta.dirname, '..', '..', 'dist', 'roster.js');
const demos = new Map<number, Promise<string>>();

/** The file of a demo account, made once in a run of the tests for each number of users: to be copied, never opened. */
export function preparedDemo(users: number): Promise<string> {
  const demo = demos.get(users) ?? prepare(users);
  demos.set(users, demo);
  return demo;
}

async function prepare(users: number): Promise<string> {
  const folder = inject('preparedDemos');
  const file = join(folder, `${users}.db`);
  if (existsSync(file)) return file;
  const own = join(folder, `${users}-${process.pid}.db`);
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TZ: 'UTC', ...compiledCode };
  await run(process.execPath, [entry, 'demo', '--users', String(users), '--keep', own], { env });
  // Whoever makes the same one at the same time puts a whole one in its place.
  renameSync(own, file);
  return file;
}
