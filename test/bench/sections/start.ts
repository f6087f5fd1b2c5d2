import { type Figure, figure } from '../figure.ts';
import { run } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { prepareStarts } from '../pty/first-rows.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { median } from '../statistics.ts';

const rounds = 15;

export const start: Section = { name: 'start', title: 'Start', measure };

/** Each round does all four one after the other, so that what else the machine does meets all of them. */
async function measure(bench: Bench): Promise<Figure[]> {
  const big = await prepareStarts(bench.data.db);
  const small = await prepareStarts(bench.small.db);
  const list = ['list', '--limit', '20', '--format', 'json', '--db', bench.data.db];
  const times = { nothing: [] as number[], big: [] as number[], small: [] as number[], list: [] as number[] };
  for (let round = 0; round < repetitions(bench, rounds); round++) {
    times.nothing.push((await run(node, ['-e', '0'])).ms);
    times.big.push(await big.firstRows());
    times.small.push(await small.firstRows());
    times.list.push((await run(node, [entry, ...list])).ms);
  }
  big.close();
  small.close();
  const [nothing, first, firstOfSmall, listed] = [times.nothing, times.big, times.small, times.list].map(
    median,
  );
  const ms = (value = Number.NaN) => `${value.toFixed(0)} ms`;
  return [
    figure('First rows ÷ node -e 0', first! / nothing!, { most: 8 }, '×', `${ms(first)} ÷ ${ms(nothing)}`),
    figure(
      'First rows ÷ the same at 1,000 users',
      first! / firstOfSmall!,
      { most: 1.15 },
      '×',
      `÷ ${ms(firstOfSmall)}`,
    ),
    figure('list --limit 20 --format json ÷ node -e 0', listed! / nothing!, { most: 3.5 }, '×', ms(listed)),
  ];
}
