import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInSets, closest, crowds, inOrder, rename, unlicensed } from './crowded-names.ts';

// A soak asks for more: npm run soak -- --only ranks
describe('people who crowd in one place of the order of names', () => {
  it.each(Object.entries(crowds))('make room for each other: %s', async (_, name) => {
    const count = 250;
    const fixture = await unlicensed(Array.from({ length: count }, (_, n) => name(n)));
    await addInSets(fixture, count, 7);
    await inOrder(fixture);
    expect(await closest(fixture)).toBeGreaterThanOrEqual(1);
    await fixture.close();
  });

  it('make room between two who stand side by side', async () => {
    const fixture = await unlicensed(['Ana', 'Zoe', ...Array.from({ length: 250 }, (_, n) => `M${600 - n}`)]);
    await addInSets(fixture, 252, 5);
    await inOrder(fixture);
    await fixture.close();
  });
});

const person = fc.integer({ min: 1, max: 60 });
const some = fc.uniqueArray(person, { minLength: 1, maxLength: 12 });
const name = fc.constantFrom(
  'Ana Silva',
  'ana silva',
  'Ána Silva',
  'Ana',
  'Ana Silvb',
  'Zoë',
  '席尔瓦',
  '😀',
  '\ufb01',
  ' a',
);
const step = fc.oneof(
  fc.record({ type: fc.constant('add' as const), ids: some }),
  fc.record({ type: fc.constant('remove' as const), ids: some }),
  fc.record({ type: fc.constant('undo' as const) }),
  fc.record({ type: fc.constant('rename' as const), ids: some, name, own: fc.boolean() }),
);

it('whoever comes, goes, comes back or is renamed: the order is that of plain sorting', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), async steps => {
      const fixture = await unlicensed(
        Array.from({ length: 60 }, (_, n) => (n % 3 ? 'Ana Silva' : `Ana ${n}`)),
      );
      let newest = 0;
      try {
        for (const step of steps) {
          if (step.type === 'rename') await rename(fixture, step.ids, step.name, step.own);
          else if (step.type === 'undo' && newest > 0) {
            const set = await fixture.planUndo(newest);
            if (set.problems.length > 0) continue;
            const done = await fixture.apply(set);
            if (done.ok) newest = done.applied.id;
          } else if (step.type !== 'undo') {
            const users = await fixture.read.selectFrom('users').select('person_id').execute();
            const has = new Set(users.map(user => user.person_id));
            const emails = step.ids
              .filter(id => has.has(id) === (step.type === 'remove'))
              .map(id => `p${id}@acme.example`);
            if (emails.length > 0) newest = (await fixture[step.type](...emails)).id;
          }
          await inOrder(fixture);
        }
      } finally {
        await fixture.close();
      }
    }),
    { numRuns: 8 },
  );
});
