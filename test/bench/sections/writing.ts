import { setTimeout as sleep } from 'node:timers/promises';
import { keyBytes } from '../../terminal/key-bytes.ts';
import { copyOf } from '../data/copy.ts';
import { newHireCount, newHires, nightDesk, nightDeskSize } from '../data/made-up.ts';
import { type Figure, said } from '../figure.ts';
import { openSession, type Reached, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { accepted, addAndUndoThousand, deafMs, selectAll } from './changes.ts';

export const writing: Section = {
  name: 'writing',
  title: 'Writing, synchronous=FULL: on the screen, from the accepting key to the sentence that it is done',
  measure,
};

const rounds = 3;
const redo = keyBytes('Ctrl+R');

interface Times {
  add: number[];
  undo: number[];
  remove: number[];
  undoRemoval: number[];
  /** From the key that opens the dialog until it shows what would happen. */
  plan: number[];
}

async function measure(bench: Bench): Promise<Figure[]> {
  const copy = copyOf(bench.data);
  const session = await openSession(copy.db, { home: copy.home });
  try {
    const times: Times = { add: [], undo: [], remove: [], undoRemoval: [], plan: [] };
    for (let round = 0; round < Math.min(rounds, repetitions(bench, rounds)); round++)
      await thousand(session, bench, times);
    const count = nightDeskSize(bench.data.users);
    const { edited, removed, undone } = await tenThousand(session, count);
    const many = count.toLocaleString('en-US');
    // More than 1,000 at once nobody may add: bringing back those who were removed adds as many as are removed.
    return [
      within('Add 1,000 users', times.add, 400),
      within('Remove 1,000 users', times.remove, 400),
      within('Undo the adding of 1,000', times.undo, 500),
      within('Undo the removal of 1,000', times.undoRemoval, 500),
      within(`Edit ${many} users`, [edited.done.ms], 4_000),
      within(`Remove ${many} users`, [removed.done.ms], 4_000),
      within(`Add ${many} users again: undo of their removal`, [undone.done.ms], 4_000),
      progress([edited.done, removed.done, undone.done]),
      told('Dialog of removing or bringing back 1,000, until it is shown', times.plan),
      told(`Dialog of removing, and of bringing back ${many}`, [removed.shown.ms, undone.shown.ms]),
    ];
  } finally {
    await session.close();
    copy.remove();
  }
}

function within(what: string, times: readonly number[], most: number): Figure {
  // Whoever adds users does it once: the worst counts, which is often the first.
  const value = Math.max(...times);
  const all = times.length > 1 ? `  (of ${times.map(ms => ms.toFixed(0)).join(', ')})` : '';
  return said(what, `≤ ${most.toLocaleString('en-US')} ms`, `${value.toFixed(0)} ms${all}`, value <= most);
}

function told(what: string, times: readonly number[]): Figure {
  return said(what, '', `${times.map(ms => ms.toFixed(0)).join(', ')} ms`, null);
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

async function thousand(session: Session, bench: Bench, times: Times): Promise<void> {
  const { add, undo } = await addAndUndoThousand(session, bench.data);
  times.add.push(add.ms);
  times.undo.push(undo.ms);
  await accepted(session, redo, newHireCount);
  await selectAll(session, newHires, newHireCount);
  const removed = await accepted(session, 'x', newHireCount);
  const undone = await accepted(session, 'u', newHireCount);
  times.remove.push(removed.done.ms);
  times.undoRemoval.push(undone.done.ms);
  times.plan.push(removed.shown.ms, undone.shown.ms);
  // As it was before, for the next round.
  await session.until('*', /1,000 selected/);
  await accepted(session, 'x', newHireCount);
  await session.until('\x1b', /row 1 of/);
}

async function tenThousand(session: Session, count: number) {
  await selectAll(session, nightDesk, count);
  await session.key('x');
  await sleep(deafMs);
  const edited = await accepted(session, 'i', count, /and Enter to change/);
  const removed = await accepted(session, 'x', count);
  const undone = await accepted(session, 'u', count);
  return { edited, removed, undone };
}
