import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const runs = fileURLToPath(new URL('usual-runs.js', import.meta.url));

/**
 * Puts the code that V8 makes of the program beside it: of what a usual start runs, for the Node that builds and for the one
 * that the clone brings along. A program without it only starts later, so that failing here is no reason not to build.
 */
export async function storeCode(main) {
  const own = 'node_modules/node/bin/node';
  const nodes = existsSync(own) ? [own] : [];
  if (Number.parseInt(process.versions.node, 10) >= 22) nodes.push(process.execPath);
  for (const node of new Set(await Promise.all(nodes.map(withVersion)).then(oneEach))) {
    const home = await mkdtemp(join(tmpdir(), 'roster-build-'));
    const env = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: home,
      ROSTER_DB: join(home, 'roster.db'),
      TERM: 'xterm-256color',
    };
    try {
      await run(node, ['dist/roster.js', 'demo', '--users', '100', '--keep', env.ROSTER_DB], { env });
      await run(node, [runs, main], { env });
    } catch (error) {
      console.warn(`The program will start later than it could: ${error.message}`);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }
}

async function withVersion(node) {
  const { stdout } = await run(node, ['--version']);
  return { node, version: stdout };
}

function oneEach(nodes) {
  return [...new Map(nodes.map(({ node, version }) => [version, node])).values()];
}
