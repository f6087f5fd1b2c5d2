import { askForLevels } from '../../../db/account/levels.ts';
import { type AccountLink, noteFailure, readLink } from '../../../db/account/link.ts';
import { waitingPushes } from '../../../db/account/pushes.ts';
import { BusyError } from '../../../db/sqlite/lock-retry.ts';
import { AccountError } from '../../account/client/account-error.ts';
import { listenForEvents } from '../../account/client/events.ts';
import { pullAll, pullSome } from '../../account/pull/pull.ts';
import { pullLevels } from '../../account/pull/pull-levels.ts';
import type { Pulled, Pulling } from '../../account/pull/pulling.ts';
import { createHints, rhythm, watch } from '../../account/pull/watch.ts';
import { leaversNote } from '../people/leavers-note.ts';
import { note, say } from '../shell/messages.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';
import { differText, goneText, type PullOptions, printPulled } from './pull-once.ts';
import { fateLines, fateOf, pushNow } from './push-and-wait.ts';
import { type Connection, lockConnected, withConnection, withReading } from './with-account.ts';

/**
 * Follows the account until it is told to leave; says what each reading brought, and once what is in the way. Where it `sends`, events
 * are heard too, and what is decided here is sent.
 */
export async function watchAccount(
  work: Work,
  options: PullOptions,
  { sends }: { sends: boolean },
): Promise<number> {
  return await withConnection(work, options, async connection => {
    const { roster, io } = work;
    const { client, leaving: signal } = connection;
    const hints = createHints();
    if (sends) {
      const { events } = connection;
      if (events) void listenForEvents({ ...events, signal, onHint: hints.hear });
      else say(io, 'Without ROSTER_ZOOM_SUBSCRIPTION_ID nothing is heard between two readings.');
    }
    const pulling: Pulling = {
      ...{ roster, client },
      mayChange: users => agreed(differText(users)),
      mayRemove: users => agreed(goneText(users)),
      onWritten: connection.goOn,
    };
    const agreed = async (what: string) => {
      if (options.yes) return true;
      throw new Refusal(`${what}. It is asked about by: roster pull${dbOption(io, options)}`);
    };
    const trying = tried(work, connection);
    /** How many were told of last. */
    let told = 0;
    const tellOfLeavers = async () => {
      const leavers = await leaversNote(roster.read, io, options);
      if (leavers && leavers.leavers > told) note(io, leavers.text, options);
      told = leavers?.leavers ?? 0;
    };
    await watch({
      ...{ hints, signal },
      ...(sends && {
        pushing: {
          waiting: () => waitingPushes(roster.read),
          push: () =>
            trying(async () => {
              const waiting = await waitingPushes(roster.read);
              await pushNow(work, connection);
              for (const id of waiting) await sayFate(work, id, options);
            }),
        },
      }),
      link: () => readLink(roster.read),
      read: ring =>
        trying(async () => {
          const pulled = await withReading(work, connection, { ...options, ring }, account =>
            pullAll(account, pulling),
          );
          if (pulled && isNews(pulled)) await printPulled(work, pulled, options);
          await tellOfLeavers();
        }),
      readUsers: ids =>
        trying(async () => {
          const lock = await lockConnected(work, connection);
          const pulled = await pullSome(ids, pulling).finally(() => lock.release());
          if (isNews(pulled)) await printPulled(work, pulled, options);
        }),
      readLevels: goesOn =>
        trying(async () => {
          const link = await readLink(roster.read);
          if (!link?.read_at) return;
          if (isLongAgo(link))
            await roster
              .write()
              .transaction()
              .execute(trx => askForLevels(trx, now()));
          const lock = await lockConnected(work, connection);
          await pullLevels({ roster, client, goesOn }).finally(() => lock.release());
        }),
    });
    connection.goOn();
    return exits.done;
  });
}

/** Who decided it may not look any more. */
async function sayFate(work: Work, id: number, options: PullOptions): Promise<void> {
  const [first, ...reasons] = fateLines(work, { ...(await fateOf(work, id)), interrupted: null }, options);
  for (const line of [`Change set ${id}: ${first}`, ...reasons]) note(work.io, line, options);
}

function isLongAgo({ levels_asked_at, connected_at }: AccountLink): boolean {
  return Date.now() - Date.parse(levels_asked_at ?? connected_at) > rhythm.levels;
}

function isNews({ added, changed, removed, catalog }: Pulled): boolean {
  return added + changed + removed + catalog > 0;
}

function now(): string {
  return new Date().toISOString();
}

/** What is in the way is noted, where screens see it, and tried again with the next reading. */
function tried({ roster, io }: Work, { leaving }: Connection) {
  return async (reading: () => Promise<void>): Promise<void> => {
    try {
      await reading();
    } catch (error) {
      const isExpected =
        error instanceof AccountError || error instanceof Refusal || error instanceof BusyError;
      if (leaving.aborted || !isExpected) throw error;
      const known = (await readLink(roster.read))?.failure;
      if (known !== error.message) say(io, error.message);
      await roster
        .write()
        .transaction()
        .execute(trx => noteFailure(trx, now(), error.message));
    }
  };
}
