import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { define } from '../../vitest.config.ts';

/** Hours: a long run ends when its rounds are done. */
const patience = 12 * 3_600_000;

export default defineConfig({
  define,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/soak/*.soak.ts'],
    setupFiles: 'test/setup.ts',
    globalSetup: 'test/demo/prepared-folder.ts',
    testTimeout: patience,
    hookTimeout: patience,
    // One after the other: they load the machine themselves.
    fileParallelism: false,
  },
});
