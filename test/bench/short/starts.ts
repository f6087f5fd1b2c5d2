import type { Data } from '../data/cache.ts';
import { run } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { prepareStarts } from '../pty/first-rows.ts';

/** The best of a few starts of each kind, one after the other in each round. Milliseconds. */
export interface ShortStarts {
  nothing: number;
  firstRows: number;
  firstRowsOfSmall: number;
  list: number;
}

export async function measureStarts(data: Data, small: Data, rounds: number): Promise<ShortStarts> {
  const big = await prepareStarts(data.db);
  const little = await prepareStarts(small.db);
  const list = [entry, 'list', '--limit', '20', '--format', 'json', '--db', data.db];
  const best = { nothing: Infinity, firstRows: Infinity, firstRowsOfSmall: Infinity, list: Infinity };
  const keep = (name: keyof ShortStarts, ms: number) => {
    best[name] = Math.min(best[name], ms);
  };
  for (let round = 0; round < rounds; round++) {
    keep('nothing', (await run(node, ['-e', '0'])).ms);
    keep('firstRows', await big.firstRows());
    keep('firstRowsOfSmall', await little.firstRows());
    keep('list', (await run(node, list)).ms);
  }
  big.close();
  little.close();
  return best;
}

/** What the processor takes for an empty program of this Node: the measure of how fast this machine is. Milliseconds. */
export async function emptyProgram(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const script = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)';
    times.push(Number((await run(node, ['-e', script])).stdout));
  }
  return Math.min(...times);
}
