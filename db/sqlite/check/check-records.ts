import type { Db } from '../dialect.ts';
import type { Finding, OnChecking } from './check.ts';
import { checkHistory } from './check-history.ts';
import { checkOutbox } from './check-outbox.ts';
import { checkSearch } from './check-search.ts';

export interface RecordsCheck {
  users: number;
  change_sets: number;
  findings: Finding[];
}

/**
 * Whether users, history, e-mails and what users are found by agree. Reads everything once, some hundred at a time; nothing is
 * changed. To be run in a snapshot.
 */
export async function checkRecords(db: Db, onChecking: OnChecking = () => {}): Promise<RecordsCheck> {
  return {
    users: await count(db, 'users'),
    change_sets: await count(db, 'change_sets'),
    findings: [
      ...(await checkHistory(db, onChecking)),
      ...(await checkOutbox(db)),
      ...(await checkSearch(db, onChecking)),
    ],
  };
}

async function count(db: Db, table: 'users' | 'change_sets'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
