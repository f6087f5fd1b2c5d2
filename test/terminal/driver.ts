import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import { createFrameWatch } from './frame-watch.ts';
import { keyBytes } from './key-bytes.ts';
import { cellOf, createScreen, linesOf, type ScreenCell } from './screen-model.ts';

export interface ProgramOptions {
  columns?: number;
  rows?: number;
  /** Added to a minimal environment; undefined takes a variable out of it. */
  env?: Record<string, string | undefined>;
  /** The program's home unless told, a directory of its own. */
  cwd?: string;
  /** What is run with the arguments: a script for this Node (ends with .js or .mjs), or another executable. */
  file?: string;
}

export interface Program {
  readonly pid: number;
  /** A temporary directory, removed by `close`. */
  readonly home: string;
  readonly columns: number;
  readonly rows: number;
  /** Sends text as it is, in one write. */
  type(text: string): void;
  /** Sends keys (see key-bytes.ts) one after the other, as a person would. */
  press(...keys: string[]): Promise<void>;
  /** Sends text as a bracketed paste. */
  paste(text: string): void;
  resize(columns: number, rows: number): void;
  /** Stops reading what the program writes, as a line that stalls; `flow` reads on. */
  stall(): void;
  flow(): void;
  /** What is visible, lines without trailing blanks. */
  screen(): string;
  /** The first line that holds `what`; throws with the screen when there is none. */
  row(what: string | RegExp): string;
  cell(x: number, y: number): ScreenCell;
  /** Whether the program shows the alternate screen, and whether the cursor is shown. */
  readonly alternate: boolean;
  readonly cursorShown: boolean;
  readonly title: string;
  /** What was put on the clipboard last (OSC 52). */
  readonly clipboard: string | undefined;
  /** Resolves with the screen as soon as it shows `what`; rejects with the screen after `timeoutMs` (10,000). */
  waitFor(what: string | RegExp | ((screen: string) => boolean), timeoutMs?: number): Promise<string>;
  waitGone(what: string | RegExp, timeoutMs?: number): Promise<string>;
  /** Resolves when the last input was answered, or was not for 300 ms, and nothing was written for 60 ms. */
  settled(timeoutMs?: number): Promise<void>;
  /** How many bytes the program has written so far. */
  bytes(): number;
  /** All that the program has written so far. */
  raw(): string;
  /** Resolves when the program has exited and its last output is on the screen. */
  exit(): Promise<{ code: number; signal: number | undefined }>;
  kill(signal?: NodeJS.Signals): void;
  /** Closes the terminal's other end, as a line does that drops; nothing can be read from then on. */
  vanish(): void;
  /** Kills the program if it runs and removes its home. */
  close(): Promise<void>;
}

/** The repository's root directory. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const POLL_MS = 10;
// Long enough for a machine that is busy with other tests; nothing is slower for it when all is well.
const PATIENCE_MS = 10_000;
const QUIET_MS = 60;
const UNANSWERED_MS = 300;
const DRAIN_MS = 30;
const KEY_MS = 8;
// After Esc the program waits for the rest of a sequence; a key that comes sooner would be Alt with that key.
const ESCAPE_MS = 150;
// A busy machine may read it only then; what Esc changes nothing of is not answered at all.
const ESCAPE_UNANSWERED_MS = 600;

/** Starts the built program (`dist/roster.js`) with `args` in a pseudo-terminal of 80×24, or as told. */
export function startProgram(args: string[], options: ProgramOptions = {}): Program {
  let { columns = 80, rows = 24 } = options;
  const home = mkdtempSync(join(tmpdir(), 'roster-test-'));
  const file = options.file ?? join(root, 'dist', 'roster.js');
  const isScript = /\.m?js$/.test(file);
  const screen = createScreen(columns, rows);
  const child = pty.spawn(isScript ? process.execPath : file, isScript ? [file, ...args] : args, {
    name: options.env?.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd ?? home,
    env: environment(home, options.env ?? {}),
    encoding: null,
  });

  const output: Buffer[] = [];
  let received = 0;
  let lastOutput = Date.now();
  let lastInput = 0;
  const send = (bytes: string): void => {
    lastInput = Date.now();
    child.write(bytes);
  };
  let parsing = 0;
  const frames = createFrameWatch();
  let title = '';
  let clipboard: string | undefined;
  let ended: { code: number; signal: number | undefined } | undefined;
  // Without an encoding it hands over bytes, whatever its types say.
  child.onData(data => {
    const chunk = Buffer.from(data);
    output.push(chunk);
    received += chunk.length;
    lastOutput = Date.now();
    frames.see(chunk);
    parsing++;
    screen.write(chunk, () => parsing--);
  });
  const exited = new Promise<{ code: number; signal: number | undefined }>(resolve => {
    child.onExit(({ exitCode, signal }) => {
      ended = { code: exitCode, signal };
      resolve(ended);
    });
  });
  // A terminal answers when it is asked for its state.
  screen.onData(answer => ended ?? child.write(answer));
  screen.onTitleChange(text => {
    title = text;
  });
  screen.parser.registerOscHandler(52, data => {
    clipboard = Buffer.from(data.slice(data.indexOf(';') + 1), 'base64').toString();
    return true;
  });

  const text = (): string => linesOf(screen).join('\n');
  const until = async (holds: () => boolean, what: string, timeoutMs: number): Promise<string> => {
    const deadline = Date.now() + timeoutMs;
    while (!(parsing === 0 && !frames.open && holds())) {
      if (Date.now() > deadline) throw new Error(`${what} within ${timeoutMs} ms.${state()}`);
      await sleep(POLL_MS);
    }
    return text();
  };
  const state = (): string => {
    const end = ended ? `\nThe program has exited with ${JSON.stringify(ended)}.` : '';
    return `${end}\nScreen of ${columns}×${rows}:\n${text()}\n`;
  };

  return {
    pid: child.pid,
    home,
    get columns() {
      return columns;
    },
    get rows() {
      return rows;
    },
    type: send,
    async press(...keys) {
      for (const key of keys) {
        send(keyBytes(key));
        const isEscape = key === 'Escape' || key === 'Esc';
        await sleep(isEscape ? ESCAPE_MS : KEY_MS);
        const answered = () => ended || lastOutput > lastInput;
        while (isEscape && !answered() && Date.now() - lastInput < ESCAPE_UNANSWERED_MS) await sleep(POLL_MS);
      }
    },
    paste: pasted => send(`\x1b[200~${pasted.replaceAll('\n', '\r')}\x1b[201~`),
    resize(newColumns, newRows) {
      columns = newColumns;
      rows = newRows;
      screen.resize(columns, rows);
      child.resize(columns, rows);
    },
    stall: () => child.pause(),
    flow: () => child.resume(),
    screen: text,
    row(what) {
      const found = linesOf(screen).find(line => holds(line, what));
      if (found === undefined) throw new Error(`No line with ${what}.${state()}`);
      return found;
    },
    cell: (x, y) => cellOf(screen, x, y),
    get alternate() {
      return screen.buffer.active.type === 'alternate';
    },
    get cursorShown() {
      const all = Buffer.concat(output).toString();
      return all.lastIndexOf('\x1b[?25h') >= all.lastIndexOf('\x1b[?25l');
    },
    get title() {
      return title;
    },
    get clipboard() {
      return clipboard;
    },
    waitFor: (what, timeoutMs = PATIENCE_MS) =>
      until(
        () => (typeof what === 'function' ? what(text()) : holds(text(), what)),
        `Not shown: ${what}`,
        timeoutMs,
      ),
    waitGone: (what, timeoutMs = PATIENCE_MS) =>
      until(() => !holds(text(), what), `Still shown: ${what}`, timeoutMs),
    async settled(timeoutMs = PATIENCE_MS) {
      const from = Date.now();
      const quiet = () => {
        // A busy machine takes its time to answer; what stays without an answer is waited for longer.
        const needed = lastOutput >= lastInput ? QUIET_MS : UNANSWERED_MS;
        return Date.now() - Math.max(lastOutput, lastInput, from) >= needed;
      };
      await until(quiet, 'Not settled', timeoutMs);
    },
    bytes: () => received,
    raw: () => Buffer.concat(output).toString(),
    async exit() {
      const end = await exited;
      // The exit may be heard of before the last output is read and drawn.
      const drained = () => parsing === 0 && Date.now() - lastOutput >= DRAIN_MS;
      while (!drained()) await sleep(POLL_MS);
      return end;
    },
    kill: (signal = 'SIGTERM') => process.kill(child.pid, constants.signals[signal]),
    vanish: () => (child as unknown as { _socket: { destroy(): void } })._socket.destroy(),
    async close() {
      if (!ended) child.kill('SIGKILL');
      await exited;
      screen.dispose();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function holds(text: string, what: string | RegExp): boolean {
  return typeof what === 'string'
    ? text.includes(what)
    : new RegExp(what.source, what.flags.replace('g', '')).test(text);
}

function environment(home: string, changes: Record<string, string | undefined>): Record<string, string> {
  const all: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
