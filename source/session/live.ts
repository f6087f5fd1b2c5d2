import { failure } from './failure.ts';

/** How often it is looked whether anybody wrote. Milliseconds; changes of others are to appear within 2 s. */
const lookEvery = 1_000;

/**
 * Calls `changed` after each commit of anybody, this process included, until the returned function is called. `since` is
 * the version from before what is shown was read: what came in between is told, too. Where it can't be looked any more –
 * the file is gone, the disk fails – `failed` is told once why.
 */
export function watchDatabase(
  dataVersion: () => number,
  since: number,
  changed: () => void,
  failed: (message: string) => void,
): () => void {
  let seen = since;
  let told = false;
  const timer = setInterval(() => {
    try {
      const version = dataVersion();
      told = false;
      if (version === seen) return;
      seen = version;
      changed();
    } catch (error) {
      if (!told) failed(failure(error));
      told = true;
    }
  }, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
