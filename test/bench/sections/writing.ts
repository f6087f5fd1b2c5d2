import { setTimeout as sleep } from 'node:timers/promises';
import { keyBytes } from '../../terminal/key-bytes.ts';
import type { Data } from '../data/cache.ts';
import { copyOf } from '../data/copy.ts';
import { newHireCount, newHires, nightDesk, nightDeskSize } from '../data/made-up.ts';
import { newHireEmails } from '../data/new-hire-emails.ts';
import { type Figure, said } from '../figure.ts';
import { processorTime } from '../process/readings.ts';
import { openSession, type Reached, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { median } from '../statistics.ts';

export const writing: Section = {
  name: 'writing',
  title: 'Writing, synchronous=FULL: on the screen, from the accepting key to the sentence that it is done',
  measure,
};

const rounds = 3;
/** A dialog is deaf to accepting keys at first. */
const deafMs = 350;
const done = /✓ /;
const redo = keyBytes('Ctrl+R');

interface Times {
  add: number[];
  undo: number[];
  remove: number[];
  undoRemoval: number[];
}

async function measure(bench: Bench): Promise<Figure[]> {
  const copy = copyOf(bench.data);
  const session = await openSession(copy.db, { home: copy.home });
  try {
    const times: Times = { add: [], undo: [], remove: [], undoRemoval: [] };
    for (let round = 0; round < Math.min(rounds, repetitions(bench, rounds)); round++)
      await thousand(session, bench, times);
    const count = nightDeskSize(bench.data.users);
    const { edited, removed } = await tenThousand(session, count);
    return [
      within('Add 1,000 users', times.add, 400),
      within('Remove 1,000 users', times.remove, 400),
      within('Undo the adding of 1,000', times.undo, 500),
      within('Undo the removal of 1,000', times.undoRemoval, 500),
      within(`Edit ${count.toLocaleString('en-US')} users`, [edited.ms], 4_000),
      within(`Remove ${count.toLocaleString('en-US')} users`, [removed.ms], 4_000),
      progress([edited, removed]),
    ];
  } finally {
    await session.close();
    copy.remove();
  }
}

function within(what: string, times: readonly number[], most: number): Figure {
  const value = median(times);
  const all = times.length > 1 ? `  (of ${times.map(ms => ms.toFixed(0)).join(', ')})` : '';
  return said(what, `≤ ${most.toLocaleString('en-US')} ms`, `${value.toFixed(0)} ms${all}`, value <= most);
}

/** Whoever waits sees how far it is. */
function progress(all: readonly Reached[]): Figure {
  const seen = all.map(
    ({ meanwhile }) =>
      new Set(meanwhile.flatMap(text => text.match(/[\d,]{3,} of [\d,]+|\d+ ?%/g) ?? [])).size,
  );
  return said(
    'Signs of progress while it lasts',
    '≥ 2 each',
    seen.join(', '),
    seen.every(count => count >= 2),
  );
}

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
  const add = await taken(session, () => session.until('s', done));
  const undo = await taken(session, () => accepted(session, 'u', newHireCount));
  return { add, undo };
}

async function taken(session: Session, change: () => Promise<Reached>): Promise<Taken> {
  const { pid } = session.recorder;
  const from = processorTime(pid);
  const { ms } = await change();
  return { ms, processor: processorTime(pid) - from };
}

async function thousand(session: Session, bench: Bench, times: Times): Promise<void> {
  const { add, undo } = await addAndUndoThousand(session, bench.data);
  times.add.push(add.ms);
  times.undo.push(undo.ms);
  await accepted(session, redo, newHireCount);
  await selectAll(session, newHires, newHireCount);
  times.remove.push((await accepted(session, 'x', newHireCount)).ms);
  times.undoRemoval.push((await accepted(session, 'u', newHireCount)).ms);
  // As it was before, for the next round.
  await session.until('*', /1,000 selected/);
  await accepted(session, 'x', newHireCount);
  await session.until('\x1b', /row 1 of/);
}

async function tenThousand(session: Session, count: number) {
  await selectAll(session, nightDesk, count);
  await session.key('x');
  await sleep(deafMs);
  const edited = await session.until('i', done);
  const removed = await accepted(session, 'x', count);
  return { edited, removed };
}

/** Selects those whom a search finds: `count` of them. */
async function selectAll(session: Session, search: string, count: number): Promise<void> {
  const number = count.toLocaleString('en-US');
  await session.until(`/${search}\r`, new RegExp(`row 1 of ${number} `));
  await session.until('*', new RegExp(`${number} selected`));
}

/** Opens a dialog, types the number it asks for, accepts, and waits until it is done. */
async function accepted(session: Session, key: string, count: number): Promise<Reached> {
  await session.until(key, /and Enter/);
  await sleep(deafMs);
  await session.type(String(count));
  return await session.until('\r', done);
}
