import type { RosterDatabase } from '../../../db/open.ts';
import type { AccountClient } from '../client/client.ts';

/** What a pull brought. */
export interface Pulled {
  added: number;
  changed: number;
  removed: number;
  /** Users whose same fields were changed here and at the account. */
  clashes: number;
  /** Queues, roles, skills and regions. */
  catalog: number;
  /** Addresses of people who are somebody else here, and were left out. */
  left_out: string[];
}

export interface Pulling {
  roster: RosterDatabase;
  client: AccountClient;
  /** Asked before the first reading changes users whom the roster has already. */
  mayChange(users: number): Promise<boolean>;
  /** Asked before users are removed whom the account has no more, if they are many. */
  mayRemove(users: number): Promise<boolean>;
  onWritten(done: number, total: number): void;
}
