import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    preparedDemos: string;
  }
}

/** A folder for the demo accounts that a run of the tests shares; gone when the run is over. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'roster-demos-'));
  project.provide('preparedDemos', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
