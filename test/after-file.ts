import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tasks: (() => unknown)[] = [];

/** Does something once the tests of this file are done, what came last first. Files may share a process and its modules. */
export function afterFile(task: () => unknown): void {
  tasks.push(task);
}

export async function finishFile(): Promise<void> {
  for (const task of tasks.splice(0).reverse()) await task();
}

/** A folder that is gone when the tests of the file are done. */
export function temporaryFolder(prefix = 'roster-test-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
