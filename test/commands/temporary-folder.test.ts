import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../source/commands/storage/temporary-folder.ts';

test('is gone also where a file is being opened in it at this moment, as when a signal comes', async () => {
  for (let round = 0; round < 300; round++) {
    const folder = temporaryFolder('roster-test-');
    // Another thread opens it, at once or when the folder is gone.
    const opening = open(join(folder.path, 'people.csv'), 'w').then(
      file => file.close(),
      () => {},
    );
    for (const until = performance.now() + Math.random() * 0.1; performance.now() < until; );
    folder.remove();
    await opening;
    expect(existsSync(folder.path)).toBe(false);
  }
});
