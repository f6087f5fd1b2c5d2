import { literalNeedles } from '../data/literal-needles.ts';
import { makeNeedles } from '../data/needles.ts';
import { amount, type Figure, said as told } from '../figure.ts';
import { processorTime } from '../process/readings.ts';
import { openSession } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { inWords, summary } from '../statistics.ts';
import { judgedTimes } from '../times.ts';
import { type Said, shownIn, wrongAnswers } from './answers.ts';
import { typedInPace } from './pace.ts';
import { setView, type Way, ways } from './ways.ts';

export const search: Section = {
  name: 'search',
  title: 'Search: each keystroke to its painted rows',
  measure,
};

const inPace = [
  { what: 'By name' },
  { what: 'By e-mail, in a big queue, active', queue: 'Billing', status: 'active', sort: 1 },
] as const;

interface Typed {
  rows: number[];
  totals: number[];
  /** What the processor took for all of it. */
  processor: number;
}

async function measure(bench: Bench): Promise<Figure[]> {
  const said: Said[] = [];
  const figures: Figure[] = [];
  const all: Typed = { rows: [], totals: [], processor: 0 };
  for (const [seed, way] of ways.entries()) {
    bench.tell(`  ${way.what.toLowerCase()}`);
    const needles = await makeNeedles(bench.data, repetitions(bench, way.needles), seed);
    if (way.literal) needles.push(...literalNeedles.map(({ typed }) => typed));
    const typed = await typeAll(bench, way, needles, said);
    all.totals.push(...typed.totals);
    all.processor += typed.processor;
    figures.push(judged(way, typed, bench.nothing));
  }
  for (const { what, ...view } of inPace) {
    const typed = { what: `${what}, typed at 10 letters a second`, ...view };
    figures.push(judged(typed, { rows: await typedInPace(bench, view) }, bench.nothing));
  }
  figures.push(judgedTimes('Exact total', all.totals, { p95: 25, worst: 25 }, bench.nothing));
  const keys = all.totals.length + said.length;
  figures.push(told('Processor time a key', '', amount(all.processor / keys, 'ms'), null));
  const wrong = await wrongAnswers(bench.data, said);
  figures.push(
    told(
      'Searches with a wrong total, or a row that does not match',
      '0',
      `${wrong.length} of ${said.length}${wrong.length > 0 ? `: ${wrong[0]}` : ''}`,
      wrong.length === 0,
    ),
  );
  return figures;
}

async function typeAll(bench: Bench, way: Way, needles: readonly string[], said: Said[]): Promise<Typed> {
  const session = await openSession(bench.data.db);
  const typed: Typed = { rows: [], totals: [], processor: 0 };
  try {
    await setView(session, way);
    await session.key('/');
    const from = processorTime(session.recorder.pid);
    for (const needle of needles) {
      for (const letter of needle) {
        const answer = await session.type(letter);
        typed.rows.push(answer.rows);
        typed.totals.push(answer.totals);
      }
      said.push({ ...asked(way, needle), ...shownIn(session.lines(), session.footer()) });
      await session.key('Ctrl+U');
    }
    typed.processor = processorTime(session.recorder.pid) - from;
  } finally {
    await session.close();
  }
  return typed;
}

/** Who was selected by a queue or a search is in that queue, or has those words as well. */
function asked(
  { queue, status, role, selected }: Way,
  needle: string,
): Pick<Said, 'search' | 'queue' | 'status' | 'role'> {
  if (!selected) return { search: needle, queue, status, role };
  if ('queue' in selected) return { search: needle, queue: selected.queue, status, role };
  return { search: `${needle} ${selected.search}`, queue, status, role };
}

function judged(
  { what, sort = 0 }: Pick<Way, 'what' | 'sort'>,
  { rows, totals = [] }: { rows: readonly number[]; totals?: readonly number[] },
  nothing: number,
): Figure {
  const counted = totals.length > 0 ? `, exact total ${inWords(summary(totals))}` : '';
  const keys = `${amount(rows.length, '')} keys${counted}`;
  return judgedTimes(
    what,
    rows,
    sort === 0 ? { p95: 0.65, worst: 6 } : { p95: 2.5, worst: 12 },
    nothing,
    keys,
  );
}
