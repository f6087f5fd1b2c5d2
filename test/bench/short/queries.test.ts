import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Data, dataOf } from '../data/cache.ts';
import { type Growth, growthIn, openBoth } from '../queries/growth.ts';
import { ways } from '../sections/ways.ts';

const patience = 120_000;
/** Twice what they are; a reading of all users adds one. Letters in other orders than that of names look farther. */
const mostOf = (sort = 0): Growth => ({ move: 0.4, letter: sort === 0 ? 0.8 : 1.5, total: 6 });

let data: Data;
let small: Data;
let rosters: ReturnType<typeof openBoth>;

beforeAll(async () => {
  data = await dataOf(20_000);
  small = await dataOf(1_000);
  rosters = openBoth(small.db, data.db);
}, patience);

afterAll(async () => {
  await rosters?.small.close();
  await rosters?.big.close();
});

it.each(ways.filter(({ selected, reversed }) => !selected && !reversed))(
  'reads a page in 20,000 users as in 1,000, not all of them: $what',
  { timeout: patience },
  async way => {
    const users = { small: small.users, big: data.users };
    const most = mostOf(way.sort);
    const enough = ({ move, letter, total }: Growth) =>
      move <= most.move && letter <= most.letter && total <= most.total;
    const growth = await growthIn(way, { ...rosters, users }, { least: 3, most: 12, enough });
    expect(growth.move, 'a move').toBeLessThanOrEqual(most.move);
    expect(growth.letter, 'a letter').toBeLessThanOrEqual(most.letter);
    expect(growth.total, 'a total').toBeLessThanOrEqual(most.total);
  },
);
