import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/demo/prepared-folder.ts',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Programs in pseudo-terminals mostly wait; a second worker fills the time.
    maxWorkers: 2,
  },
});
