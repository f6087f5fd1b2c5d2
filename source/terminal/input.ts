import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createInputParser } from './input-parser.ts';

/** What Ink reads keys from: each chunk is one key, one escape sequence or one bracketed paste. */
export interface InkInput extends Readable {
  readonly isTTY: true;
  setRawMode(on: boolean): InkInput;
  ref(): InkInput;
  unref(): InkInput;
  /** The terminal was asked something; `onAnswer` gets what it says. */
  expectAnswers(): void;
}

export interface InputOptions {
  /** The terminal is gone: stdin ended, or failed (EIO). Called once. */
  onEnd?: () => void;
  /** Called instead of stdin's own setRawMode, by one who owns raw mode. */
  setRawMode?: (on: boolean) => void;
  /** What the terminal says that nobody typed, as it came. */
  onAnswer?: (answer: string) => void;
}

// On a jittery line the bytes of an arrow key come apart; Esc is not held longer than a person notices.
const ESCAPE_MS = 100;
// The rest of a sequence that has begun is sure to come, if late.
const SEQUENCE_MS = 500;
// Without its end mark a paste would keep for good what was pasted; what comes later of it is dropped.
const PASTE_MS = 1000;
const PASTE_LIMIT = 10_000_000;

/**
 * Ink's stdin made from the terminal's. Keys that arrive in one read become chunks of their own, in the same turn; bytes
 * of one character, sequence or paste that arrive in several reads become one chunk. A paste keeps its first 10 million
 * characters.
 */
export function createInput(stdin: NodeJS.ReadStream, options: InputOptions = {}): InkInput {
  const parser = createInputParser(PASTE_LIMIT, options.onAnswer);
  const decoder = new StringDecoder('utf8');
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const deliver = (chunks: string[]): void => {
    for (const chunk of chunks) input.push(chunk);
  };

  const onData = (data: Buffer | string): void => {
    clearTimeout(timer);
    deliver(parser.push(typeof data === 'string' ? data : decoder.write(data)));
    const pending = parser.pending();
    if (pending === 'nothing') return;
    const patience = pending === 'escape' ? ESCAPE_MS : pending === 'paste' ? PASTE_MS : SEQUENCE_MS;
    timer = setTimeout(() => deliver(parser.flush()), patience);
  };

  const onEnd = (): void => {
    clearTimeout(timer);
    if (ended) return;
    ended = true;
    options.onEnd?.();
  };

  const input = new InputStream({
    setRawMode: options.setRawMode ?? (on => stdin.setRawMode?.(on)),
    ref: () => stdin.ref?.(),
    unref: () => stdin.unref?.(),
    expectAnswers: () => parser.expectAnswers(),
    stop() {
      ended = true;
      clearTimeout(timer);
      stdin.off('data', onData).off('end', onEnd).off('close', onEnd);
      stdin.pause();
    },
  });
  stdin.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
  return input;
}

interface Handlers {
  setRawMode(on: boolean): void;
  ref(): void;
  unref(): void;
  expectAnswers(): void;
  stop(): void;
}

class InputStream extends Readable implements InkInput {
  readonly isTTY = true;
  private readonly handlers: Handlers;

  constructor(handlers: Handlers) {
    super({ objectMode: true, read() {} });
    this.handlers = handlers;
  }

  setRawMode(on: boolean): this {
    this.handlers.setRawMode(on);
    return this;
  }

  ref(): this {
    this.handlers.ref();
    return this;
  }

  unref(): this {
    this.handlers.unref();
    return this;
  }

  expectAnswers(): void {
    this.handlers.expectAnswers();
  }

  /** Ignored: chunks are strings already, and a decoder would join those that wait. */
  override setEncoding(): this {
    return this;
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.handlers.stop();
    callback(error);
  }
}
