import type { KeyHolder } from './ssh-session.ts';

/**
 * The options of a key in sshd's words: whoever comes in with it gets a terminal if they want one, and this program in
 * their name – nothing else, whatever they ask for. `program` is how it is started: absolute paths. Throws where
 * sshd has no way to write one of them down.
 */
export function forcedCommand(program: readonly string[], { db, operator_id, key }: KeyHolder): string {
  const words = [...program, 'session', '--db', db, '--operator', String(operator_id), '--key', key];
  // In the place of the shell that sshd starts it with: then sshd is our parent, and we notice when it ends.
  const command = `exec ${words.map(quoted).join(' ')}`;
  // A quotation mark is the one character that sshd takes a backslash off.
  return `restrict,pty,command="${command.replaceAll('"', '\\"')}"`;
}

/** A word as the login shell of the account reads it back. */
function quoted(word: string): string {
  if (/[\n\r\0]/.test(word))
    throw new Error(`A path for sshd can't have a line break in it: ${JSON.stringify(word)}`);
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
