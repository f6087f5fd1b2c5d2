import { writeSync } from 'node:fs';

/** The terminal's output: bytes go out without ever blocking the process. */
export interface Output {
  /** False when the terminal does not keep up; `onDrain` says when it does again. */
  write(bytes: string): boolean;
  /** Takes the terminal's output: from here on nothing waits for it. */
  take(): void;
  /** Resolves once the terminal took all that was written, or does not keep up with it for too long. */
  drained(): Promise<void>;
  /** Writes the last bytes before it returns, as far as the terminal takes them, and gives the output back. */
  release(bytes: string): void;
  close(): void;
}

interface Handle {
  setBlocking?(on: boolean): number;
}

/** As many rows as can be copied, at a megabit a second, are there by then. */
const DRAIN_MS = 4_000;
const ATTEMPTS = 20;
const ATTEMPT_MS = 5;

/** `onGone` is called when nobody reads any more (EPIPE, EIO). */
export function openOutput(
  stdout: NodeJS.WriteStream,
  events: { onDrain: () => void; onGone: () => void },
): Output {
  let open = true;
  const setBlocking = (on: boolean): void => {
    // Never while something is queued: libuv does not expect that.
    if (stdout.writableLength === 0) (stdout as { _handle?: Handle })._handle?.setBlocking?.(on);
  };
  const onError = (): void => {
    if (open) events.onGone();
  };
  // The error listener stays: a write that fails after closing is nobody's concern.
  stdout.on('error', onError);
  return {
    // Node makes terminals blocking. A line that stalls would then hold keys and signals, too, inside one write.
    take: () => setBlocking(false),
    // Node asks to wait from 16 KB on; here whatever the terminal does not take at once is a reason to wait.
    write(bytes) {
      if (!open || stdout.destroyed) return true;
      let waiting = false;
      stdout.write(bytes, () => {
        if (waiting && open) events.onDrain();
      });
      waiting = stdout.writableLength > 0;
      return !waiting;
    },
    drained() {
      if (!open || stdout.destroyed || stdout.writableLength === 0) return Promise.resolve();
      return new Promise(resolve => {
        const timer = setTimeout(resolve, DRAIN_MS);
        stdout.write('', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    release(bytes) {
      if (!open || stdout.destroyed) return;
      const { fd } = stdout as { fd?: number };
      if (fd !== undefined && stdout.isTTY) writeAll(fd, bytes);
      else stdout.write(bytes);
      setBlocking(true);
    },
    close() {
      open = false;
    },
  };
}

function writeAll(fd: number, bytes: string): void {
  let rest = Buffer.from(bytes);
  for (let attempt = 0; rest.length > 0 && attempt < ATTEMPTS; attempt++) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      // A full line may empty in a moment; any other error means that nobody is there.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ATTEMPT_MS);
    }
  }
}
