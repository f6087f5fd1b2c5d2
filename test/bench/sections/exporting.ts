import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyBytes } from '../../terminal/key-bytes.ts';
import { amount, type Figure, figure } from '../figure.ts';
import { runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { beginPeak, peakMemory } from '../process/readings.ts';
import type { Session } from '../pty/session.ts';
import type { Bench } from '../section.ts';
import { judgedTimes } from '../times.ts';
import { rowNumber } from './held.ts';

const megabyte = 1e6;
const patienceMs = 180_000;
const keyEveryMs = 100;
const file = 'everybody.csv';

/** The command: all of them beside a part of them, as memory that grows with the rows would show. */
export async function exportByCommand({ data }: Bench): Promise<Figure[]> {
  const args = [entry, 'export', '--db', data.db];
  const watching = { watchMemory: true, discard: true };
  const some = await runWell(node, [...args, '--where', 'status=inactive'], watching);
  await sleep(100);
  const all = await runWell(node, args, watching);
  const megabytes = (bytes: number) => amount(Math.round(bytes / megabyte), 'MB');
  return [
    figure('Export of them by command, peak', all.peak / megabyte, { most: 150 }, 'MB'),
    figure(
      'That ÷ the peak of exporting the inactive ones',
      all.peak / some.peak,
      { most: 1.25 },
      '×',
      `÷ ${megabytes(some.peak)}`,
    ),
    rate('Export of them by command', data.users, all.ms),
  ];
}

/** On the screen, where keys go on meanwhile; `home` is where the session writes to. */
export async function exportOnScreen(
  session: Session,
  home: string,
  { data: { users }, nothing }: Bench,
): Promise<Figure[]> {
  const { pid } = session.recorder;
  await session.key('g');
  await session.key('E');
  await session.key('Ctrl+U');
  const before = beginPeak(pid);
  const from = performance.now();
  // The question for the name stays until it is clear that the file takes long.
  await session.until(`${file}\r`, /\? all keys/);
  const keys: number[] = [];
  while (session.lines().some(line => line.includes('Exporting'))) {
    if (performance.now() > from + patienceMs) throw new Error('The export on the screen does not end.');
    keys.push(await moveDown(session));
    await sleep(keyEveryMs);
    await session.look();
  }
  const ms = performance.now() - from;
  if (!existsSync(join(home, file))) throw new Error(`Nothing was exported:\n${session.lines().join('\n')}`);
  const grown = ((peakMemory(pid) ?? Number.NaN) - before) / megabyte;
  return [
    figure('Export of them on the screen, peak beyond what it held', grown, { most: 20 }, 'MB'),
    movesMeanwhile('Cursor down while it lasts', keys, nothing),
    rate('Export of them on the screen', users, ms),
  ];
}

/** The cursor one row down, whatever else goes on. Milliseconds until it is shown. */
export async function moveDown(session: Session): Promise<number> {
  const next = (rowNumber(session) + 1).toLocaleString('en-US');
  return (await session.until(keyBytes('Down'), new RegExp(`row ${next} of`))).ms;
}

export function movesMeanwhile(what: string, times: readonly number[], nothing: number): Figure {
  return judgedTimes(what, times, { p95: 0.4, worst: 2 }, nothing);
}

function rate(what: string, users: number, ms: number): Figure {
  return figure(what, Math.round((users * 1_000) / ms), {}, '/s', amount(ms / 1_000, 's'));
}
