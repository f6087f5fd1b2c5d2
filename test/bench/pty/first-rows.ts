import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { type Recorder, record } from './recorder.ts';
import { screenEnv } from './session.ts';

const patienceMs = 30_000;

/** Resolves with when `text` was there: its bytes have come. NaN if they have not within `mostMs`. */
export function arrivalOf(recorder: Recorder, text: string, mostMs = patienceMs): Promise<number> {
  const wanted = Buffer.from(text);
  return new Promise(resolve => {
    let seen = Buffer.alloc(0);
    const unwatch = recorder.watch(({ at, bytes }) => {
      seen = Buffer.concat([seen, bytes]);
      if (seen.includes(wanted)) done(at);
    });
    const timer = setTimeout(done, mostMs, Number.NaN);
    function done(at: number) {
      unwatch();
      clearTimeout(timer);
      resolve(at);
    }
  });
}

/** The screen's start on one roster, over and over. */
export interface Starts {
  /** Starts it; tells after how many milliseconds the first user's name was there. */
  firstRows(): Promise<number>;
  close(): void;
}

export async function prepareStarts(db: string): Promise<Starts> {
  const home = mkdtempSync(join(tmpdir(), 'roster-bench-home-'));
  const name = await firstNameOf(db);
  const start = () => record(node, [entry, '--db', db], { cwd: home, env: screenEnv(home) });
  // The first start fills the compile cache, which is written when it leaves.
  const first = start();
  await arrivalOf(first, name);
  await first.quiet(first.startedAt, 100, patienceMs);
  first.send('q');
  await first.exited;
  return {
    async firstRows() {
      const recorder = start();
      const at = await arrivalOf(recorder, name);
      await recorder.close();
      return at - recorder.startedAt;
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** The beginning of the first user's name: what is surely not cut where it is shown. */
export async function firstNameOf(db: string): Promise<string> {
  const { stdout } = await runWell(node, [entry, 'list', '--limit', '1', '--format', 'json', '--db', db]);
  const [user] = JSON.parse(stdout) as { display_name: string }[];
  return user!.display_name.slice(0, 12);
}
