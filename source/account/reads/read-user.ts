import { AccountError } from '../client/account-error.ts';
import type { AccountClient } from '../client/client.ts';
import * as reads from './reads.ts';

/** Null where the account says that there is none. Throws AccountError. */
export async function readUser(client: AccountClient, id: string): Promise<reads.RemoteUser | null> {
  try {
    return await client.read(reads.user, { id });
  } catch (error) {
    if (error instanceof AccountError && error.code === 'not_found') return null;
    throw error;
  }
}
