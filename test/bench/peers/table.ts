import { makeNeedles } from '../data/needles.ts';
import { warm } from '../data/warm.ts';
import { amount } from '../figure.ts';
import { run } from '../process/command.ts';
import { type Bench, repetitions } from '../section.ts';
import type { Summary } from '../statistics.ts';
import { measurePeer, type PeerFigures } from './measure.ts';
import type { Peer } from './peer.ts';
import { programs } from './programs.ts';

const needleCount = 20;
const seed = 200;
const head = [
  'program',
  'first rows',
  'all rows',
  'search key → rows p50 / p95',
  'cursor down p95',
  'bytes a move / a held scroll step',
  'peak memory',
];

/** Roster and the other programs that are installed, on the same rows: the cells of a table with its head. */
export async function peerRows(bench: Bench): Promise<string[][]> {
  const needles = await makeNeedles(bench.data, repetitions(bench, needleCount), seed);
  const rows = [head];
  for (const peer of programs) {
    const name = await nameOf(peer);
    if (name === null) {
      bench.tell(`${peer.name} is not installed; left out`);
      continue;
    }
    bench.tell(`measuring: ${name}`);
    for (const file of [bench.data.db, bench.data.list]) warm(file);
    rows.push(cells(name, await measurePeer(peer, bench.data, needles)));
  }
  return rows;
}

/** The name with its version; null if it is not installed. */
async function nameOf({ name, version }: Peer): Promise<string | null> {
  if (version === null) return name;
  const [file, ...args] = version;
  const ran = await run(file, args).catch(() => null);
  const number = /\d+(?:\.\d+)+|\b\d{8}\b/.exec(ran?.stdout ?? '')?.[0];
  return ran?.code === 0 ? [name, number].filter(Boolean).join(' ') : null;
}

function cells(name: string, figures: PeerFigures): string[] {
  const { firstRows, loaded, search, down, bytesOfMove, bytesOfScroll, peak } = figures;
  return [
    name,
    duration(firstRows),
    duration(loaded),
    search ? p50AndP95(search) : 'does not narrow while typing',
    amount(down.p95, 'ms'),
    `${amount(Math.round(bytesOfMove), '')} / ${amount(Math.round(bytesOfScroll), '')}`,
    amount(Math.round(peak / 1e6), 'MB'),
  ];
}

function duration(ms: number): string {
  return ms >= 1_000 ? amount(ms / 1_000, 's') : amount(Math.round(ms), 'ms');
}

function p50AndP95({ p50, p95 }: Summary): string {
  return `${amount(p50, '')} / ${amount(p95, 'ms')}`;
}
