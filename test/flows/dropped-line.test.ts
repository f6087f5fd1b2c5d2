import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oldestNode, tooOldNode } from '../other-nodes.ts';
import { root, startProgram } from '../terminal/driver.ts';
import { demoFile } from './fixture.ts';

const entry = join(root, 'dist', 'roster.js');
// Node 20 and 22 abort where they end as usual and the terminal is gone.
const nodes: [string, string | null][] = [
  ['one that is too old', tooOldNode()],
  ['the oldest that may', oldestNode()],
  ['this one', process.execPath],
];

describe.each(nodes)('a line that drops, where %s starts the program', (_, node) => {
  // While Node starts, while the program starts, while the screen stands: whatever the machine makes of it.
  it.skipIf(!node).each([
    [300, 'screen'],
    [600, 'screen'],
    [1_000, 'screen'],
    [3_000, 'screen'],
    [3_000, 'question'],
  ])('after %i ms ends it by SIGHUP: %s', async (milliseconds, what) => {
    const file = await demoFile();
    const words = what === 'screen' ? [] : ['remove', '--where', 'role=Agent'];
    const program = startProgram([entry, ...words, '--db', file], {
      file: node!,
      env: { XDG_CONFIG_HOME: join(dirname(file), 'config') },
    });
    try {
      await sleep(milliseconds);
      program.vanish();
      // A shell shows it as 129.
      expect(await program.exit()).toMatchObject({ code: 0, signal: constants.signals.SIGHUP });
    } finally {
      await program.close();
    }
  });
});
