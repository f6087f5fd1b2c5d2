import type { RosterDatabase } from '../../../db/open.ts';
import { type OutboxCounts, outboxCounts } from '../../../db/outbox/outbox-counts.ts';
import type { ClaimedNotice } from '../../../db/outbox/outbox-sending.ts';
import { BusyError } from '../../../db/sqlite/lock-retry.ts';
import { readMailSettings } from '../../notify/mail-settings.ts';
import { type Round, type Sending, sendWaiting } from '../../notify/send-waiting.ts';
import { becomeSender } from '../../notify/sole-sender.ts';
import { watchOutbox } from '../../notify/watch.ts';
import { type OutboxState, waitingText } from '../../roster/plan/notice.ts';
import { counted, number } from '../../roster/text/words.ts';
import { printJson } from '../history/print-change-set.ts';
import type { Io } from '../shell/io.ts';
import { type Leaving, listenForLeaving } from '../shell/leaving.ts';
import { note, say } from '../shell/messages.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { admit, type Work } from '../storage/with-roster.ts';
import type { NotifyOptions } from './notify.ts';
import { shortId } from './notify-list.ts';

/** A sender that is about to end, or somebody who only tidies up, is waited for; in ms. */
const longestWait = 1_000;
/** When leaving, a locked database is waited for so long; in ms. */
const lastWait = 150;

/** Sends what waits; with `--watch` whenever something does. */
export async function send(work: Work, options: NotifyOptions): Promise<number> {
  const { roster, io } = work;
  const read = readMailSettings(io.env);
  if ('refused' in read) {
    const { waiting } = await outboxCounts(roster.read);
    throw new Refusal(`${waiting > 0 ? `${waitingText(waiting)}. ` : ''}${read.refused}`);
  }
  const leaving = listenForLeaving();
  waitForever(roster, leaving.signal);
  try {
    const sending: Omit<Sending, 'db'> = {
      settings: read.settings,
      leaving: leaving.signal,
      admit: () => admit(io, roster.read, 'UserManagement:Edit'),
      clock: () => new Date(),
      onSettled: (notice, state, error) => tell(io, notice, state, error),
    };
    const exit = await asSender(io, roster, { leaving, options }, () => {
      const whole: Sending = { ...sending, db: roster.write() };
      return options.watch ? watch(work, whole, options) : once(work, whole, options);
    });
    return leaving.exitCode() ?? exit;
  } catch (error) {
    const left = leaving.exitCode();
    // Whoever leaves does not care that the database was locked.
    if (left !== null && error instanceof BusyError) return left;
    throw error;
  } finally {
    leaving.close();
  }
}

/** What became of an e-mail has to be written down, however long others keep the database locked. */
function waitForever(roster: RosterDatabase, leaving: AbortSignal) {
  const giveUp = new AbortController();
  leaving.addEventListener('abort', () => setTimeout(() => giveUp.abort(), lastWait).unref(), { once: true });
  roster.lockRetry.longest = Number.POSITIVE_INFINITY;
  roster.lockRetry.signal = () => giveUp.signal;
}

async function asSender(
  io: Io,
  roster: RosterDatabase,
  { leaving, options }: { leaving: Leaving; options: NotifyOptions },
  work: () => Promise<number>,
): Promise<number> {
  let sender = await becomeSender(roster, { longestWait, leaving: leaving.signal });
  if (!sender && options.watch && !leaving.signal.aborted) {
    note(io, 'Another roster notify is sending from this roster; waiting for it to end.', options);
    sender = await becomeSender(roster, { longestWait: Number.POSITIVE_INFINITY, leaving: leaving.signal });
  }
  if (!sender && leaving.signal.aborted) return exits.done;
  if (!sender)
    throw new Refusal(
      'Another roster notify is sending from this roster; what waits is in its hands. See: roster notify --list',
      exits.refused,
      'other_sender',
    );
  try {
    if (sender.orphans > 0)
      say(
        io,
        `${counted(sender.orphans, 'e-mail')} may have been sent or not: the sender before this one ended in the midst. See: roster notify --list`,
      );
    return await work();
  } finally {
    sender.lock.release();
  }
}

async function once({ roster, io }: Work, sending: Sending, options: NotifyOptions): Promise<number> {
  const round = await sendWaiting(sending);
  await report(io, round, await outboxCounts(roster.read), options);
  const { trouble, failed, unknown } = round;
  return trouble !== null || failed > 0 || unknown > 0 ? exits.refused : exits.done;
}

async function watch({ roster, io }: Work, sending: Sending, options: NotifyOptions): Promise<number> {
  await watchOutbox(roster, sending, async round => {
    await report(io, round, await outboxCounts(roster.read), options);
  });
  return exits.done;
}

function tell(io: Io, notice: ClaimedNotice, state: OutboxState, error: string | null) {
  const to = `To ${notice.user_email}`;
  const why = error?.replace(/\.$/, '');
  if (state === 'failed') say(io, `${to}: refused: ${error}`);
  else if (state === 'unknown')
    say(
      io,
      `${to}: perhaps sent: ${why}. Ask them, then: roster notify --retry ${shortId(notice)}, or --withdraw ${shortId(notice)}`,
    );
  else if (state === 'waiting' && error !== null) say(io, `${to}: later: ${error}`);
}

async function report(
  io: Io,
  round: Round,
  { waiting }: OutboxCounts,
  options: NotifyOptions,
): Promise<void> {
  const { sent, deferred, failed, unknown, trouble } = round;
  if (trouble !== null) say(io, trouble);
  const format = options.format ?? 'table';
  const counts = { sent, deferred, failed, unknown, waiting };
  if (format === 'csv')
    return print(io, `${Object.keys(counts).join(',')}\r\n${Object.values(counts).join(',')}\r\n`);
  if (format !== 'table') return printJson(io, { ...counts, trouble }, options);
  const parts = Object.entries({ sent, failed, unknown, 'to be tried again': deferred })
    .filter(([what, count]) => count > 0 || what === 'sent')
    .map(([what, count]) => `${number(count)} ${what}`);
  await print(io, `${parts.join(', ')}${waiting > 0 ? `; ${waitingText(waiting)}` : ''}\n`);
}
