import { setImmediate } from 'node:timers/promises';

/** So long queries may follow one another before keys and signals get a turn, in ms. */
const longest = 15;

let since: number | null = null;

/**
 * To be called between queries. They are synchronous, and awaiting them lets nothing else in: a change set of thousands
 * of users, or an import, would hold up keys, the terminal's repaint and the signals that say to leave. So a run of queries
 * that has lasted long pauses for a turn of the event loop.
 */
export function pauseIfLong(): Promise<void> | null {
  const now = performance.now();
  if (since === null) {
    since = now;
    void setImmediate().then(() => {
      since = null;
    });
    return null;
  }
  return now - since < longest ? null : setImmediate();
}
