import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readFacts } from '../../db/changes/facts.ts';
import { crowd } from './crowd.ts';
import { makeRoster, openFixture } from './fixture.ts';

/** How many turns of the event loop there are until something is done: keys and signals come in at each. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  while (!done) {
    await setImmediate();
    turns++;
  }
  await ended;
  return turns;
}

it('keys and signals get their turn while a big change set is planned and written', async () => {
  const people = crowd(1_000);
  const roster = await openFixture(await makeRoster(people, { pools: { essentials: 1_000 } }));
  const emails = people.map(person => person.user_email);
  const addTwice = async () => {
    await roster.add(...emails);
    await roster.remove(...emails);
    await roster.add(...emails);
  };
  const turns = await turnsDuring(addTwice());
  // Awaiting queries alone lets nothing in: it would be one or two for each of them.
  expect(turns).toBeGreaterThan(6);
  const ids = Array.from({ length: 10_000 }, (_, n) => 1 + (n % people.length));
  // In one query of each kind it would be two.
  expect(await turnsDuring(readFacts(roster.read, { ids }, roster.operator))).toBeGreaterThan(4);
  await roster.close();
});
