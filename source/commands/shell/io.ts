import { isAbsolute, resolve } from 'node:path';
import type { SshSession } from '../../operator/ssh-session.ts';

/** Where a command runs and what it talks to: the process, or what a test hands in. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** The folder that relative paths begin at. */
  cwd(): string;
  /** Whom it works for where sshd let them in by a key; absent where somebody runs it by themselves. */
  readonly session?: SshSession;
}

/** A path as it was typed, made absolute. */
export function resolvePath(io: Io, path: string): string {
  // There may be no working directory any more.
  return isAbsolute(path) ? resolve(path) : resolve(io.cwd(), path);
}
