import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHangup, type Hangup } from '../../source/terminal/hangup.ts';

const signals = ['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT'] as const;

let happened: string[];
let hangup: Hangup;
/** Sends the hangup a signal as Node does, and nobody else in this process. */
let send: (signal: NodeJS.Signals) => void;

beforeEach(() => {
  vi.useFakeTimers();
  happened = [];
  hangup = createHangup(
    () => happened.push('restored'),
    signal => happened.push(`ended by ${signal}`),
  );
  const listeners = new Map<string, NodeJS.SignalsListener>(
    signals.map(signal => [signal, process.listeners(signal).at(-1)!]),
  );
  send = signal => listeners.get(signal)!(signal);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets promises that are ready go on. No time passes. */
const now = () => vi.advanceTimersByTimeAsync(0);

it('gives the terminal back first, and ends as soon as all that is to be done is done', async () => {
  const written = Promise.withResolvers<void>();
  hangup.listen(signal => {
    happened.push(`listener hears ${signal}`);
    return written.promise;
  });
  hangup.leave('SIGHUP');
  await now();
  expect(happened).toEqual(['restored', 'listener hears SIGHUP']);
  written.resolve();
  await now();
  expect(happened).toEqual(['restored', 'listener hears SIGHUP', 'ended by SIGHUP']);
});

it('waits for nobody longer than 150 ms', async () => {
  hangup.listen(() => new Promise(() => {}));
  hangup.leave('SIGTERM');
  await vi.advanceTimersByTimeAsync(149);
  expect(happened).toEqual(['restored']);
  await vi.advanceTimersByTimeAsync(1);
  expect(happened).toEqual(['restored', 'ended by SIGTERM']);
});

it.each(signals)('leaves on %s, once, and stays with it whatever comes then', async signal => {
  hangup.listen(() => new Promise(() => {}));
  send(signal);
  hangup.close();
  send('SIGHUP');
  send('SIGTERM');
  await vi.advanceTimersByTimeAsync(150);
  expect(happened).toEqual(['restored', `ended by ${signal}`]);
});

it('is stopped by no listener that fails', async () => {
  hangup.listen(async () => {
    throw new Error('planted');
  });
  hangup.leave('SIGHUP');
  await now();
  expect(happened).toEqual(['restored', 'ended by SIGHUP']);
});
