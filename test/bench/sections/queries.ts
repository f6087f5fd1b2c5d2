import { literalNeedles } from '../data/literal-needles.ts';
import { makeNeedles } from '../data/needles.ts';
import { warm } from '../data/warm.ts';
import { type Figure, said } from '../figure.ts';
import { moves, type Question, typing, viewOf } from '../queries/questions.ts';
import { askAll, type Took } from '../queries/slowest.ts';
import { openTimed, type TimedRoster } from '../queries/timed-roster.ts';
import { type Bench, repetitions, type Section } from '../section.ts';
import { inWords, summary } from '../statistics.ts';
import { type Way, ways } from './ways.ts';

export const queries: Section = {
  name: 'queries',
  title: 'Queries alone, without a screen: the slowest of each question',
  measure,
};

const needlesEach = 6;
const seed = 300;
/** Milliseconds; what takes longer is asked again, because something else may have held it up. */
const enough = 8;
const rounds = { least: 1, most: 5, enough };
/** People from all over the order. */
const placesEach = 4;

const kinds = ['moves', 'letters', 'totals'] as const;
type Kind = (typeof kinds)[number];

async function measure(bench: Bench): Promise<Figure[]> {
  const count = repetitions(bench, needlesEach);
  const needles = await makeNeedles(bench.data, count * ways.length, seed);
  warm(bench.data.db);
  const roster = openTimed(bench.data.db);
  const took: Record<Kind, Took[]> = { moves: [], letters: [], totals: [] };
  try {
    for (const [index, way] of ways.entries()) {
      bench.tell(`  ${way.what.toLowerCase()}`);
      const literal = way.literal ? literalNeedles.map(({ typed }) => typed) : [];
      const from = index * count;
      const own = [...needles.slice(from, from + Math.min(count, way.needles)), ...literal];
      const asked = await askIn(roster, way, { needles: own, users: bench.data.users });
      for (const kind of kinds) took[kind].push(...asked[kind]);
    }
  } finally {
    await roster.close();
  }
  return [
    told('For the rows of a move', took.moves),
    told('For the rows of a letter', took.letters),
    told('For a total', took.totals),
  ];
}

async function askIn(
  roster: TimedRoster,
  way: Way,
  { needles, users }: { needles: readonly string[]; users: number },
): Promise<Record<Kind, Took[]>> {
  const view = await viewOf(roster.db, way);
  const places = Array.from({ length: placesEach }, (_, place) =>
    Math.ceil(((place + 0.5) * users) / placesEach),
  );
  const typed = needles.map(needle => typing(view, needle));
  const ask = async (questions: readonly Question[]) =>
    (await askAll(roster, questions, rounds)).map(one => ({ ...one, what: `${one.what}, ${way.what}` }));
  return {
    moves: await ask(moves(view, places)),
    letters: await ask(typed.flatMap(({ letters }) => letters)),
    totals: await ask(typed.flatMap(({ totals }) => totals)),
  };
}

/** They run in threads, so no key waits for one of them: told for information. */
function told(what: string, took: readonly Took[]): Figure {
  const times = summary(took.map(({ slowest }) => slowest));
  const worst = took.reduce((one, other) => (other.slowest > one.slowest ? other : one));
  return said(`${what}, p50 / p95 / worst`, '', `${inWords(times)}  (${worst.what})`, null);
}
