import { defineConfig } from 'vitest/config';
import { define, shared } from '../../vitest.config.ts';
import { parts, withLists } from './parts.ts';

const projects = Object.entries({ ...parts, lists: withLists }).map(([name, include]) => ({
  extends: true as const,
  test: {
    name,
    include: [...include],
    env: { WHOLE_LISTS: '1' },
    // Times and memory are measured, or the disk is kept busy: one file after the other.
    fileParallelism: name === 'lists',
  },
}));

export default defineConfig({
  define,
  root: new URL('../..', import.meta.url).pathname,
  test: { ...shared, testTimeout: 300_000, hookTimeout: 300_000, projects },
});
