import { realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { type Credentials, credentialNames } from './credentials.ts';

/** What stands beside a roster that is connected; both for its owner alone, and neither in any backup. */
export interface AccountFiles {
  /** The credentials that were typed, where they come from nowhere else. */
  credentials: string;
  /** The token, from one run to the next. */
  token: string;
}

export function accountFiles(roster: string): AccountFiles {
  const path = realpathSync(roster);
  return { credentials: `${path}-zoom`, token: `${path}-token` };
}

/** Keeps what was typed as a file of variables, as systemd's EnvironmentFile takes it. */
export async function keepCredentials(file: string, credentials: Credentials): Promise<void> {
  const lines = Object.entries(credentialNames).map(
    ([name, variable]) => `${variable}=${credentials[name as keyof Credentials]}\n`,
  );
  // Made anew: a file that is there may be open to others.
  await rm(file, { force: true });
  await writeFile(file, lines.join(''), { mode: 0o600, flag: 'wx' });
}

/** Nothing secret is left. */
export async function forgetAccount({ credentials, token }: AccountFiles): Promise<void> {
  for (const file of [credentials, token]) await rm(file, { force: true });
}
