import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operations } from '../../source/roster/push/operations.ts';
import { peopleOf } from '../../source/roster/push/step.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { fieldNames } from '../../source/roster/users/fields.ts';
import { applyStep } from './account-model.ts';
import { person, pushed, settings } from './pushed-users.ts';

test('applied one by one, the steps make the account what the roster wants', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), people => {
      const { account, base, steps, notSent } = pushed(people);
      for (const step of steps) applyStep(account, step);
      for (const [person_id, { there, here }] of people.entries()) {
        const after = account.get(person_id);
        expect(after === undefined).toBe(here === null);
        if (!after || !here) continue;
        const said = base.get(person_id);
        for (const name of fieldNames) {
          const isLeft = notSent.some(one => one.person_id === person_id && one.field === name);
          // What is not said stays, but for the name that goes with its integration.
          if (said && !(name in said) && name !== 'client_integration_name')
            expect(after[name]).toEqual(there![name]);
          else if (!isLeft && !(said && !(name in said)) && !(name === 'region' && here.region === null))
            expect([name, sameValue(after[name], here[name])]).toEqual([name, true]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('no call holds too many, nobody twice, and none is for nothing', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 90 }), people => {
      const { account, steps } = pushed(people);
      for (const step of steps) {
        const found = peopleOf(step);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(operations[step.operation].most);
        expect(new Set(found).size).toBe(found.length);
        const before = JSON.stringify([...account]);
        applyStep(account, step);
        expect([step.operation, JSON.stringify([...account])]).not.toEqual([step.operation, before]);
      }
    }),
  );
});

test('what the account has already is not sent', () => {
  fc.assert(
    fc.property(fc.array(settings, { maxLength: 30 }), all => {
      const { steps, notSent } = pushed(all.map(one => ({ there: one, here: one, unsaid: [] })));
      expect({ steps, notSent }).toEqual({ steps: [], notSent: [] });
    }),
  );
});
