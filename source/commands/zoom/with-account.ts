import { setTimeout } from 'node:timers/promises';
import { type AccountLink, readLink } from '../../../db/account/link.ts';
import { dropStaged, openStaging, stagedSince, stageInMemory } from '../../../db/account/staging.ts';
import { readAccount as readAccountRecord } from '../../../db/catalog/account.ts';
import { lockFor, type ProcessLock } from '../../../db/process-lock.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { accountFiles } from '../../account/client/account-files.ts';
import { findCredentials } from '../../account/client/credentials.ts';
import { type OpenAccount, openAccount } from '../../account/client/open-account.ts';
import { type Ring, readAccount, type StagedAccount } from '../../account/reads/read-account.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, type Progress, progressLine } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';

/** What is needed to talk to the account. */
export interface Connection extends OpenAccount {
  /** Which account it is. */
  account_id: string;
  progress: Progress;
  /** Throws Interrupted once a signal said to leave. */
  goOn(): void;
  leaving: AbortSignal;
}

/** Throws Refusal where the roster is connected to no account. */
export async function requireLink(read: Db): Promise<AccountLink> {
  const link = await readLink(read);
  if (!link) throw new Refusal('This roster is connected to no account. See: roster account connect --help');
  return link;
}

/** Runs `work` with the account that the roster is connected to. Throws Refusal and AccountError. */
export async function withConnection<T>(
  { roster, io }: Work,
  options: Common,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { remote_account_id: account_id } = await requireLink(roster.read);
  const files = accountFiles(roster.path);
  const credentials = await findCredentials(io.env, files.credentials);
  if (!credentials)
    throw new Refusal(
      `The credentials of the account are missing here. Give them again: roster account connect${dbOption(io, options)}`,
    );
  const progress = progressLine(io, options);
  const { plan, rate_share: share } = await readAccountRecord(roster.read);
  try {
    return await untilLeaving((goOn, leaving) => {
      const account = openAccount({ credentials, env: io.env, files, plan, share, signal: leaving });
      return work({ ...account, account_id, progress, goOn, leaving });
    });
  } finally {
    progress.clear();
  }
}

/**
 * Reads a ring of the account as the one process that talks to it, and runs `onRead` on that. What was read stays for the next
 * time where that does not come to its end. Throws AccountError.
 */
export async function withReading<T>(
  work: Work,
  connection: Connection,
  { ring, ...options }: Common & { ring: Ring },
  onRead: (account: StagedAccount) => Promise<T>,
): Promise<T> {
  const { roster, io } = work;
  const { client, progress } = connection;
  const lock = await lockConnected(work, connection);
  // What is read every minute is soon read again.
  const staging = ring === 'users' ? await stageInMemory() : await openStaging(roster.path);
  try {
    const since = await stagedSince(staging);
    if (since) note(io, `Going on with what was read since ${localTime(since)}.`, options);
    await readAccount(client, { staging, ring }, (what, done, total) =>
      progress.show(`Reading ${what}: ${number(done)}${total === null ? '' : ` of ${number(total)}`}`),
    );
    const done = await onRead({ staging, ring });
    if (ring === 'everything') await dropStaged(staging, roster.path);
    return done;
  } finally {
    await staging.destroy();
    lock.release();
  }
}

/** Runs `work` while no other process talks to the account: it may be of another one afterwards, or of none. */
export async function withAccountLock<T>(
  { roster, io }: Work,
  options: Common,
  work: () => Promise<T>,
): Promise<T> {
  const progress = progressLine(io, options);
  return await untilLeaving(async (_, leaving) => {
    const lock = await lockAccount(roster.path, progress, leaving);
    return await work().finally(() => lock.release());
  }).finally(progress.clear);
}

/** The lock, while the roster is connected to that account still. Throws Refusal where it left it meanwhile. */
export async function lockConnected(
  { roster }: Work,
  { account_id, progress, leaving }: Connection,
): Promise<ProcessLock> {
  const lock = await lockAccount(roster.path, progress, leaving);
  if ((await readLink(roster.read))?.remote_account_id === account_id) return lock;
  lock.release();
  throw new Refusal('The roster was disconnected from the account meanwhile; nothing was done.');
}

/** Milliseconds between two tries to get the lock. */
const lockEvery = 200;

/** One process of a roster talks to the account at a time; another one is waited for. Throws what `leaving` says. */
export async function lockAccount(path: string, progress: Progress, leaving: AbortSignal) {
  for (;;) {
    const lock = lockFor('account', path);
    if (lock) return lock;
    progress.show('Another process of this roster talks to the account; waiting for it …');
    await setTimeout(lockEvery, undefined, { signal: leaving });
  }
}
