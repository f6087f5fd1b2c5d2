import pty from '@lydell/node-pty';

/** What a program wrote, as it came. */
export interface Chunk {
  /** When it was read (performance.now). */
  at: number;
  bytes: Buffer;
}

/** A program in a pseudo-terminal whose output is only put down, with the time: looking at it comes later. */
export interface Recorder {
  readonly pid: number;
  readonly columns: number;
  readonly rows: number;
  /** When it was asked to start. */
  readonly startedAt: number;
  /** What came since the last call. */
  take(): Chunk[];
  /** Sends bytes in one write and tells when. */
  send(bytes: string): number;
  /**
   * Resolves with true when something was written since `since`, and after that nothing for `ms`; with false if nothing
   * was within `mostMs` from now.
   */
  quiet(since: number, ms: number, mostMs: number): Promise<boolean>;
  /** Calls `listener` with each chunk as it comes, until the returned function is called. */
  watch(listener: (chunk: Chunk) => void): () => void;
  readonly exited: Promise<number>;
  close(): Promise<void>;
}

export interface RecorderOptions {
  columns?: number;
  rows?: number;
  cwd: string;
  /** Added to a minimal environment. */
  env?: Record<string, string>;
}

export function record(file: string, args: string[], options: RecorderOptions): Recorder {
  const { columns = 120, rows = 40, cwd } = options;
  const startedAt = performance.now();
  const child = pty.spawn(file, args, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: cwd,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
      ...options.env,
    },
    encoding: null,
  });
  let chunks: Chunk[] = [];
  let last = startedAt;
  const listeners = new Set<(chunk: Chunk) => void>();
  // Without an encoding it hands over bytes, whatever its types say.
  child.onData(data => {
    const at = performance.now();
    const chunk = { at, bytes: Buffer.from(data) };
    chunks.push(chunk);
    last = at;
    for (const listener of listeners) listener(chunk);
  });
  let running = true;
  const exited = new Promise<number>(resolve => {
    child.onExit(({ exitCode }) => {
      running = false;
      resolve(exitCode);
    });
  });
  return {
    pid: child.pid,
    columns,
    rows,
    startedAt,
    take() {
      const taken = chunks;
      chunks = [];
      return taken;
    },
    send(bytes) {
      const at = performance.now();
      child.write(bytes);
      return at;
    },
    quiet(since, ms, mostMs) {
      const deadline = performance.now() + mostMs;
      return new Promise(resolve => {
        // A timer that looks again when it was too early: chunks that come in between cost nothing.
        const look = () => {
          const now = performance.now();
          const answered = last >= since;
          const due = answered ? last + ms : deadline;
          if (!running || now >= due) return resolve(answered);
          setTimeout(look, Math.min(due - now, ms));
        };
        look();
      });
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exited,
    async close() {
      if (running) child.kill('SIGKILL');
      await exited;
    },
  };
}
