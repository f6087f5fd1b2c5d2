import type { RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { AccountClient } from '../client/client.ts';
import type { Naming } from './names.ts';

/** What a push works with; whoever pushes holds the lock of the account. */
export interface Pushing {
  roster: RosterDatabase;
  client: AccountClient;
  naming: Naming;
  signal: AbortSignal;
  /** Told, of a change set, how many of its calls are done. */
  onCall(change_set_id: number, done: number, of: number): void;
}

/** ISO 8601 UTC. */
export function now(): string {
  return new Date().toISOString();
}

/** One transaction for all of `work`. Throws BusyError where others write for too long. */
export async function inTransaction<T>({ write }: RosterDatabase, work: (trx: Db) => Promise<T>): Promise<T> {
  return await write().transaction().execute(work);
}
