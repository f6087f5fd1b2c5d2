import { visible } from '../terminal/escape.ts';
import { isPlain } from './plain.ts';
import { stderr } from './stderr.ts';

/** One line for people on stderr. */
export function say(text: string): void {
  stderr().write(`${visible(text)}\n`);
}

/** Says it unless `--quiet`. */
export function note(text: string, { quiet }: { quiet?: boolean | undefined }): void {
  if (!quiet) say(text);
}

const progressEvery = 100;

export interface Progress {
  show(text: string): void;
  clear(): void;
}

/**
 * A line on stderr that is written over as work goes on, once it has gone on for `after` milliseconds; nothing off a
 * terminal, for plain output or with `--quiet`.
 */
export function progressLine(
  options: { quiet?: boolean | undefined; plain?: boolean | undefined },
  after = 0,
): Progress {
  if (options.quiet || isPlain(options) || !stderr().isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = performance.now() + after - progressEvery;
  let shown = false;
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < progressEvery) return;
      shownAt = now;
      shown = true;
      stderr().write(`\r\x1b[K${visible(text)}`);
    },
    clear() {
      if (shown) stderr().write('\r\x1b[K');
      shown = false;
    },
  };
}
