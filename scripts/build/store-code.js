import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isNewEnough } from '../../source/node-version.js';

const run = promisify(execFile);
/** Milliseconds. */
const timeout = 60_000;
const runs = fileURLToPath(new URL('usual-runs.js', import.meta.url));

/**
 * Puts the code that V8 makes of the program beside it: of what a usual start runs, for the Node that builds and for the one
 * that the clone brings along. A program without it only starts later, so that failing here is no reason not to build.
 */
export async function storeCode(main) {
  for (const node of await usableNodes()) {
    const home = await mkdtemp(join(tmpdir(), 'roster-build-'));
    // Nothing else of the environment: with other settings of V8 in NODE_OPTIONS the code would be of no use.
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      TERM: 'xterm-256color',
      ROSTER_DB: join(home, 'roster.db'),
    };
    try {
      await run(node, ['dist/roster.js', 'demo', '--users', '100', '--keep', env.ROSTER_DB], {
        env,
        timeout,
      });
      await run(node, [runs, main], { env, timeout });
    } catch (error) {
      console.warn(`The program will start later than it could: ${error.message}`);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }
}

/** One of each version that can run the program. */
async function usableNodes() {
  const found = new Map();
  for (const node of ['node_modules/node/bin/node', process.execPath]) {
    const version = await run(node, ['--version']).catch(() => null);
    if (version && isNewEnough(version.stdout.trim().slice(1))) found.set(version.stdout, node);
  }
  return found.values();
}
