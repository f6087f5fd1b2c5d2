import { configDefaults, defineConfig } from 'vitest/config';
import { Sequence } from './test/sequence.ts';

/** Functions that keep nothing: their tests can follow each other in one process. */
const functions = ['csv', 'roster', 'screens'].map(folder => `test/${folder}/*.test.ts`);

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // Only a hang takes so long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Programs in pseudo-terminals mostly wait; a worker more than two processors fills the time.
    maxWorkers: 3,
    sequence: { sequencer: Sequence },
    projects: [
      {
        extends: true,
        test: { name: 'functions', include: functions, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'programs',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...functions],
          globalSetup: 'test/demo/prepared-folder.ts',
        },
      },
    ],
  },
});
