import { fold } from '../source/roster/fold.ts';
import type { Channel } from '../source/roster/vocabulary.ts';
import type { Db } from './dialect.ts';

export interface QueueSummary {
  queue_name: string;
  description: string;
  channel: Channel;
  /** How many users are assigned to it. */
  users: number;
}

/** All queues in name order. */
export async function listQueues(db: Db): Promise<QueueSummary[]> {
  return await db
    .selectFrom('queues')
    .leftJoin('queue_members', 'queue_members.queue_id', 'queues.queue_id')
    .select(eb => [
      'queue_name',
      'description',
      'channel',
      eb.fn.count<number>('queue_members.person_id').as('users'),
    ])
    .groupBy('queues.queue_id')
    .orderBy('queue_key')
    .execute();
}

/** Whether a queue of this name (compared folded) exists. */
export async function queueExists(db: Db, queue_name: string): Promise<boolean> {
  const row = await db
    .selectFrom('queues')
    .select('queue_id')
    .where('queue_key', '=', fold(queue_name))
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a queue; false if one of that name appeared meanwhile, in which case nothing is written. */
export async function insertQueue(db: Db, queue: Omit<QueueSummary, 'users'>): Promise<boolean> {
  return await db.transaction().execute(async trx => {
    if (await queueExists(trx, queue.queue_name)) return false;
    await trx
      .insertInto('queues')
      .values({ ...queue, queue_key: fold(queue.queue_name) })
      .execute();
    return true;
  });
}
