import { setTimeout as sleep } from 'node:timers/promises';
import { amount, type Figure, figure, said } from '../figure.ts';
import { runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { peakMemory } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { Bench, Section } from '../section.ts';

export const everybody: Section = { name: 'everybody', title: 'Everybody at once', measure };

const megabyte = 1e6;
/** A terminal is given no more than this for its clipboard without being asked. */
const clipboardMost = 10_000_000;
const copyMostMs = 2_000;
const copyStart = Buffer.from('\x1b]52;');

async function measure(bench: Bench): Promise<Figure[]> {
  const session = await openSession(bench.data.db);
  const figures: Figure[] = [];
  try {
    const count = bench.data.users.toLocaleString('en-US');
    const { ms } = await session.until('*', new RegExp(`${count} selected`));
    figures.push(figure(`* selects ${count} users`, ms, { most: 250 }, 'ms'));
    figures.push(await copied(session));
  } finally {
    await session.close();
  }
  return [...figures, ...(await exported(bench))];
}

/** Copies the selected: either all of it comes, or a sentence says why not and what to do instead. */
async function copied(session: Session): Promise<Figure> {
  const { pid } = session.recorder;
  const before = peakMemory(pid) ?? Number.NaN;
  const at = session.recorder.send('y');
  let bytes = 0;
  let answered = Number.NaN;
  let refused = true;
  const unwatch = session.recorder.watch(chunk => {
    bytes += chunk.bytes.length;
    if (Number.isNaN(answered)) answered = chunk.at - at;
    if (chunk.bytes.includes(copyStart)) refused = false;
  });
  await session.recorder.quiet(at, 500, 30_000);
  unwatch();
  await session.settle(at);
  const grown = ((peakMemory(pid) ?? Number.NaN) - before) / megabyte;
  const sentence =
    session
      .lines()
      .slice(-4)
      .map(line => line.trim())
      .find(line => /copy|copied|clipboard/i.test(line)) ?? '';
  const how = refused
    ? `refused: ${sentence || 'nothing is said'}`
    : `${(bytes / megabyte).toFixed(0)} MB to the clipboard`;
  const fine = answered <= copyMostMs && grown <= 20 && (refused ? sentence !== '' : bytes <= clipboardMost);
  return said(
    'Copying them: streamed, or refused with a reason',
    `≤ ${copyMostMs / 1000} s, + ≤ 20 MB`,
    `${Number.isNaN(answered) ? 'no answer in 30 s' : amount(answered / 1000, 's')}, + ${grown.toFixed(0)} MB, ${how}`,
    fine,
  );
}

/** All of them beside a part of them: memory that grows with the rows would show. */
async function exported(bench: Bench): Promise<Figure[]> {
  const args = [entry, 'export', '--db', bench.data.db];
  const watching = { watchMemory: true, discard: true };
  const some = await runWell(node, [...args, '--where', 'status=inactive'], watching);
  await sleep(100);
  const all = await runWell(node, args, watching);
  const seconds = all.ms / 1000;
  return [
    figure(
      'Export of them, peak ÷ that of the inactive ones',
      all.peak / some.peak,
      { most: 1.25 },
      '×',
      `${(all.peak / megabyte).toFixed(0)} ÷ ${(some.peak / megabyte).toFixed(0)} MB`,
    ),
    figure('Export of them', bench.data.users / seconds, {}, '/s', `${seconds.toFixed(1)} s`),
  ];
}
