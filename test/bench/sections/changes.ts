import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../data/cache.ts';
import { newHireCount } from '../data/made-up.ts';
import { newHireEmails } from '../data/new-hire-emails.ts';
import { processorTime } from '../process/readings.ts';
import type { Reached, Session } from '../pty/session.ts';

/** A dialog is deaf to accepting keys at first. */
export const deafMs = 350;
/** What the screen says when a change is on the disk. */
export const done = /✓ /;

/** What a change took. Milliseconds: until it is said that it is done, and of the processor. */
export interface Taken {
  ms: number;
  processor: number;
}

/** Adds the new hires and takes them back. */
export async function addAndUndoThousand(session: Session, data: Data): Promise<{ add: Taken; undo: Taken }> {
  await session.key('a');
  await session.until(`\x1b[200~${newHireEmails(data).join('\r')}\x1b[201~`, /1,000 picked/);
  await session.key('Enter');
  await session.key('Enter');
  await session.until('agent\r', /Add 1,000 users as Agent/);
  const add = await taken(session, async () => (await accepted(session, 's', newHireCount)).done);
  const undo = await taken(session, async () => (await accepted(session, 'u', newHireCount)).done);
  return { add, undo };
}

async function taken(session: Session, change: () => Promise<Reached>): Promise<Taken> {
  const { pid } = session.recorder;
  const from = processorTime(pid);
  const { ms } = await change();
  return { ms, processor: processorTime(pid) - from };
}

/** Selects those whom a search finds: `count` of them. */
export async function selectAll(session: Session, search: string, count: number): Promise<void> {
  const number = count.toLocaleString('en-US');
  await session.until(`/${search}\r`, new RegExp(`row 1 of ${number} `));
  await session.until('*', new RegExp(`${number} selected`));
}

/** Opens a dialog, which `asks`, types the number it asks for, accepts, and waits until it is done. */
export async function accepted(
  session: Session,
  key: string,
  count: number,
  asks = /and Enter/,
): Promise<{ shown: Reached; done: Reached }> {
  const shown = await session.until(key, asks);
  await sleep(deafMs);
  const [, asked = String(count)] = /Type ([\d,]+) and Enter/.exec(session.lines().join('\n')) ?? [];
  await session.type(asked.replaceAll(',', ''));
  return { shown, done: await session.until('\r', done) };
}
