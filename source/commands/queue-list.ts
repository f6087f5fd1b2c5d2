import { listQueues, type QueueSummary } from '../../db/queues.ts';
import type { Call } from './command.ts';
import { type Listing, printListing } from './listing.ts';
import { note } from './messages.ts';
import { readCommon } from './options.ts';
import { exits } from './refusal.ts';
import { withRoster } from './with-roster.ts';

/** Queues as commands print them. */
export const queueListing: Listing<QueueSummary> = {
  titles: ['Queue', 'Channel', 'Users', 'Description'],
  row: queue => [queue.queue_name, queue.channel, String(queue.users), queue.description],
  columns: ['queue_name', 'description', 'channel', 'users'],
  cells: queue => [queue.queue_name, queue.description, queue.channel, String(queue.users)],
  json: ({ queue_name, description, channel, users }) => ({ queue_name, description, channel, users }),
};

/** `roster queue list` */
export async function run(call: Call): Promise<number> {
  const options = readCommon(call);
  await withRoster(options, 'UserManagement:Read', async ({ roster }) => {
    const count = await printListing(queueListing, await listQueues(roster.read), options);
    if (count === 0) note('No queues yet: roster queue add NAME', options);
  });
  return exits.done;
}
