import * as z from 'zod/mini';
import { insertQueue, queueExists } from '../../db/queues.ts';
import { channels } from '../roster/vocabulary.ts';
import type { Call } from './command.ts';
import { printListing } from './listing.ts';
import { note } from './messages.ts';
import { choice, common, flag, readOptions, word } from './options.ts';
import { queueListing } from './queue-list.ts';
import { exits, Refusal } from './refusal.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object({ ...common, channel: choice(channels), description: word, dryRun: flag });

/** Longest name and description, in characters (domain: queue). */
const limits = { name: 150, description: 256 };

/** `roster queue add` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const queue_name = checked('name', call.arguments[0] ?? '');
  const description = checked('description', options.description ?? '');
  if (queue_name === '') throw new Refusal('A queue needs a name.', exits.usage);
  const queue = { queue_name, description, channel: options.channel ?? 'voice' };
  await withRoster(options, 'UserManagement:Edit', async ({ roster }) => {
    const added = options.dryRun
      ? !(await queueExists(roster.read, queue_name))
      : await insertQueue(roster.write(), queue);
    if (!added) throw new Refusal(`There is a queue called "${queue_name}" already. See: roster queue list`);
    await printListing(queueListing, [{ ...queue, users: 0 }], options);
    note(options.dryRun ? 'Nothing was written (--dry-run).' : `Added the queue ${queue_name}.`, options);
  });
  return exits.done;
}

function checked(what: 'name' | 'description', text: string): string {
  const trimmed = text.trim();
  const length = Array.from(trimmed).length;
  if (length > limits[what])
    throw new Refusal(`The ${what} has ${length} characters; at most ${limits[what]} are allowed.`);
  if (/\p{Cc}/u.test(trimmed))
    throw new Refusal(`Control characters cannot be in a ${what}: ${JSON.stringify(text)}.`);
  return trimmed;
}
