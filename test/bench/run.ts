// npm run bench: measures the built program and prints a table of budgets and figures; exits 1 when one is missed.
import { existsSync } from 'node:fs';
import { dataOf } from './data/cache.ts';
import { type Figure, said } from './figure.ts';
import { help, type Options, readOptions } from './options.ts';
import { peerRows } from './peers/table.ts';
import { run } from './process/command.ts';
import { entry, node } from './process/node.ts';
import type { Bench } from './section.ts';
import { sections } from './sections.ts';
import { median } from './statistics.ts';
import { figureTable, type Measured, plainTable } from './table.ts';
import { writeDocs } from './write-docs.ts';

const smallUsers = 1_000;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let options: Options | 'help';
  try {
    options = readOptions(args, [...sections.map(section => section.name), 'peers']);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (options === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (!existsSync(entry)) throw new Error('The program is not built: npm run build.');
  const { users, fresh } = options;
  const bench: Bench = {
    data: await dataOf(users, { fresh, tell }),
    small: await dataOf(smallUsers, { fresh, tell }),
    nothing: await emptyProgram(),
    share: options.quick ? 0.2 : 1,
    tell,
  };
  const measured = await measureSections(bench, options.only);
  if (measured.length > 0) process.stdout.write(`\n${figureTable(measured)}\n`);
  const peers = options.peers ? await peerRows(bench) : [];
  if (peers.length > 0)
    process.stdout.write(
      `\nBeside others: ${users.toLocaleString('en-US')} rows, 120×40\n\n${plainTable(peers)}\n`,
    );
  if (options.writeDocs) writeDocs({ users, measured, peers });
  const missed = measured.flatMap(({ figures }) => figures).filter(figure => figure.ok === false).length;
  if (missed > 0) process.stdout.write(`\n${missed} missed their budget.\n`);
  return missed > 0 ? 1 : 0;
}

/** The median time of `node -e 0`. Milliseconds. */
async function emptyProgram(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round++) times.push((await run(node, ['-e', '0'])).ms);
  return median(times);
}

async function measureSections(bench: Bench, only: readonly string[] | null): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { name, title, measure } of sections) {
    if (only && !only.includes(name)) continue;
    tell(`measuring: ${name}`);
    // One that breaks takes nothing from the others.
    const figures = await measure(bench).catch(error => [unmeasured(error)]);
    measured.push({ title, figures });
  }
  return measured;
}

function unmeasured(error: unknown): Figure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  return said('Could not be measured', '', text.split('\n')[0] ?? '', false);
}

function tell(step: string): void {
  process.stderr.write(`${step} …\n`);
}
