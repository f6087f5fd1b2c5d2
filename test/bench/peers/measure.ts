import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../data/cache.ts';
import { peakMemory } from '../process/readings.ts';
import { arrivalOf } from '../pty/first-rows.ts';
import { chunksAsFrames } from '../pty/frames.ts';
import { type Recorder, record } from '../pty/recorder.ts';
import { createViewer, timeUntilShown, type Viewer } from '../pty/viewer.ts';
import { type Summary, summary } from '../statistics.ts';
import type { Peer } from './peer.ts';

/** What a program needed. Milliseconds and bytes. */
export interface PeerFigures {
  firstRows: number;
  /** Until all rows are there. */
  loaded: number;
  /** From a key of a search to its rows; null where a search does not narrow while one types. */
  search: Summary | null;
  down: Summary;
  bytesOfMove: number;
  bytesOfScroll: number;
  peak: number;
}

const columns = 120;
const rows = 40;
const quietMs = 150;
const loadingMs = 180_000;
const moves = 30;
const heldKeys = 60;
const heldEveryMs = 33;

/** Everything is measured in one session of the program, on the same screen for all of them. */
export async function measurePeer(peer: Peer, data: Data, needles: readonly string[]): Promise<PeerFigures> {
  const home = mkdtempSync(join(tmpdir(), 'roster-bench-peer-'));
  mkdirSync(join(home, 'Mail'));
  const [file, ...args] = await peer.command(data);
  const first = await peer.firstRow(data);
  const recorder = record(file, args, { columns, rows, cwd: home, env: peer.env(home) });
  const viewer = createViewer(recorder, { split: chunksAsFrames, quietMs, pending: () => false });
  const time = (ms: number) => ms - recorder.startedAt;
  try {
    const firstRows = time(await arrivalOf(recorder, first, loadingMs));
    const loaded = peer.loaded(data);
    const loadedAt = loaded ? time(await allThere(recorder, viewer, loaded)) : firstRows;
    await viewer.settle(recorder.startedAt, '');
    if (peer.first !== null) await viewer.settle(recorder.send(peer.first), peer.first);
    const down = await moveDown(peer, recorder, viewer);
    const bytesOfScroll = await holdDown(peer, recorder, viewer);
    const search = peer.search && (await typeNeedles(peer, recorder, viewer, needles));
    const peak = peakMemory(recorder.pid) ?? Number.NaN;
    return { firstRows, loaded: loadedAt, search, ...down, bytesOfScroll, peak };
  } finally {
    await recorder.close();
    viewer.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function allThere(recorder: Recorder, viewer: Viewer, loaded: RegExp): Promise<number> {
  const deadline = recorder.startedAt + loadingMs;
  while (performance.now() < deadline) {
    for await (const { frame } of viewer.drawNew(''))
      if (loaded.test(viewer.lines().join('\n'))) return frame.at;
    await sleep(20);
  }
  throw new Error(`Not all rows came:\n${viewer.lines().join('\n')}`);
}

async function moveDown(peer: Peer, recorder: Recorder, viewer: Viewer) {
  const times: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < moves; round++) {
    const seen = await viewer.settle(recorder.send(peer.down), peer.down);
    times.push(timeUntilShown(seen, ...peer.rows));
    bytes.push(seen.frames.reduce((sum, frame) => sum + frame.bytes.length, 0));
  }
  return { down: summary(times), bytesOfMove: summary(bytes).p50 };
}

/** The bytes of each step of a held key, once the cursor is at the lower edge and the rows move. */
async function holdDown(peer: Peer, recorder: Recorder, viewer: Viewer): Promise<number> {
  await viewer.settle(recorder.send(peer.down.repeat(rows)), '');
  let last = 0;
  for (let step = 0; step < heldKeys; step++) {
    last = recorder.send(peer.down);
    await sleep(heldEveryMs);
  }
  const { frames } = await viewer.settle(last, '');
  return frames.reduce((sum, frame) => sum + frame.bytes.length, 0) / heldKeys;
}

async function typeNeedles(
  peer: Peer,
  recorder: Recorder,
  viewer: Viewer,
  needles: readonly string[],
): Promise<Summary> {
  const { open, clear } = peer.search!;
  const times: number[] = [];
  if (open !== '') await viewer.settle(recorder.send(open), open);
  for (const needle of needles) {
    for (const letter of needle) {
      const seen = await viewer.settle(recorder.send(letter), letter);
      const ms = timeUntilShown(seen, ...peer.rows);
      // Some draw nothing where a letter changes nothing.
      if (!Number.isNaN(ms)) times.push(ms);
    }
    await viewer.settle(recorder.send(clear), clear);
  }
  return summary(times);
}
