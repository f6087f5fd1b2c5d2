import type { Background } from '../roster/screen/drawing.ts';
import { ASK_BACKGROUND, answersQuestions, backgroundOf, endsAnswers } from './background.ts';
import { clipboardSequence } from './clipboard.ts';
import { type ColorDepth, detectColorDepth } from './color-depth.ts';
import { createHangup, type Hangup } from './hangup.ts';
import { InkOutput } from './ink-output.ts';
import { createInput, type InkInput } from './input.ts';
import { KEYBOARD_AS_BEFORE, PLAIN_KEYBOARD } from './keyboard-modes.ts';
import { openOutput } from './output.ts';
import { createPainter } from './painter.ts';
import { type Size, sizeOf } from './size.ts';

export interface TerminalOptions {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  env: NodeJS.ProcessEnv;
}

export interface Terminal {
  /** Ink's stdin. */
  readonly input: InkInput;
  /** Ink's stdout: the frames written to it are drawn, the newest one at the end of a turn. */
  readonly output: InkOutput;
  readonly depth: ColorDepth;
  /** In cells. */
  size(): Size;
  /** Called after each change of size. Returns how to stop. */
  onResize(listener: (size: Size) => void): () => void;
  /** Called once the terminal has said what is drawn on; never where it does not say. */
  onBackground(listener: (background: Background) => void): void;
  /** Puts `text` on the clipboard of the person at the terminal (OSC 52), through SSH, too. */
  copy(text: string): void;
  /** Draws everything again. */
  repaint(): void;
  /** Gives the terminal back and stops the process, as Ctrl+Z does; when it goes on, takes the terminal again. */
  suspend(): void;
  /**
   * Waits for the terminal to take what is still on its way, and for an answer that it was asked for: after `close` a shell
   * would read the rest as text.
   */
  drained(): Promise<void>;
  /** Gives the terminal back for good. May be called more than once. */
  close(): void;
  /**
   * The terminal is gone, or a signal says to leave. The terminal is restored already, and the process ends by the
   * signal as soon as the listeners are done, after 150 ms at the latest.
   */
  onHangup(listener: (signal: string) => void | Promise<void>): void;
}

// Alternate screen, no cursor, bracketed paste, plain keys.
const ENTER = `\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h${PLAIN_KEYBOARD}`;
// Keys, default style, no margins, wrapping, cursor as before; a synchronized update may be open.
const LEAVE = `\x1b[?2026l${KEYBOARD_AS_BEFORE}\x1b[m\x1b[r\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h`;
// On a slow line an answer takes a while; a terminal that has not answered by then never will.
const ANSWER_MS = 2_000;
// A process group without a shell above it does not stop: then the screen has to come back by itself.
const STOPPED_MS = 60;

/** Takes the terminal: raw mode, alternate screen, signals. It alone changes these until `close`. */
export function openTerminal({ stdin, stdout, env }: TerminalOptions): Terminal {
  const depth = detectColorDepth(env);
  let size = sizeOf(stdout, env);
  let state: 'on' | 'suspended' | 'closed' = 'suspended';
  const resizeListeners = new Set<(size: Size) => void>();
  const answered = Promise.withResolvers<void>();
  const background = Promise.withResolvers<Background>();

  const out = openOutput(stdout, { onDrain: () => painter.drained(), onGone: () => hangup.leave('SIGHUP') });
  const painter = createPainter({ write: bytes => out.write(bytes) }, size);
  const output = new InkOutput(size, frame => painter.frame(frame));
  // Raw mode goes with the alternate screen, not with Ink's hooks.
  const input = createInput(stdin, {
    setRawMode: () => {},
    onEnd: () => hangup.leave('SIGHUP'),
    onAnswer(answer) {
      const said = backgroundOf(answer);
      if (said) background.resolve(said);
      if (endsAnswers(answer)) answered.resolve();
    },
  });

  const enter = (): void => {
    state = 'on';
    process.off('SIGTSTP', suspend);
    process.on('SIGTSTP', suspend);
    // Whoever had the terminal meanwhile may have changed its modes; setting what Node believes to be set does nothing.
    stdin.setRawMode?.(false);
    stdin.setRawMode?.(true);
    stdin.resume();
    out.take();
    out.write(ENTER);
    painter.start();
  };

  const leave = (next: 'suspended' | 'closed'): void => {
    const had = state === 'on';
    // First, because failing on a terminal that is gone leads here again.
    state = next;
    if (!had) return;
    painter.stop();
    out.release(LEAVE);
    stdin.setRawMode?.(false);
  };

  const resume = (): void => {
    if (state === 'closed') return;
    enter();
    // While the process was stopped nobody told it of a new size; asking anew emits `resize`.
    (stdout as { _refreshSize?: () => void })._refreshSize?.();
  };

  /** Ctrl+Z, or somebody's `kill -TSTP`: caught, so that the terminal is given back first. */
  const suspend = (): void => {
    if (state !== 'on') return;
    leave('suspended');
    process.off('SIGTSTP', suspend);
    process.kill(0, 'SIGTSTP');
    setTimeout(() => state === 'suspended' && resume(), STOPPED_MS);
  };

  const onSize = (): void => {
    const now = sizeOf(stdout, env);
    if (now.columns === size.columns && now.rows === size.rows) return;
    size = now;
    painter.resize(size.columns, size.rows);
    output.resize(size);
    for (const listener of resizeListeners) listener(size);
  };

  const close = (): void => {
    if (state === 'closed') return;
    leave('closed');
    hangup.close();
    stdout.off('resize', onSize);
    process.off('SIGCONT', resume);
    process.off('SIGTSTP', suspend);
    process.off('exit', close);
    process.off('uncaughtExceptionMonitor', close);
    input.destroy();
    stdin.unref?.();
    out.close();
  };

  const hangup: Hangup = createHangup(close);
  stdout.on('resize', onSize);
  process.on('SIGCONT', resume);
  process.on('exit', close);
  process.on('uncaughtExceptionMonitor', close);
  enter();
  if (answersQuestions(env)) {
    input.expectAnswers();
    out.write(ASK_BACKGROUND);
    setTimeout(answered.resolve, ANSWER_MS).unref();
  } else answered.resolve();

  return {
    input,
    output,
    depth,
    size: () => size,
    onResize(listener) {
      resizeListeners.add(listener);
      return () => resizeListeners.delete(listener);
    },
    onBackground: listener => void background.promise.then(listener),
    copy(text) {
      if (state === 'on') out.write(clipboardSequence(text, env));
    },
    repaint: () => painter.repaint(),
    suspend,
    async drained() {
      await Promise.all([out.drained(), answered.promise]);
    },
    close,
    onHangup: listener => hangup.listen(listener),
  };
}
