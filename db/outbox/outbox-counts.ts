import type { Db } from '../sqlite/dialect.ts';

/** E-mails that somebody may have to do something about. */
export interface OutboxCounts {
  waiting: number;
  /** Perhaps sent; sent again only when somebody says so. */
  unknown: number;
  failed: number;
}

/** Longer than any answer of a mail server is waited for. */
const longestSending = 15 * 60_000;

/** How many e-mails wait, may have been sent or not, and could not be sent. Bounded by these, not by all that were sent. */
export async function outboxCounts(db: Db): Promise<OutboxCounts> {
  const rows = await db
    .selectFrom('outbox')
    .select(eb => ['state', eb.fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'unknown', 'failed'])
    .groupBy('state')
    .execute();
  const count = (state: string) => rows.find(row => row.state === state)?.count ?? 0;
  // A sender that died left it behind, and no other one has looked since.
  const { orphans } = await db
    .selectFrom('outbox')
    .select(eb => eb.fn.countAll<number>().as('orphans'))
    .where('state', '=', 'sending')
    .where('changed_at', '<', new Date(Date.now() - longestSending).toISOString())
    .executeTakeFirstOrThrow();
  return { waiting: count('waiting'), unknown: count('unknown') + orphans, failed: count('failed') };
}
