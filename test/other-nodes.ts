import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ofLongRun = (name: string) => join(import.meta.dirname, 'all/nodes/node_modules', name, 'bin/node');

/** A Node that is too old for the program: the one of the long run, or of this machine, if it has one. */
export function tooOldNode(): string | null {
  const ofMachine = ['/usr/local/bin/node', '/usr/bin/node', '/opt/node20/bin/node'];
  const candidates = [ofLongRun('too-old'), ...ofMachine].filter(path => existsSync(path));
  return candidates.find(path => majorOf(path) < 22) ?? null;
}

/** The oldest Node that may run the program, if the long run has brought it. */
export function oldestNode(): string | null {
  const path = ofLongRun('oldest');
  return existsSync(path) ? path : null;
}

function majorOf(node: string): number {
  return Number.parseInt(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1), 10);
}
