import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Programs in pseudo-terminals mostly wait; a second worker fills the time.
    maxWorkers: 2,
  },
});
