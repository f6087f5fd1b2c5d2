import { fileURLToPath } from 'node:url';

/** Where the programs that tests start keep what Node compiled: once for all, although each has a home of its own. */
export const compiledCode = {
  XDG_CACHE_HOME: fileURLToPath(new URL('../node_modules/.cache/roster-tests', import.meta.url)),
};
