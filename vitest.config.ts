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

/** Files of these folders keep nothing between their tests: they follow each other in one process. */
const keepNothing =
  'app components csv db demo flows hostile notify operator roster screens session storage terminal theme'.split(
    ' ',
  );
const inOneProcess = keepNothing.map(folder => `test/${folder}/*.test.{ts,tsx}`);
/** What they measure is the memory of a process of their own. */
const measuringMemory = ['test/csv/memory.test.ts', 'test/hostile/endless.test.ts'];
const long = Object.values(parts).flat();

export default defineConfig({
  test: {
    ...shared,
    projects: [
      {
        extends: true,
        test: {
          name: 'functions',
          include: inOneProcess,
          exclude: [...configDefaults.exclude, ...measuringMemory, ...long],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'memory', include: measuringMemory } },
      {
        extends: true,
        test: {
          name: 'programs',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...inOneProcess, ...long],
        },
      },
    ],
  },
});
