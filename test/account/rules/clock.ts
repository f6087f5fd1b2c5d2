/** The time of the account, in milliseconds since 1970. It runs as ours does; tests can set it forward and stop it. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
  /** From now on it only moves by `advance`. */
  stop(): void;
}

export function makeClock(): Clock {
  let ahead = 0;
  let stopped: number | undefined;
  // Not Date.now, which a machine may set back.
  const real = () => performance.timeOrigin + performance.now();
  return {
    now: () => (stopped ?? real()) + ahead,
    advance: ms => {
      ahead += ms;
    },
    stop: () => {
      stopped ??= real();
    },
  };
}

export function isoTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
