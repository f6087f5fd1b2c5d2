import { visible } from '../../terminal/escape.ts';
import type { Io } from './io.ts';

/** Results can't be printed. Whoever reads them may have enough (`| head`): then `code` is EPIPE, and it is no failure. */
export class OutputError extends Error {
  override name = 'OutputError';
  readonly code: string | undefined;
  /** The command may have changed something before. */
  changes = false;

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause });
    this.code = cause.code;
  }
}

/** Writes results; resolves once they are written, so that a slow reader slows us and not our memory. Throws OutputError. */
export function print(io: Io, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    io.stdout.write(text, error => (error ? reject(new OutputError(error)) : resolve()));
  });
}

/** Writes one line with names or paths in it: exactly these for a program, safe to show on a terminal. */
export async function printLine(io: Io, text: string): Promise<void> {
  await print(io, `${io.stdout.isTTY ? visible(text) : text}\n`);
}

const pieceLength = 64 * 1024;

/** Writes many small texts in a few big pieces. */
export async function printAll(io: Io, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    await print(io, piece);
    piece = '';
  }
  await print(io, piece);
}
