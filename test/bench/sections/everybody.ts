import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figure } from '../figure.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { Bench, Section } from '../section.ts';
import { copyTooMany, copyWhatFits } from './copying.ts';
import { exportByCommand, exportOnScreen, moveDown, movesMeanwhile } from './exporting.ts';

export const everybody: Section = { name: 'everybody', title: 'Everybody at once', measure };

const rounds = 8;
/** Gathering everybody has begun by then, and takes longer. */
const beginsWithinMs = 20;

/** Finds as many as a clipboard takes, of a million. */
const someWho = 'muller';

async function measure(bench: Bench): Promise<Figure[]> {
  const { users } = bench.data;
  const home = mkdtempSync(join(tmpdir(), 'roster-bench-home-'));
  const session = await openSession(bench.data.db, { home });
  const figures: Figure[] = [];
  try {
    const count = users.toLocaleString('en-US');
    const { ms } = await session.until('*', new RegExp(`${count} selected`));
    figures.push(
      figure(
        `* selects ${count} users ÷ node -e 0`,
        ms / bench.nothing,
        { most: 6.25 },
        '×',
        `${ms.toFixed(0)} ms`,
      ),
    );
    figures.push(
      movesMeanwhile('Cursor down while it does', await gatherAndMove(session, count), bench.nothing),
    );
    figures.push(await copyTooMany(session));
    figures.push(...(await exportOnScreen(session, home, bench)));
    await session.until(`-/${someWho}\r`, /row 1 of (?!…)/);
    await session.key('*');
    figures.push(await copyWhatFits(session));
  } finally {
    await session.close();
    rmSync(home, { recursive: true, force: true });
  }
  return [...figures, ...(await exportByCommand(bench))];
}

/** Selects all over and over; how long it took until the cursor moved meanwhile. */
async function gatherAndMove(session: Session, count: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await session.key('-');
    await session.key('g');
    const at = session.recorder.send('*');
    await sleep(beginsWithinMs);
    times.push(await moveDown(session));
    await session.settle(at);
    if (!session.footer().startsWith(`${count} selected`)) throw new Error(session.footer());
  }
  return times;
}
