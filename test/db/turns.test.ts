import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { crowd } from './crowd.ts';
import { makeRoster, openFixture } from './fixture.ts';

it('keys and signals get their turn while a big change set is written', async () => {
  const people = crowd(1_000);
  const roster = await openFixture(await makeRoster(people, { pools: { essentials: 1_000 } }));
  let turns = 0;
  let written = false;
  const adding = roster.add(...people.map(person => person.user_email)).finally(() => {
    written = true;
  });
  while (!written) {
    await setImmediate();
    turns++;
  }
  await adding;
  // Awaiting queries alone lets nothing in: it would be one or two.
  expect(turns).toBeGreaterThan(4);
  await roster.close();
});
