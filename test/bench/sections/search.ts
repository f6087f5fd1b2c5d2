import { makeNeedles } from '../data/needles.ts';
import { amount, type Figure, said as told } from '../figure.ts';
import { processorTime } from '../process/readings.ts';
import { openSession, type Session } from '../pty/session.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { inWords, summary } from '../statistics.ts';
import { matchingIn, type Said, wrongAnswers } from './answers.ts';
import { typedInPace } from './pace.ts';

export const search: Section = {
  name: 'search',
  title: 'Search: each keystroke to its painted rows',
  measure,
};

interface Way {
  what: string;
  queue: string | null;
  status: 'active' | null;
  /** So many columns further to the right than the name. */
  sort: number;
  needles: number;
}

const inNameOrder: readonly Way[] = [
  { what: 'By name', queue: null, status: null, sort: 0, needles: 45 },
  { what: 'By name, in a big queue', queue: 'Billing', status: null, sort: 0, needles: 18 },
  { what: 'By name, in a small queue', queue: 'VIP Desk', status: null, sort: 0, needles: 18 },
  { what: 'By name, in a big queue, active', queue: 'Billing', status: 'active', sort: 0, needles: 18 },
];

const otherOrders: readonly Way[] = [
  { what: 'By e-mail', queue: null, status: null, sort: 1, needles: 18 },
  { what: 'By role', queue: null, status: null, sort: 2, needles: 18 },
  { what: 'By status', queue: null, status: null, sort: 3, needles: 18 },
  { what: 'By presence', queue: null, status: null, sort: 4, needles: 18 },
  { what: 'By e-mail, in a big queue, active', queue: 'Billing', status: 'active', sort: 1, needles: 18 },
];

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
  for (const [seed, way] of [...inNameOrder, ...otherOrders].entries()) {
    bench.tell(`  ${way.what.toLowerCase()}`);
    const needles = await makeNeedles(bench.data, repetitions(bench, way.needles), seed);
    const typed = await typeAll(bench, way, needles, said);
    all.totals.push(...typed.totals);
    all.processor += typed.processor;
    figures.push(judged(way, typed.rows));
  }
  figures.push(judged({ what: 'By name, typed at 10 letters a second', sort: 0 }, await typedInPace(bench)));
  const { worst } = summary(all.totals);
  figures.push(
    told('Exact total, p50 / p95 / worst', 'worst ≤ 250 ms', inWords(summary(all.totals)), worst <= 250),
  );
  const keys = all.totals.length + said.length;
  figures.push(told('Processor time a key', '', amount(all.processor / keys, 'ms'), null));
  const wrong = await wrongAnswers(bench.data, said);
  figures.push(
    told(
      'Totals that are wrong',
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
        // A letter that brings nothing at all is never answered.
        typed.rows.push(Number.isNaN(answer.rows) ? Number.POSITIVE_INFINITY : answer.rows);
        typed.totals.push(answer.totals);
      }
      said.push({
        search: needle,
        queue: way.queue,
        status: way.status,
        matching: matchingIn(session.footer()),
      });
      await session.key('Ctrl+U');
    }
    typed.processor = processorTime(session.recorder.pid) - from;
  } finally {
    await session.close();
  }
  return typed;
}

async function setView(session: Session, { queue, status, sort }: Way): Promise<void> {
  if (queue !== null) {
    await session.key('f');
    await session.type(queue);
    await session.key('Enter');
  }
  if (status !== null) await session.key('s');
  for (let step = 0; step < sort; step++) await session.key('>');
}

function judged({ what, sort }: Pick<Way, 'what' | 'sort'>, times: readonly number[]): Figure {
  const { count, ...figures } = summary(times);
  const { p95, worst } = figures;
  const [most, mostAtWorst] = sort === 0 ? [16, 50] : [60, Number.POSITIVE_INFINITY];
  const budget = sort === 0 ? 'p95 ≤ 16, worst ≤ 50 ms' : 'p95 ≤ 60 ms';
  return told(
    `${what}, p50 / p95 / worst`,
    budget,
    `${inWords({ count, ...figures })}  (${amount(count, '')} keys)`,
    p95 <= most && worst <= mostAtWorst,
  );
}
