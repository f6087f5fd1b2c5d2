import { setTimeout as sleep } from 'node:timers/promises';
import { amount, type Figure, figure, said } from '../figure.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { DrawnFrame } from '../pty/viewer.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { summary } from '../statistics.ts';
import { shownIn } from './answers.ts';
import { hold } from './held.ts';

export const bytes: Section = { name: 'bytes', title: 'Bytes on the wire, 120×40 in color', measure };

const idleMs = 5_000;

async function measure(bench: Bench): Promise<Figure[]> {
  const session = await openSession(bench.data.db);
  try {
    const moves = await movesOf(session, repetitions(bench, 30));
    const scrolls = await scrollsOf(session, repetitions(bench, 60));
    const { keys, bytes: held } = await hold(session, 'Down', 30);
    const letters = await lettersOf(session);
    await tour(session);
    const before = session.recorder.take().length;
    await sleep(idleMs);
    const idle = session.recorder.take().reduce((sum, chunk) => sum + chunk.bytes.length, before);
    return [
      worstOf(
        'A cursor move',
        moves.map(one => one.bytes),
        350,
      ),
      worstOf(
        'A scroll step',
        scrolls.map(one => one.bytes),
        350,
      ),
      figure('A held scroll step', held / keys, { most: 350 }, 'bytes'),
      worstOf('A letter that changes no row', letters, 100),
      figure(`Idle for ${idleMs / 1000} s`, idle, { most: 0 }, 'bytes'),
      frugality(session.drawn),
      oneFrame([...moves, ...scrolls].map(one => one.frames)),
      inMarks(session.drawn),
    ];
  } finally {
    await session.close();
  }
}

interface Cost {
  bytes: number;
  frames: number;
}

/** The cursor down and up within the page. */
async function movesOf(session: Session, count: number): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const key of ['Down', 'Up'])
    for (let round = 0; round < count; round++) costs.push(cost(await session.key(key)));
  return costs;
}

/** The cursor down at the lower edge, where the rows move. */
async function scrollsOf(session: Session, count: number): Promise<Cost[]> {
  await session.key('g');
  // The cursor goes to the last line, which moves no row.
  session.recorder.send('j'.repeat(32));
  await session.settle(performance.now());
  const costs: Cost[] = [];
  for (let round = 0; round < count; round++) costs.push(cost(await session.key('Down')));
  return costs;
}

function cost(answer: Awaited<ReturnType<Session['key']>>): Cost {
  return { bytes: answer.bytes, frames: answer.frames };
}

/** Behind each of these words its letters bring nobody and take nobody away: blanks, words once more, and what nobody has. */
const withoutEffect: readonly (readonly [word: string, more: string])[] = [
  ['ann', '  '],
  ['maria', ' maria '],
  ['MÜLLER', ' muller'],
  ['qqqzz', 'qzqzqz'],
  ['qzx', 'ñéßøł'],
  ['qzx', 'жюя'],
  ['qzx', '志强席尔瓦'],
  ['qzx', 'محمد'],
  ['qzx', ' acme sales'],
  ['qzx', '\x7fx'],
];

/** Letters in the search that bring and take no user, whatever else they change. */
async function lettersOf(session: Session): Promise<number[]> {
  await session.key('g');
  await session.key('/');
  const costs: number[] = [];
  for (const [word, more] of withoutEffect) {
    await session.type(word);
    for (const letter of more) {
      const nobody = isEmpty(session);
      const { bytes, rowsChanged } = await session.type(letter);
      // Where nobody is shown, a sentence with the search stands in their place.
      if (!rowsChanged || (nobody && isEmpty(session))) costs.push(bytes);
    }
    await session.key('Ctrl+U');
  }
  await session.key('Enter');
  return costs;
}

function isEmpty(session: Session): boolean {
  return shownIn(session.lines(), session.footer()).rows === 0;
}

/** A bit of everything, for frames of all kinds. */
async function tour(session: Session): Promise<void> {
  for (const key of ['PageDown', 'PageDown', 'PageUp', 'G', 'g', 's', 's', 's', '>', '>', '=', '<', '<', '='])
    await session.key(key);
  await session.key('/');
  for (const letter of 'silva maria') await session.type(letter);
  await session.key('Enter');
  for (const key of ['Space', 'Space', '*', '-', 'f', 'Down', 'Down', 'Enter', 'F', '?'])
    await session.key(key);
  await session.type('sort');
  await session.key('Esc');
  for (const key of ['Enter', 'PageDown', 'Esc', 'l', 'Esc', 'h', 'Esc', 'e', 'Esc']) await session.key(key);
}

function worstOf(what: string, all: readonly number[], most: number): Figure {
  const { p50, p95, worst } = summary(all);
  const value = `${amount(p50, '')} / ${amount(p95, '')} / ${amount(worst, 'bytes')}  (${amount(all.length, '')} keys)`;
  return said(`${what}, p50 / p95 / worst`, `p95 ≤ ${most} bytes`, value, p95 <= most);
}

/** The frame that is furthest from what its changed cells allow. */
function frugality(frames: readonly DrawnFrame[]): Figure {
  const shares = frames.map(frame => ({ ...frame, share: frame.bytes / (3 * frame.cells + 200) }));
  const worst = shares.reduce((one, other) => (other.share > one.share ? other : one));
  const over = shares.filter(({ share }) => share > 1).length;
  return said(
    'Any frame ÷ (3 × its changed cells + 200), worst',
    '≤ 1 ×',
    `${amount(worst.share, '×')}  (${worst.bytes} bytes for ${worst.cells} cells after ${worst.after}; ${over} of ${frames.length} over)`,
    over === 0,
  );
}

function oneFrame(counts: readonly number[]): Figure {
  const most = Math.max(...counts);
  return said('Frames a move', '1', amount(most, ''), most <= 1);
}

/** What a synchronized update brackets a terminal shows at once, in however many pieces it comes. */
function inMarks(frames: readonly DrawnFrame[]): Figure {
  const outside = frames.filter(frame => !frame.marked).length;
  return said('Frames that are not one synchronized update', '0', amount(outside, ''), outside === 0);
}
