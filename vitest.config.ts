import { configDefaults, defineConfig } from 'vitest/config';
import { parts } from './test/all/parts.ts';
import { Sequence } from './test/sequence.ts';

// React as the program has it: the one for developing takes twice as long.
process.env.NODE_ENV = 'production';

/** What the tests of `npm test` and those of the long run have in common. */
export const shared = {
  env: { TZ: 'UTC' },
  // Only a hang takes so long.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Programs in pseudo-terminals mostly wait; a worker more than two processors fills the time.
  maxWorkers: 3,
  sequence: { sequencer: Sequence },
  setupFiles: 'test/setup.ts',
  globalSetup: 'test/demo/prepared-folder.ts',
};

/** The thread that reads is the one that was built. */
export const define = { READER_FILE: JSON.stringify(new URL('dist/reader.js', import.meta.url).href) };

/** What these do to their process, or measure in it, is not for others. */
const inOwnProcess = [
  // The memory of the process.
  'test/csv/memory.test.ts',
  'test/hostile/endless.test.ts',
  // It watches which connections better-sqlite3 opens.
  'test/commands/read-only.test.ts',
];
const long = Object.values(parts).flat();

export default defineConfig({
  define,
  test: {
    ...shared,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...inOwnProcess, ...long],
          // The others keep nothing in their process, so files follow each other in one.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: inOwnProcess } },
    ],
  },
});
