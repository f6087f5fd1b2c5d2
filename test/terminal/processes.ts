import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// Only a hang takes so long.
const PATIENCE_MS = 30_000;
const LOOK_MS = 20;
const LOOKS = 5;
/** Where nobody says what a process does. */
const QUIET_MS = 600;
const APART_MS = 30;

export const linux = process.platform === 'linux';

/** Whether a process still runs. */
export function isAlive(pid: number): boolean {
  // A zombie only waits for its parent.
  return stateOf(`/proc/${pid}`) !== '' && stateOf(`/proc/${pid}`) !== 'Z';
}

/** Resolves once a process is gone. */
export async function gone(pid: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} is still there after ${PATIENCE_MS} ms.`);
    await sleep(5);
  }
}

/** The processes that a process has started, and that are still there. */
export function childrenOf(pid: number): number[] {
  // Node and shells start them from their first thread.
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** The process that does the work: an older Node only starts another one. */
export function innermost(pid: number): number {
  const [child] = childrenOf(pid);
  return child === undefined ? pid : innermost(child);
}

/**
 * Resolves once a process and those it has started have nothing left to do, except what comes from outside or when its
 * time has come. Unlike a time this does not depend on how busy the machine is: whoever waits for a processor does not rest.
 */
export async function rest(pid: number, timeoutMs = PATIENCE_MS): Promise<void> {
  if (!linux) return await sleep(QUIET_MS);
  const deadline = Date.now() + timeoutMs;
  let before: string | undefined;
  for (let same = 0; same < LOOKS || tasksUnder(pid).some(isBusy); ) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} is still at work after ${timeoutMs} ms.`);
    const now = tasksUnder(pid).map(workOf).join('\n');
    same = now === before ? same + 1 : 0;
    before = now;
    await sleep(LOOK_MS);
  }
}

/** No thread runs so long before it has something long to do. Nanoseconds. */
const longWork = 1_500_000_000;

/** Resolves once a thread of the process, other than its first, is at something that takes long. */
export async function threadAtWork(pid: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const ran = (task: string) => Number(read(`${task}/schedstat`).split(' ')[0]);
  while (
    linux &&
    !tasksUnder(pid).some(task => !task.endsWith(`/${innermost(pid)}`) && ran(task) > longWork)
  ) {
    if (Date.now() > deadline) throw new Error(`No thread of ${pid} is at work after ${PATIENCE_MS} ms.`);
    await sleep(LOOK_MS);
  }
}

/** Types something and resolves once the process has read it, so that what is typed next comes by another read. */
export async function readAlone(pid: number, type: () => void): Promise<void> {
  const before = bytesRead(pid);
  type();
  if (!linux) return await sleep(APART_MS);
  const deadline = Date.now() + PATIENCE_MS;
  while (bytesRead(pid) === before) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} has read nothing for ${PATIENCE_MS} ms.`);
    await sleep(1);
  }
}

function bytesRead(pid: number): number {
  const own = Number(/^rchar: (\d+)/m.exec(read(`/proc/${pid}/io`))?.[1]);
  return childrenOf(pid)
    .map(bytesRead)
    .reduce((sum, bytes) => sum + bytes, own);
}

/** How long a thread has run so far. */
function workOf(task: string): string {
  return `${task} ${read(`${task}/schedstat`)}`;
}

/** Whether a thread runs, or waits for a processor or for a disk. */
function isBusy(task: string): boolean {
  return /[RD]/.test(stateOf(task));
}

/** The threads of a process and of those it has started. */
function tasksUnder(pid: number): string[] {
  return [...tasksOf(pid), ...childrenOf(pid).flatMap(tasksUnder)];
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(task => `/proc/${pid}/task/${task}`);
  } catch {
    return [];
  }
}

/** `R` runs or waits for a processor, `D` waits for a disk, `S` sleeps, `T` is stopped, `Z` has ended; empty: it is gone. */
function stateOf(folder: string): string {
  return /^\d+ \(.*\) (\S)/s.exec(read(`${folder}/stat`))?.[1] ?? '';
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
