import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { commandTable } from '../../source/app/command-table.ts';
import { command, demoFile, open } from '../flows/fixture.ts';
import type { Program } from '../terminal/driver.ts';
import { keyBytes } from '../terminal/key-bytes.ts';
import { naughtyStrings } from './naughty-strings.ts';
import { strayControls } from './stray-controls.ts';

/** What a storm is made of, and what is counted of it. */
export interface StormCounts {
  keys: number;
  resizes: number;
  /** The program left because it was told to. */
  leavings: number;
  /** Megabytes more in use in the last third of the run than in the second. */
  'MB more': number;
  [count: string]: number;
}

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const spelled: Record<string, string> = {
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Escape',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
  'shift+up': 'Shift+Up',
  'shift+down': 'Shift+Down',
  backspace: 'Backspace',
  space: 'Space',
};

// Leaving and stopping have tests of their own; an export writes wherever its path says.
const leftOut = ['ctrl+c', 'ctrl+z', 'E'];

/** What a terminal sends for every key of the command table. */
const keys = [...new Set(commandTable.flatMap(({ keys }) => keys))]
  .filter(key => !leftOut.includes(key))
  .map(key =>
    keyBytes(
      spelled[key] ??
        key
          .replace(/^ctrl\+/, 'Ctrl+')
          .replace(/^alt\+/, 'Alt+')
          .replace(/up$/, 'Up')
          .replace(/down$/, 'Down')
          .replace(/left$/, 'Left'),
    ),
  );

// As bytes alone it would be Alt with the key that comes right behind it.
keys.push('\x1b[27u', '\x1b[27u', '\x1b[27u', '\x1b[27u');

const typed = [...'abcdemnrstu0123456789 .@-席éß\u0301', '👩🏽‍💻', '席尔瓦'];

/** What comes down a line that no key of a person sends. */
const foreign = [
  '\x1b[M !!',
  '\x1b[<0;10;10M\x1b[<0;10;10m',
  '\x1b[32;10;10M',
  '\x1b[I',
  '\x1b[O',
  '\x1b[?62;22c',
  '\x1b[12;40R',
  '\x1b]11;rgb:0000/0000/0000\x1b\\',
  '\x1bP1$r0m\x1b\\',
  '\x1b_Gi=1;OK\x1b\\',
  '\x1b[?2026;2$y',
  '\x1b[200~',
  '\x1b[201~',
  '\x1b[1;',
  '\x1b[',
  '\x1bO',
  '\x1b[999999999999999999A',
  '\x1b[27;5;99~',
  '\x1b[120;1u',
];

/**
 * Sends the program on a demo account `keys` random keys, in bunches of up to 12, between bytes that no key sends, pastes
 * and resizes; then looks whether it answers, leaves as it should, and left the roster whole.
 */
export async function storm(wanted: { keys: number; resizes: number; seed: number }): Promise<StormCounts> {
  const random = randomNumbers(wanted.seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const counts: StormCounts = { keys: 0, resizes: 0, leavings: 0, 'MB more': 0 };
  const file = await demoFile();
  let program: Program;
  let gone: boolean;
  let samples: number[] = [];
  const start = async () => {
    gone = false;
    program = await open(file);
    samples = [];
    void program.exit().then(() => {
      gone = true;
    });
  };
  /** It was told to leave, and another takes its place. */
  const again = async () => {
    counts.leavings++;
    expect(await program.exit(), `seed ${wanted.seed}`).toMatchObject({ code: 0 });
    restored(program);
    await start();
  };
  // Later on it stays, so that its memory can be watched.
  const mayLeave = () => counts.keys < wanted.keys / 4;
  const bytes = () =>
    Buffer.from(
      Array.from({ length: 1 + below(40) }, () => below(256)).filter(
        byte => ![0x03, 0x1a, 0x71].includes(byte),
      ),
    );
  const bunch = () => {
    const length = 1 + below(12);
    counts.keys += length;
    const text = Array.from({ length }, () => (random() < 0.7 ? one(keys) : one(typed))).join('');
    return mayLeave() ? text : text.replaceAll('q', 'j');
  };
  await start();
  for (let round = 0; counts.keys < wanted.keys || counts.resizes < wanted.resizes; round++) {
    const dice = random();
    if (dice < 0.04) program!.type(one(foreign));
    else if (dice < 0.06) program!.type(bytes().toString('latin1'));
    else if (dice < 0.07) program!.paste(one(naughtyStrings).repeat(1 + below(20)));
    // Nobody would read it of a program that is leaving, and writing it would wait for ever.
    else if (dice < 0.0705 && !mayLeave()) program!.type(`\x1b[200~${'paste '.repeat(200_000)}\x1b[201~`);
    else program!.type(bunch());
    if (counts.resizes * wanted.keys < counts.keys * wanted.resizes) {
      counts.resizes++;
      try {
        program!.resize(20 + below(180), 3 + below(57));
      } catch {
        // It has just left; that is looked at below.
        await program!.exit();
      }
    }
    // As a hand would; what piles up meanwhile comes as one read.
    await sleep(12);
    if (!gone! && round % samplesEvery === samplesEvery - 1) samples.push(await megabytes(program!));
    if (gone!) await again();
  }
  await program!.settled();
  // One of the last keys may have told it to leave: it gives the terminal back first.
  if (!program!.alternate) await again();
  await answers(program!);
  counts['MB more'] = growth(samples);
  await program!.press('Ctrl+C');
  expect(await program!.exit(), `seed ${wanted.seed}`).toMatchObject({ code: 0 });
  restored(program!);
  expect(await command(file, 'check')).toMatch(/^All is well/);
  return counts;
}

/** Drawn anew it shows the roster. */
async function answers(program: Program): Promise<void> {
  program.resize(100, 30);
  await program.settled();
  for (let step = 0; step < 30 && !/^ space select/m.test(program.screen()); step++) {
    const before = program.bytes();
    // What is not saved is given up: Esc alone would stay.
    program.type(/Leave without saving\?/.test(program.screen()) ? 'y' : '\x1b');
    // An unfinished paste has taken it: that ends a second after nothing comes any more, and with Esc alone.
    await program.waitFor(() => program.bytes() > before, 1_200).catch(() => {});
    await program.settled();
  }
  const before = program.bytes();
  await program.press('Ctrl+L');
  await program.waitFor(() => program.bytes() > before + 500);
  expect(program.screen().split('\n')[0]).toMatch(/Acme Support .* named/);
  expect(program.screen()).toContain('? all keys');
}

function restored(program: Program): void {
  expect(program.alternate).toBe(false);
  expect(program.cursorShown).toBe(true);
  // What was typed behind the leaving key is echoed by the terminal itself.
  const raw = program.raw();
  const end = '\x1b[?1049l\x1b[?25h';
  const own = raw.slice(0, raw.lastIndexOf(end) + end.length);
  expect(strayControls(own)).toEqual([]);
  // What names where it happened in the code; a text that ends with "at" may be followed by anything.
  expect(/.{0,99}(\bat \S.{0,200}:\d+:\d+|Error:|unexpected).{0,99}/.exec(own)?.[0]).toBe(undefined);
}

const samplesEvery = 100;

/** Megabytes by which the least that was in use in the last third of a run exceeds that of the second: 0 for short runs. */
function growth(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  if (third < 3) return 0;
  const least = (from: number, to: number) => Math.min(...samples.slice(from, to).filter(Number.isFinite));
  return Math.round(least(2 * third, samples.length) - least(third, 2 * third));
}

async function megabytes({ pid }: Program): Promise<number> {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  } catch {
    // It has just left, or there is no such folder on this system.
    return Number.NaN;
  }
}
