import type { Data } from '../data/cache.ts';
import { run } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { prepareStarts } from '../pty/first-rows.ts';
import { median } from '../statistics.ts';

/** The best of some starts of each kind, one after the other in each round. Milliseconds. */
export interface ShortStarts {
  nothing: number;
  firstRows: number;
  firstRowsOfSmall: number;
  list: number;
}

/**
 * Starts each a few times. What else the machine does only adds to a time, so the best comes nearer to the truth with
 * each round: where it is not `enough` yet, more of them are made, up to `most`.
 */
export async function measureStarts(
  data: Data,
  small: Data,
  { most, enough }: { most: number; enough(best: ShortStarts): boolean },
): Promise<ShortStarts> {
  const big = await prepareStarts(data.db);
  const little = await prepareStarts(small.db);
  const list = [entry, 'list', '--limit', '20', '--format', 'json', '--db', data.db];
  const none = Number.POSITIVE_INFINITY;
  const best: ShortStarts = { nothing: none, firstRows: none, firstRowsOfSmall: none, list: none };
  const keep = (name: keyof ShortStarts, ms: number) => {
    best[name] = Math.min(best[name], ms);
  };
  for (let round = 0; round < most && !(round >= fewest && enough(best)); round++) {
    keep('nothing', (await run(node, ['-e', '0'])).ms);
    keep('firstRows', await big.firstRows());
    keep('firstRowsOfSmall', await little.firstRows());
    keep('list', (await run(node, list)).ms);
  }
  big.close();
  little.close();
  return best;
}

const fewest = 3;

/** What the processor takes for an empty program of this Node: the measure of how fast it is now. Milliseconds. */
export async function emptyProgram(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const script = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)';
    times.push(Number((await run(node, ['-e', script])).stdout));
  }
  return median(times);
}
