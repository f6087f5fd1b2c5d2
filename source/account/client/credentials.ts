import { exec } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { parseEnv, promisify } from 'node:util';
import { fileProblem } from '../../roster/text/file-problem.ts';
import { AccountError } from './account-error.ts';

/** What an account's own app is known by (Server-to-Server OAuth). Never printed, never in the database. */
export interface Credentials {
  account_id: string;
  client_id: string;
  client_secret: string;
}

export const credentialNames = {
  account_id: 'ROSTER_ZOOM_ACCOUNT_ID',
  client_id: 'ROSTER_ZOOM_CLIENT_ID',
  client_secret: 'ROSTER_ZOOM_CLIENT_SECRET',
} as const satisfies Record<keyof Credentials, string>;

type Variables = Readonly<Record<string, string | undefined>>;

/** A credential command that says nothing for so long is ended; in ms. */
const longestCommand = 30_000;

/**
 * Looks in the environment, in the file that `ROSTER_ZOOM_CREDENTIALS` names, in what `ROSTER_ZOOM_CREDENTIAL_COMMAND` prints,
 * and in the file beside the roster; null where there is nothing. A file, or what a command prints, has the three
 * variables, a line each. Throws AccountError.
 */
export async function findCredentials(env: Variables, beside: string | null): Promise<Credentials | null> {
  if (Object.values(credentialNames).some(name => env[name])) return complete(env, 'the environment');
  const { ROSTER_ZOOM_CREDENTIALS: file, ROSTER_ZOOM_CREDENTIAL_COMMAND: command } = env;
  if (file) return complete((await readSecretFile(file)) ?? {}, file);
  if (command) return complete(await printedBy(command), 'what ROSTER_ZOOM_CREDENTIAL_COMMAND prints');
  if (beside === null) return null;
  const kept = await readSecretFile(beside);
  return kept && complete(kept, beside);
}

function complete(variables: Variables, from: string): Credentials {
  const missing = Object.values(credentialNames).filter(name => !variables[name]);
  if (missing.length > 0)
    throw new AccountError('credentials', `${missing.join(' and ')} missing in ${from}.`);
  const value = (name: keyof Credentials) => variables[credentialNames[name]]!.trim();
  return {
    account_id: value('account_id'),
    client_id: value('client_id'),
    client_secret: value('client_secret'),
  };
}

/** Null where there is no such file. */
async function readSecretFile(path: string): Promise<Variables | null> {
  try {
    const { mode, uid } = await stat(path);
    const isOwn = uid === process.geteuid?.();
    if (!isOwn || (mode & 0o077) !== 0)
      throw new AccountError(
        'credentials',
        `${path} holds a secret, and ${isOwn ? 'others may read it' : 'is somebody else’s'}. ${isOwn ? `Close it: chmod 600 ${path}` : 'Make one of your own.'}`,
      );
    return parseEnv(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof AccountError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AccountError('credentials', `Can't read ${path}: ${fileProblem(error)}.`);
  }
}

/** What it wrote on stderr is for whoever wrote it, and stays there: it may have a secret in it. */
async function printedBy(command: string): Promise<Variables> {
  try {
    return parseEnv((await promisify(exec)(command, { timeout: longestCommand })).stdout);
  } catch {
    throw new AccountError('credentials', 'ROSTER_ZOOM_CREDENTIAL_COMMAND failed. Try it by itself.');
  }
}
