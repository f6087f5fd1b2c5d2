import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ofLongRun = join(import.meta.dirname, '../all/nodes/node_modules/too-old/bin/node');

/** A Node that is too old to run the program itself, if there is one: the machine's, or the one that the long run brings. */
export const oldNode = ['/usr/bin/node', '/usr/local/bin/node', ofLongRun].find(path => {
  try {
    return (
      Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' })) < 22
    );
  } catch {
    return false;
  }
});
