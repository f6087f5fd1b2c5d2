/** How often it is looked whether anybody wrote. Milliseconds; changes of others are to appear within 2 s. */
const lookEvery = 500;

/** Calls `changed` after each commit of anybody, this process included, until the returned function is called. */
export function watchDatabase(dataVersion: () => number, changed: () => void): () => void {
  let seen = dataVersion();
  const timer = setInterval(() => {
    const version = dataVersion();
    if (version === seen) return;
    seen = version;
    changed();
  }, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
