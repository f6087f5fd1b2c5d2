import * as z from 'zod/mini';
import { listPushes } from '../../../db/account/push-list.ts';
import { readPush } from '../../../db/account/pushes.ts';
import { giveUp } from '../../account/push/give-up.ts';
import { authorship } from '../../operator/who.ts';
import { takeBack } from '../history/take-back.ts';
import type { Call } from '../shell/command.ts';
import { printListing } from '../shell/listing.ts';
import { common, flag, readOptions, word } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { fateOf, pushingWith } from './push-and-wait.ts';
import { showWaiting } from './push-dry-run.ts';
import { pushListing } from './push-listing.ts';
import { send, told } from './push-send.ts';
import { lockConnected, requireLink, withConnection } from './with-account.ts';

const schema = z.object({
  ...{ ...common, yes: flag, dryRun: flag, list: flag, all: flag },
  ...{ retry: word, giveUp: word },
});
type Options = z.infer<typeof schema>;

/** `roster push` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const { io } = call;
  const id = numberOf(call.arguments[0] ?? options.retry ?? options.giveUp);
  const refusedSet = options.retry === undefined ? null : await refusedSetOf(call, id, options);
  // To do again what was taken back is to undo that.
  if (refusedSet !== null) return await takeBack(call, async () => refusedSet);
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    const { roster } = work;
    const { read_at } = await requireLink(roster.read);
    if (!read_at)
      throw new Refusal(`The account was not read yet. First: roster pull${dbOption(io, options)}`);
    if (options.list) {
      await printListing(io, pushListing, await listPushes(roster.read), options);
      return exits.done;
    }
    if (options.dryRun) {
      await showWaiting(work, id, options);
      return exits.done;
    }
    if (options.giveUp !== undefined) return await giveUpOne(work, id!, options);
    return await send(work, id, options);
  });
}

async function giveUpOne(work: Work, id: number, options: Options): Promise<number> {
  const by = authorship(work.who);
  const isGivenUp = await withConnection(work, options, async connection => {
    const lock = await lockConnected(work, connection);
    return await giveUp(pushingWith(work, connection), id, by).finally(() => lock.release());
  });
  if (!isGivenUp) throw new Refusal(`Nothing of change set ${id} waits.`, exits.refused, 'nothing_waits');
  await told(work, [{ ...(await fateOf(work, id)), interrupted: null }], options);
  return exits.done;
}

/** What took back here what the account refused of a change set; null where it waits. Throws Refusal where nothing is to be tried again. */
async function refusedSetOf(call: Call, id: number | null, options: Options): Promise<number | null> {
  return await withRoster(call.io, options, 'UserManagement:Edit', async ({ roster }) => {
    const push = await readPush(roster.read, id ?? 0);
    if (push?.state === 'waiting') return null;
    if (push?.refused_set_id) return push.refused_set_id;
    if (push?.state === 'in_part' || push?.state === 'refused')
      throw new Refusal(
        `Nothing of change set ${id} was taken back. What both sides changed is decided by: roster resolve --help`,
        exits.refused,
        'nothing_refused',
      );
    throw new Refusal(`Nothing of change set ${id} was refused.`, exits.refused, 'nothing_refused');
  });
}

function numberOf(id: string | undefined): number | null {
  if (id === undefined) return null;
  if (/^[1-9]\d{0,14}$/.test(id)) return Number(id);
  throw new Refusal(`A change set is named by its number, not "${id}". See: roster push --list`, exits.usage);
}
