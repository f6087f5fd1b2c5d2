import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import { whyShutOut } from '../../operator/file-access.ts';
import type { SshSession } from '../../operator/ssh-session.ts';
import { effectiveLogin } from '../../operator/who.ts';
import { commandWords } from './command-words.ts';
import type { Io } from './io.ts';
import { exits, Refusal } from './refusal.ts';

/**
 * `roster session`, which sshd runs instead of what was asked for (see `forcedCommand`). Returns the words of the command
 * that was asked for, none is the screen; and where it runs, working for the holder of the key. Throws Refusal.
 */
export function openSession(args: readonly string[], outer: Io): { words: string[]; io: Io } {
  const session = readSession(args);
  makeSureOfOwner(session.db);
  const { stdin, stdout, stderr, env } = outer;
  const words = commandWords(env.SSH_ORIGINAL_COMMAND ?? '');
  const [first = ''] = words;
  if (notHere.includes(first))
    throw new Refusal(`roster ${first} can't be run over SSH.`, exits.forbidden, 'not_over_ssh');
  return { words, io: { stdin, stdout, stderr, env, cwd: () => outer.cwd(), session } };
}

/** Commands that no table lists, because programs call them and not people. */
const notHere = ['session', 'complete'];

function readSession(args: readonly string[]): SshSession {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { db: text, operator: text, key: text, detached: { type: 'boolean' } },
    });
    const { db = '', operator = '', key = '', detached = false } = values;
    if (isAbsolute(db) && /^\d{1,15}$/.test(operator) && key.startsWith('SHA256:'))
      // What a screen sends into the account goes on when its connection is gone.
      return { db, operator_id: Number(operator), key, sshd: detached ? null : process.ppid };
  } catch {
    // Said below.
  }
  throw new Refusal(
    'sshd runs roster session, as roster ssh-keys tells it to; docs/over-ssh.md says how.',
    exits.usage,
  );
}

/**
 * Whoever can start the program can call it with any operator and key. Only who owns the file is believed: they can write
 * to it whatever they like anyway, so that there is nothing to win. Throws Refusal.
 */
export function makeSureOfOwner(db: string): void {
  const shutOut = whyShutOut(db);
  if (shutOut !== null) throw new Refusal(shutOut, exits.forbidden, 'shut_out');
  const owner = statSync(db, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === process.geteuid?.()) return;
  throw new Refusal(
    `${effectiveLogin()} does not own ${db}: only the account that does can let operators in by a key.`,
    exits.forbidden,
    'not_owner',
  );
}
