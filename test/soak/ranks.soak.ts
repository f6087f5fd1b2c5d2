import { expect, test } from 'vitest';
import { addInSets, closest, crowds, inOrder, unlicensed } from '../db/crowded-names.ts';
import { report, rounds } from './soak.ts';

const count = rounds(3_000);

test.each(Object.entries(crowds))(`${count} people crowd in one place: %s`, async (crowd, name) => {
  const fixture = await unlicensed(Array.from({ length: count }, (_, n) => name(n)));
  await addInSets(fixture, count, 3);
  await inOrder(fixture);
  expect(await closest(fixture)).toBeGreaterThanOrEqual(1);
  report(`ranks, ${crowd}`, { users: count });
  await fixture.close();
});
