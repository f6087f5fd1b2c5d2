import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bases, baseAfter, settledOf } from '../../source/roster/push/settled.ts';
import { type PushStep, peopleOf } from '../../source/roster/push/step.ts';
import { halvesOf, partWhere, sizeOf } from '../../source/roster/push/step-parts.ts';
import { catalog, main } from './build.ts';
import { person, pushed } from './pushed-users.ts';

const around = { catalog, mainRegion: main.id };
const people = fc.array(person, { maxLength: 40 });

function after(step: PushStep, bases: Bases): Bases {
  const next = new Map(bases);
  for (const id of peopleOf(step)) next.set(id, baseAfter(step, id, bases.get(id) ?? null, around));
  return next;
}

test('before a step all of it is left, and after it nothing', () => {
  fc.assert(
    fc.property(people, some => {
      const { base, steps } = pushed(some);
      let bases: Bases = base;
      for (const step of steps) {
        expect(settledOf(step, bases, around).left).toEqual(step);
        bases = after(step, bases);
        expect([step.operation, settledOf(step, bases, around).left]).toEqual([step.operation, null]);
      }
    }),
    { numRuns: 200 },
  );
});

test('done in part, each part of it is left, done, or of somebody who is gone', () => {
  fc.assert(
    fc.property(people, fc.infiniteStream(fc.constantFrom('left', 'done', 'gone')), (some, fates) => {
      const { base, steps } = pushed(some);
      let bases: Bases = base;
      for (const step of steps) {
        const next = new Map(bases);
        for (const id of peopleOf(step)) {
          const { value: fate } = fates.next();
          if (fate === 'gone') next.set(id, null);
          if (fate === 'done') next.set(id, baseAfter(step, id, bases.get(id) ?? null, around));
        }
        const parts = Object.values(settledOf(step, next, around)).filter(part => part !== null);
        expect(parts.reduce((sum, part) => sum + sizeOf(part), 0)).toBe(sizeOf(step));
        bases = after(step, bases);
      }
    }),
  );
});

test('halves are the whole, and parts are as many as there are', () => {
  fc.assert(
    fc.property(people, some => {
      for (const step of pushed(some).steps) {
        const halves = halvesOf(step);
        expect(halves).toHaveLength(sizeOf(step) > 1 ? 2 : 0);
        if (halves.length > 0) expect(halves.reduce((sum, half) => sum + sizeOf(half), 0)).toBe(sizeOf(step));
        expect(partWhere(step, () => true)).toEqual(step);
        expect(partWhere(step, () => false)).toBeNull();
        let parts = 0;
        partWhere(step, (part, person_id) => {
          expect([sizeOf(part), peopleOf(part)]).toEqual([1, [person_id]]);
          return Boolean(parts++);
        });
        expect(parts).toBe(sizeOf(step));
      }
    }),
  );
});

test('whoever is gone needs not be taken out of anything', () => {
  const gone: Bases = new Map([[1, null]]);
  const out: PushStep = { operation: 'deleteQueueAgent', thing_id: 1, people: [1] };
  expect(settledOf(out, gone, around)).toEqual({ left: null, done: out, lost: null });
  const into: PushStep = { operation: 'assignQueueAgents', thing_id: 1, people: [1] };
  expect(settledOf(into, gone, around)).toEqual({ left: null, done: null, lost: into });
});

test('of several skills those are left that are not there at their level', () => {
  const skills = [
    { id: 1, level: 3 },
    { id: 2, level: null },
  ];
  const step: PushStep = { operation: 'assignSkills', people: [1], skills };
  const has = (level: number | null) => new Map([[1, { skills: [{ id: 1, name: '', level }] }]]);
  expect(settledOf(step, has(3), around).left).toEqual({ ...step, skills: [skills[1]] });
  expect(settledOf(step, has(4), around).left).toEqual(step);
});
