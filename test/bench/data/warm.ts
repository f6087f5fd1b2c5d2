import { closeSync, openSync, readSync } from 'node:fs';

const piece = Buffer.alloc(4 * 1024 * 1024);

/** Reads a file through once, so that what is measured is the program and not when the system last threw its pages out. */
export function warm(path: string): void {
  const file = openSync(path, 'r');
  while (readSync(file, piece) > 0);
  closeSync(file);
}
