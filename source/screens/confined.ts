import type { App } from './app.ts';

/** Why no file can be named by who came in over SSH by a key; `instead` is the command that does it on their side. */
export function whyNoFiles({ viewer }: App, instead: string): string | null {
  return viewer.confined ? `Your files are on your side of SSH. There: ssh HOST ${instead}` : null;
}

/** Why who came in over SSH by a key can't suspend the program. */
export function whyNoShell({ viewer }: App): string | null {
  return viewer.confined ? 'There is no shell here to go back to; q leaves.' : null;
}
