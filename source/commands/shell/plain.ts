import type { Io } from './io.ts';

/**
 * Whether what is printed on a terminal is to be read line by line, as by a screen reader: `--plain`, or a terminal that
 * can do nothing else. Then it looks as it does off a terminal.
 */
export function isPlain({ env }: Io, { plain }: { plain?: boolean | undefined }): boolean {
  return plain === true || env.TERM === 'dumb';
}
