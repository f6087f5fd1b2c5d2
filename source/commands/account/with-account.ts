import { readLink } from '../../../db/account/link.ts';
import { dropStaging, openStaging, stagedSince } from '../../../db/account/staging.ts';
import { readAccount as readAccountRecord } from '../../../db/catalog/account.ts';
import { lockFor } from '../../../db/process-lock.ts';
import { accountFiles } from '../../account/account-files.ts';
import type { AccountClient } from '../../account/client.ts';
import { findCredentials } from '../../account/credentials.ts';
import { openAccount } from '../../account/open-account.ts';
import { readAccount, type StagedAccount } from '../../account/read-account.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, type Progress, progressLine } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';

/** The account as it was just read, and what is needed to ask it more. */
export interface AccountWork {
  account: StagedAccount;
  client: AccountClient;
  progress: Progress;
  /** Throws Interrupted once a signal said to leave. */
  goOn(): void;
  leaving: AbortSignal;
}

/**
 * Reads the account that the roster is connected to, as the one process that talks to it, and runs `work` on that. What was
 * read stays for the next time where that does not come to its end. Throws Refusal and AccountError.
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
  const staging = await openStaging(roster.path);
  try {
    const since = await stagedSince(staging);
    if (since) note(io, `Going on with what was read since ${localTime(since)}.`, options);
    const { plan } = await readAccountRecord(roster.read);
    const done = await untilLeaving(async (goOn, leaving) => {
      const client = openAccount({ credentials, env: io.env, files, plan, signal: leaving });
      const account: StagedAccount = { staging, ring: 'everything' };
      await readAccount(client, account, (what, done, total) =>
        progress.show(`Reading ${what}: ${number(done)}${total === null ? '' : ` of ${number(total)}`}`),
      );
      return await work({ account, client, progress, goOn, leaving });
    });
    await staging.destroy();
    dropStaging(roster.path);
    return done;
  } finally {
    progress.clear();
    await staging.destroy();
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
