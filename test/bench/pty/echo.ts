import { tmpdir } from 'node:os';
import { type Summary, summary } from '../statistics.ts';
import { record } from './recorder.ts';

const rounds = 50;

/** What the measuring itself takes: from a key to its echo by a terminal that has no program behind it. Milliseconds. */
export async function measureEcho(): Promise<Summary> {
  // The terminal's own driver echoes; cat only holds it open.
  const recorder = record('/bin/cat', [], { cwd: tmpdir() });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = recorder.send('x');
    await recorder.quiet(at, 2, 1_000);
    times.push((recorder.take().at(-1)?.at ?? Number.NaN) - at);
  }
  await recorder.close();
  return summary(times);
}
