import { readLink } from '../../../db/account/link.ts';
import { readAccount } from '../../../db/catalog/account.ts';
import { lockFor } from '../../../db/process-lock.ts';
import { accountFiles } from '../../account/account-files.ts';
import type { AccountClient } from '../../account/client.ts';
import { findCredentials } from '../../account/credentials.ts';
import { openAccount } from '../../account/open-account.ts';
import { type AccountReading, readRemoteAccount } from '../../account/read-account.ts';
import { number } from '../../roster/text/words.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { type Progress, progressLine } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';

/** The account as it was just read, and what is needed to ask it more. */
export interface AccountWork {
  reading: AccountReading;
  client: AccountClient;
  progress: Progress;
  /** Throws Interrupted once a signal said to leave. */
  goOn(): void;
  leaving: AbortSignal;
}

/**
 * Reads the account that the roster is connected to, as the one process that talks to it, and runs `work` on that. Throws
 * Refusal and AccountError.
 */
export async function withAccount<T>(
  { roster, io }: Work,
  options: Common,
  work: (account: AccountWork) => Promise<T>,
): Promise<T> {
  if (!(await readLink(roster.read)))
    throw new Refusal('This roster is connected to no account. See: roster account connect --help');
  const files = accountFiles(roster.path);
  const credentials = await findCredentials(io.env, files.credentials);
  if (!credentials)
    throw new Refusal(
      `The credentials of the account are missing here. Give them again: roster account connect${dbOption(io, options)}`,
    );
  const lock = lockAccount(roster.path);
  const progress = progressLine(io, options);
  try {
    const { plan } = await readAccount(roster.read);
    return await untilLeaving(async (goOn, leaving) => {
      const client = openAccount({ credentials, env: io.env, files, plan, signal: leaving });
      const reading = await readRemoteAccount(client, (what, done, total) =>
        progress.show(`Reading ${what}: ${number(done)}${total === null ? '' : ` of ${number(total)}`}`),
      );
      return await work({ reading, client, progress, goOn, leaving });
    });
  } finally {
    progress.clear();
    lock.release();
  }
}

/** One process of a roster talks to the account at a time. Throws Refusal. */
export function lockAccount(path: string) {
  const lock = lockFor('account', path);
  if (!lock)
    throw new Refusal(
      'Another process of this roster talks to the account just now. Try again when it is done.',
    );
  return lock;
}
