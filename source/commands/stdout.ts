import { fstatSync, writeSync } from 'node:fs';
import { visible } from '../terminal/escape.ts';
import { explainOutput } from './explain.ts';

const descriptor = 1;
let stream: NodeJS.WriteStream | undefined;
let changes = false;

/** The command may change something before it prints. */
export function tellsOfChanges(): void {
  changes = true;
}

/** Where results go, as a stream; Node takes 5 ms to load what it is made of. */
export function stdout(): NodeJS.WriteStream {
  stream ??= process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop when they have enough (head, less): that is no failure.
    process.exit(error.code === 'EPIPE' ? 0 : explainOutput(error, changes));
  });
  return stream;
}

/** Whether results go to a terminal. */
export function toTerminal(): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // It is closed.
  }
  return stdout().isTTY === true;
}

/** Writes results; resolves when there is room for more, so that a slow reader slows us and not our memory. */
export async function print(text: string): Promise<void> {
  const rest = stream ? text : writeAtOnce(text);
  if (rest.length === 0 || stdout().write(rest)) return;
  await new Promise(resolve => stdout().once('drain', resolve));
}

/** Writes one line with names or paths in it: exactly these for a program, safe to show on a terminal. */
export async function printLine(text: string): Promise<void> {
  await print(`${toTerminal() ? visible(text) : text}\n`);
}

/** Writes without a stream, and returns what is left: nothing, unless nobody reads or not now. */
function writeAtOnce(text: string): Buffer {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch {
    // The stream waits where there is no room, and says what else is wrong.
  }
  return rest;
}

const pieceLength = 64 * 1024;

/** Writes many small texts in a few big pieces. */
export async function printAll(texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    await print(piece);
    piece = '';
  }
  await print(piece);
}
