import { setTimeout as sleep } from 'node:timers/promises';
import type { RosterDatabase } from '../../db/open.ts';
import { nextAttemptAt } from '../../db/outbox/outbox-sending.ts';
import { type Round, type Sending, sendWaiting } from './send-waiting.ts';

/** How often it is looked whether anybody committed something, in ms. */
const lookEvery = 250;
const minute = 60_000;
/** After trouble with the server itself, which says nothing about the e-mails. */
const longestPause = 5 * minute;

/** Sends whenever something is due, until `leaving` is aborted. `onRound` is told of rounds in which something happened. */
export async function watchOutbox(
  roster: RosterDatabase,
  sending: Sending,
  onRound: (round: Round) => unknown,
): Promise<void> {
  let troubles = 0;
  while (!sending.leaving.aborted) {
    const version = roster.dataVersion();
    const round = await sendWaiting(sending);
    troubles = round.trouble === null ? 0 : troubles + 1;
    if (Object.values(round).some(Boolean)) await onRound(round);
    if (troubles === 0) await quiet(roster, sending, version);
    else await pause(sending, Math.min(longestPause, minute * 2 ** (troubles - 1)));
  }
}

/** Waits until somebody has committed something, or an e-mail is due for another attempt. */
async function quiet(roster: RosterDatabase, { leaving, clock }: Sending, version: number): Promise<void> {
  const next = await nextAttemptAt(roster.read);
  const due = next === null ? Number.POSITIVE_INFINITY : Date.parse(next);
  while (!leaving.aborted && clock().getTime() < due && roster.dataVersion() === version)
    await moment(leaving);
}

async function pause({ leaving, clock }: Sending, ms: number): Promise<void> {
  const until = clock().getTime() + ms;
  while (!leaving.aborted && clock().getTime() < until) await moment(leaving);
}

async function moment(leaving: AbortSignal): Promise<void> {
  await sleep(lookEvery, null, { signal: leaving }).catch(() => {});
}
