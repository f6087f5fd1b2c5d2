import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KeyHolder } from '../../operator/ssh-session.ts';

interface Place {
  /** The roster. */
  db: string;
  env: NodeJS.ProcessEnv;
  /** Whom it works for where sshd let them in by a key. */
  session?: KeyHolder | undefined;
}

/**
 * Runs this program with the words of a command as a process of its own, in the name of whoever looks, and resolves with its
 * exit code; 1 where it can't be run. It has no terminal, so it goes on when the screen is left or its line drops. It says nothing:
 * what becomes of what it does is in the database.
 */
export function runBeside({ db, env, session }: Place, words: readonly string[]): Promise<number> {
  const program = programPath();
  if (program === null) return Promise.resolve(1);
  const all = [...words, '--quiet'];
  const child = spawn(process.execPath, [program, ...(session ? wordsOf(session) : [...all, '--db', db])], {
    detached: true,
    stdio: 'ignore',
    env: session ? { ...env, SSH_ORIGINAL_COMMAND: all.join(' ') } : env,
  });
  child.unref();
  return new Promise(ended => {
    child.on('error', () => ended(1));
    child.on('exit', code => ended(code ?? 1));
  });
}

/** Null where it was removed, or is just being replaced: a screen that is left goes all the same. */
function programPath(): string | null {
  try {
    return realpathSync(resolve(process.argv[1] ?? ''));
  } catch {
    return null;
  }
}

/** What sshd would say, of a connection that is not waited for. */
function wordsOf({ db, operator_id, key }: KeyHolder): string[] {
  return ['session', '--db', db, '--operator', String(operator_id), '--key', key, '--detached'];
}
