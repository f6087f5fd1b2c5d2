import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import { environment } from './environment.ts';
import { keyBytes } from './key-bytes.ts';
import { rest } from './processes.ts';
import { byteWriter, cellOf, createScreen, linesOf, type ScreenCell } from './screen-model.ts';

export interface ProgramOptions {
  columns?: number;
  rows?: number;
  /** Added to a minimal environment; undefined takes a variable out of it. */
  env?: Record<string, string | undefined>;
  /** The program's home unless told, a directory of its own. */
  cwd?: string;
  /** What is run with the arguments: a script for this Node (ends with .js or .mjs), or another executable. */
  file?: string;
  /** The color that the terminal says it is drawn on (`rgb:ffff/ffff/ffff`); without one it does not answer that question. */
  background?: string;
  /** How long its answers take, in milliseconds, or until `answer` is called. */
  answerMs?: number | 'held';
}

export interface Program {
  readonly pid: number;
  /** A temporary directory, removed by `close`. */
  readonly home: string;
  readonly columns: number;
  readonly rows: number;
  /** Sends text as it is, in one write. */
  type(text: string): void;
  /** Sends keys (see key-bytes.ts) one after the other, as a person would. What they do is still to be waited for. */
  press(...keys: string[]): Promise<void>;
  /** Sends text as a bracketed paste. */
  paste(text: string): void;
  resize(columns: number, rows: number): void;
  /** Stops reading what the program writes, as a line that stalls; `flow` reads on. */
  stall(): void;
  flow(): void;
  /** Gives the answers that are held. */
  answer(): void;
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
  /**
   * Resolves with the screen as soon as it shows `what`. Looks whenever the program has drawn something or is resized.
   * Rejects with the screen once the program has exited without, or after `timeoutMs` (30,000).
   */
  waitFor(what: string | RegExp | ((screen: string) => boolean), timeoutMs?: number): Promise<string>;
  waitGone(what: string | RegExp, timeoutMs?: number): Promise<string>;
  /** Resolves once the program and what it has started have nothing left to do, and all they wrote is on the screen. */
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

// Only a hang takes so long.
const PATIENCE_MS = 30_000;
const KEY_MS = 8;
/**
 * After Esc the program waits for the rest of a sequence, and a key that it reads together with it would be Alt with that
 * key. A terminal that says it has the focus means nothing to the program, and ends the waiting.
 */
const NOTHING = '\x1b[I';

/** Starts the built program (`dist/roster.js`) with `args` in a pseudo-terminal of 80×24, or as told. */
export function startProgram(args: string[], options: ProgramOptions = {}): Program {
  let { columns = 80, rows = 24 } = options;
  const home = mkdtempSync(join(tmpdir(), 'roster-test-'));
  const file = options.file ?? join(root, 'dist', 'roster.js');
  const isScript = /\.m?js$/.test(file);
  const screen = createScreen(columns, rows);
  const draw = byteWriter(screen);
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
  let parsing = 0;
  let cursorShown = true;
  let title = '';
  let clipboard: string | undefined;
  let ended: { code: number; signal: number | undefined } | undefined;
  /** The last that was sent is an Esc, whose rest the program may still wait for. */
  let escaped = false;
  /** The visible lines, until something is drawn. */
  let lines: string[] | undefined;
  const waiting = new Set<() => void>();
  const changed = (): void => {
    lines = undefined;
    for (const look of waiting) look();
  };

  const send = (bytes: string): void => {
    child.write(escaped ? NOTHING + bytes : bytes);
    escaped = false;
  };
  // Without an encoding it hands over bytes, whatever its types say.
  child.onData(data => {
    const chunk = Buffer.from(data);
    output.push(chunk);
    received += chunk.length;
    parsing++;
    draw(chunk, () => {
      parsing--;
      changed();
    });
  });
  // It is heard of once all output is read.
  const exited = new Promise<void>(resolve => {
    child.onExit(({ exitCode, signal }) => {
      ended = { code: exitCode, signal };
      resolve();
      changed();
    });
  });
  // A terminal answers when it is asked for its state.
  const held: (() => void)[] = [];
  const answer = (bytes: string): void => {
    const write = () => void (ended ?? child.write(bytes));
    if (options.answerMs === 'held') held.push(write);
    else setTimeout(write, options.answerMs ?? 0);
  };
  screen.onData(answer);
  screen.parser.registerOscHandler(11, asked => {
    if (asked === '?' && options.background) answer(`\x1b]11;${options.background}\x1b\\`);
    return true;
  });
  screen.onTitleChange(text => {
    title = text;
  });
  screen.parser.registerOscHandler(52, data => {
    clipboard = Buffer.from(data.slice(data.indexOf(';') + 1), 'base64').toString();
    return true;
  });
  for (const final of ['h', 'l']) {
    screen.parser.registerCsiHandler({ prefix: '?', final }, modes => {
      if (modes.includes(25)) cursorShown = final === 'h';
      // The screen goes on to do what it does with these.
      return false;
    });
  }

  const linesNow = (): string[] => {
    lines ??= linesOf(screen);
    return lines;
  };
  const text = (): string => linesNow().join('\n');
  /** All that came is drawn. Within a synchronized update a terminal shows the frame before, and waits for its end. */
  const isDrawn = (): boolean =>
    parsing === 0 && (ended !== undefined || !screen.modes.synchronizedOutputMode);
  const until = (holds: () => boolean, what: string, timeoutMs = PATIENCE_MS): Promise<string> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(`${what} within ${timeoutMs} ms.`), timeoutMs);
      const stop = () => {
        clearTimeout(timer);
        waiting.delete(look);
      };
      const fail = (message: string) => {
        stop();
        reject(new Error(message + state()));
      };
      const look = () => {
        if (!isDrawn()) return;
        try {
          if (holds()) {
            stop();
            resolve(text());
          } else if (ended) fail(`${what} until it exited.`);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      waiting.add(look);
      look();
    });
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
        escaped = key === 'Escape' || key === 'Esc';
        await sleep(KEY_MS);
      }
    },
    paste: pasted => send(`\x1b[200~${pasted.replaceAll('\n', '\r')}\x1b[201~`),
    resize(newColumns, newRows) {
      columns = newColumns;
      rows = newRows;
      screen.resize(columns, rows);
      child.resize(columns, rows);
      changed();
    },
    stall: () => child.pause(),
    flow: () => child.resume(),
    answer() {
      for (const write of held.splice(0)) write();
    },
    screen: text,
    row(what) {
      const found = linesNow().find(line => holds(line, what));
      if (found === undefined) throw new Error(`No line with ${what}.${state()}`);
      return found;
    },
    cell: (x, y) => cellOf(screen, x, y),
    get alternate() {
      return screen.buffer.active.type === 'alternate';
    },
    get cursorShown() {
      return cursorShown;
    },
    get title() {
      return title;
    },
    get clipboard() {
      return clipboard;
    },
    waitFor: (what, timeoutMs) =>
      until(
        () => (typeof what === 'function' ? what(text()) : holds(text(), what)),
        `Not shown: ${what}`,
        timeoutMs,
      ),
    waitGone: (what, timeoutMs) => until(() => !holds(text(), what), `Still shown: ${what}`, timeoutMs),
    async settled(timeoutMs) {
      if (escaped) send('');
      let before: number;
      do {
        before = received;
        await rest(child.pid, timeoutMs);
      } while (received > before);
      await until(() => true, 'Not settled', timeoutMs);
    },
    bytes: () => received,
    raw: () => Buffer.concat(output).toString(),
    async exit() {
      await exited;
      await until(() => parsing === 0, 'Not drawn');
      return ended!;
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
