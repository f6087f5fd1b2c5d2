import * as z from 'zod/mini';
import type { Edits } from '../roster/plan-edit.ts';
import { presences, userAccesses } from '../roster/vocabulary.ts';
import { change } from './change.ts';
import type { Call } from './command.ts';
import { choice, common, flag, readOptions, word, words } from './options.ts';
import { exits, Refusal } from './refusal.ts';
import { planFor, requireNamed } from './subjects.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object({
  ...common,
  role: word,
  status: choice(userAccesses),
  presence: choice(presences),
  addQueue: words,
  removeQueue: words,
  where: words,
  dryRun: flag,
});

/** `roster edit` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const { role, status, presence, addQueue, removeQueue } = options;
  const edits: Edits = {
    ...(role !== undefined && { role }),
    ...(status && { user_access: status }),
    ...(presence && { status_name: presence }),
    ...(addQueue && { addQueues: addQueue }),
    ...(removeQueue && { removeQueues: removeQueue }),
  };
  if (Object.keys(edits).length === 0)
    throw new Refusal('Say what to change, such as --role NAME.\nHelp: roster edit --help', exits.usage);
  const named = await requireNamed(call, options.where);
  return await withRoster(options, 'UserManagement:Edit', work => {
    const plan = () => planFor(work, named, { kind: 'edit', edits });
    return change(work, { plan }, options);
  });
}
