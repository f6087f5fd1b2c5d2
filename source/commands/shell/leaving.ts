import { constants } from 'node:os';

type Signal = 'SIGHUP' | 'SIGTERM' | 'SIGINT';
const signals: readonly Signal[] = ['SIGHUP', 'SIGTERM', 'SIGINT'];

/** Turns the signals that say to leave into an AbortSignal, for commands that have to put something in order first. */
export interface Leaving {
  signal: AbortSignal;
  /** 128 + n once a signal came; else null. */
  exitCode(): number | null;
  close(): void;
}

export function listenForLeaving(): Leaving {
  const leaving = new AbortController();
  let exitCode: number | null = null;
  // The listeners stay while leaving, too: a second signal would otherwise end it half done.
  const leave = (signal: Signal) => {
    exitCode ??= 128 + constants.signals[signal];
    leaving.abort();
  };
  for (const signal of signals) process.on(signal, leave);
  return {
    signal: leaving.signal,
    exitCode: () => exitCode,
    close() {
      for (const signal of signals) process.off(signal, leave);
    },
  };
}

/** Ends a command that was told to leave, when it has put things in order; says nothing. */
export class Interrupted extends Error {
  override name = 'Interrupted';
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('Told to leave.');
    this.exitCode = exitCode;
  }
}

/**
 * Runs `work`, which makes something that must not be left half made: now and then it calls what it is given, which
 * throws Interrupted once a signal said to leave.
 */
export async function untilLeaving<T>(
  work: (goOn: () => void, leaving: AbortSignal) => Promise<T>,
): Promise<T> {
  const leaving = listenForLeaving();
  const goOn = () => {
    const code = leaving.exitCode();
    if (code !== null) throw new Interrupted(code);
  };
  try {
    const result = await work(goOn, leaving.signal);
    goOn();
    return result;
  } catch (error) {
    // Who listens to the signal ends by it.
    if ((error as Error).name === 'AbortError') goOn();
    throw error;
  } finally {
    leaving.close();
  }
}
