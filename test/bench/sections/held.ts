import { setTimeout as sleep } from 'node:timers/promises';
import { keyBytes } from '../../terminal/key-bytes.ts';
import { type Figure, said } from '../figure.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { Bench, Section } from '../section.ts';
import { setView } from './ways.ts';

export const held: Section = { name: 'held', title: 'Held keys, for two seconds', measure };

const ways = [
  ['Down', 30],
  ['Down', 100],
  ['PageDown', 30],
  ['Up', 100],
] as const;
const rounds = 3;
const heldMs = 2_000;
/** In multiples of an empty program. */
const mostLate = 1.25;

export interface Held {
  keys: number;
  /** From the last key to the last byte. Milliseconds; 0 if nothing came after it, infinite if nothing came at all. */
  late: number;
  bytes: number;
  frames: number;
  /** How many rows the cursor went. */
  rows: number;
}

async function measure(bench: Bench): Promise<Figure[]> {
  const session = await openSession(bench.data.db);
  const figures: Figure[] = [];
  try {
    for (const [key, aSecond] of ways) {
      const all: Held[] = [];
      for (let round = 0; round < rounds; round++) all.push(await hold(session, key, aSecond));
      figures.push(judged(`${key} ${aSecond} times a second`, all, bench.nothing));
    }
    figures.push(await arrivedWhereItShould(session));
    await setView(session, { queue: 'Billing', sort: 1 });
    await session.until('/an\r', /row [\d,]+ of \d/);
    const narrowed: Held[] = [];
    for (let round = 0; round < rounds; round++) {
      await session.key('g');
      narrowed.push(await hold(session, 'PageDown', 30));
    }
    figures.push(
      judged('PageDown 30 times a second, by e-mail, in a queue, with a search', narrowed, bench.nothing),
    );
  } finally {
    await session.close();
  }
  return figures;
}

function judged(what: string, all: readonly Held[], nothing: number): Figure {
  const late = Math.max(...all.map(one => one.late));
  const each = all.map(one => one.late.toFixed(0)).join(', ');
  const frames = all.map(one => one.frames).join(', ');
  return said(
    `${what}: last byte after the last key`,
    `≤ ${mostLate} ×`,
    `${(late / nothing).toFixed(2)} ×  (${late.toFixed(0)} ms of ${each}; ${all[0]!.keys} keys, ${frames} frames)`,
    late <= mostLate * nothing,
  );
}

/** Holds a key as a keyboard repeats it, in even time whatever the program does. */
export async function hold(session: Session, key: string, aSecond: number, ms = heldMs): Promise<Held> {
  const bytes = keyBytes(key);
  const count = Math.round((ms / 1000) * aSecond);
  const before = rowNumber(session);
  const from = performance.now();
  let last = from;
  for (let number = 0; number < count; number++) {
    const due = from + (number * 1000) / aSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    last = session.recorder.send(bytes);
  }
  const answer = await session.settle(last, key);
  return {
    keys: count,
    late: Number.isNaN(answer.lastByteAt) ? Number.POSITIVE_INFINITY : Math.max(0, answer.lastByteAt - last),
    bytes: answer.bytes,
    frames: answer.frames,
    rows: rowNumber(session) - before,
  };
}

/** No key is lost, however many come in the time of one frame. */
async function arrivedWhereItShould(session: Session): Promise<Figure> {
  await session.key('g');
  const { keys, rows } = await hold(session, 'Down', 100, 500);
  return said('Rows that 50 held keys went', '50', `${rows}`, rows === keys);
}

/** `row 1,234 of 500 users`: 1,234 */
export function rowNumber(session: Session): number {
  return Number((/row ([\d,]+)/.exec(session.footer())?.[1] ?? 'NaN').replaceAll(',', ''));
}
