import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Credentials } from './rules/tokens.ts';
import type { State } from './state/state.ts';

/** What of an account outlives its process. Tokens and pages don't: clients ask anew. */
export interface Kept {
  state: State;
  credentials: Credentials;
  /** How often it was started. */
  starts: number;
}

/** Undefined where nothing was kept yet. */
export function readKept(file: string): Kept | undefined {
  return existsSync(file) ? deserialize(readFileSync(file)) : undefined;
}

/** Whole or not at all, whenever the process is killed. */
export function writeKept(file: string, kept: Kept): void {
  const beside = `${file}.new`;
  writeFileSync(beside, serialize(kept));
  renameSync(beside, file);
}
