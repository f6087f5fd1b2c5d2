import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyBytes } from '../../terminal/key-bytes.ts';
import { warm } from '../data/warm.ts';
import { entry, node } from '../process/node.ts';
import { digest, type Picture, sameLines, textOf } from './display.ts';
import { framesOf } from './frames.ts';
import { type Recorder, record } from './recorder.ts';
import { createViewer, type DrawnFrame, patienceMs, type Seen, timeUntil, timeUntilShown } from './viewer.ts';

/** What the screen answered to keys. All times in milliseconds from their sending. */
export interface Answer {
  /** Until the last byte of the frame since which everything but the counts stays as it is. NaN: nothing came. */
  rows: number;
  /** Until the counts stay as they are, too. */
  counts: number;
  /** Until those of them do that tell how many match. */
  totals: number;
  bytes: number;
  frames: number;
  /** When the last byte came (performance.now). NaN: nothing came. */
  lastByteAt: number;
  /** Whether anything but the counts and the search's own line changed. */
  rowsChanged: boolean;
  /** What was shown, but for the counts, and when its last byte came (performance.now), frame by frame. */
  steps(): Step[];
}

export interface Step {
  at: number;
  /** The same text stands for the same picture. */
  shows: string;
}

/** How something that takes a while came to its end. */
export interface Reached {
  /** From the sending of the keys to the last byte of the frame that showed it. */
  ms: number;
  /** What the screen showed before, frame by frame. */
  meanwhile: string[];
}

/** The roster on the screen, 120×40, driven key by key. */
export interface Session {
  readonly recorder: Recorder;
  /** All frames since the screen stood. */
  readonly drawn: readonly DrawnFrame[];
  /** Sends one key (see key-bytes.ts), waits until all is shown, and tells how it went. */
  key(key: string): Promise<Answer>;
  /** Sends text in one write, likewise. */
  type(text: string): Promise<Answer>;
  /** Waits until what was sent at `since` is shown, and the counts are exact. */
  settle(since: number, after?: string): Promise<Answer>;
  /** Draws what came since, without waiting for more. */
  look(): Promise<void>;
  /** Sends keys and waits until the screen shows `wanted`, whatever else it shows before. */
  until(keys: string, wanted: RegExp): Promise<Reached>;
  lines(): string[];
  /** `row 1 of 14 · 500 users` */
  footer(): string;
  close(): Promise<void>;
}

const columns = 120;
const rows = 40;
/** The counts stand on the last line but one, the search on the second. */
const footerLine = rows - 2;
const searchLine = 1;
const quietMs = 60;
const glanceMs = 10;
const pendingCount = /\bof (…|\.\.\.)/;

export interface SessionOptions {
  /** Where settings are kept; a folder of its own unless told. */
  home?: string;
}

/** Starts the screen on a roster, whose file is in the system's memory, and waits until it stands. */
export async function openSession(db: string, { home }: SessionOptions = {}): Promise<Session> {
  warm(db);
  const folder = home ?? mkdtempSync(join(tmpdir(), 'roster-bench-home-'));
  const recorder = record(node, [entry, '--db', db], { columns, rows, cwd: folder, env: screenEnv(folder) });
  const footerOf = (lines: readonly string[]) => (lines[footerLine] ?? '').trim();
  const pending = (lines: readonly string[]) => pendingCount.test(footerOf(lines));
  const viewer = createViewer(recorder, { split: framesOf, quietMs, pending });

  const settle = async (since: number, after = '') => answerOf(await viewer.settle(since, after));

  const until = async (keys: string, wanted: RegExp): Promise<Reached> => {
    const since = recorder.send(keys);
    const meanwhile: string[] = [];
    while (performance.now() < since + patienceMs) {
      await recorder.quiet(since, 1, glanceMs);
      for await (const { frame } of viewer.drawNew(keys)) {
        const text = viewer.lines().join('\n');
        if (wanted.test(text)) return { ms: frame.at - since, meanwhile };
        meanwhile.push(text);
      }
      await sleep(glanceMs);
    }
    throw new Error(`Not shown after ${JSON.stringify(keys)}: ${wanted}\n${viewer.lines().join('\n')}`);
  };

  // It takes the terminal before it has anything to show.
  while (!viewer.lines().at(-1)?.includes('? all keys')) {
    if (performance.now() > recorder.startedAt + patienceMs)
      throw new Error(`The screen does not stand:\n${viewer.lines().join('\n')}`);
    await settle(recorder.startedAt);
    await sleep(quietMs);
  }
  viewer.drawn.length = 0;

  return {
    recorder,
    drawn: viewer.drawn,
    key: key => settle(recorder.send(keyBytes(key)), key),
    type: text => settle(recorder.send(text), text),
    settle,
    async look() {
      for await (const _ of viewer.drawNew(''));
    },
    until,
    lines: () => viewer.lines(),
    footer: () => footerOf(viewer.lines()),
    async close() {
      await recorder.close();
      viewer.close();
      if (home === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answerOf(seen: Seen): Answer {
  const { before, frames, pictures } = seen;
  return {
    rows: timeUntilShown(seen, 0, footerLine),
    counts: timeUntilShown(seen, footerLine, footerLine + 1),
    totals: timeUntil(seen, (one, last) => totalsIn(one) === totalsIn(last)),
    bytes: frames.reduce((sum, frame) => sum + frame.bytes.length, 0),
    frames: frames.length,
    lastByteAt: frames.at(-1)?.at ?? Number.NaN,
    rowsChanged: !sameLines(before, pictures.at(-1) ?? before, searchLine + 1, footerLine),
    steps: () => frames.map(({ at }, index) => ({ at, shows: digest(pictures[index]!, footerLine) })),
  };
}

/** `row 1 of 14 · 500 users` from its `of` on: in which row the cursor stands may be known later. */
function totalsIn(picture: Picture): string {
  return textOf(picture, footerLine)
    .replace(/^.*?\bof /, '')
    .trimEnd();
}

/** As the screen is run with settings of its own. */
export function screenEnv(home: string): Record<string, string> {
  // New users wait for their e-mails: without a server to send them by, the screen would begin by saying so.
  return {
    XDG_CONFIG_HOME: join(home, 'config'),
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    ROSTER_MAIL_FROM: 'a@b.example',
  };
}
