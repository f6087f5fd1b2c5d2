import { describe, expect, it } from 'vitest';
import type { AppliedChangeSet, ChangeSet } from '../../source/roster/change-set.ts';
import { plan } from '../../source/roster/plan.ts';
import { essentials, factsAbout, licensed, undoFacts, unlicensed } from './build.ts';

function applied(changeSet: ChangeSet): AppliedChangeSet {
  const users = changeSet.changes.length;
  return { ...changeSet, id: 5, at: '', operator_name: 'maria', via: 'local', users, undone_by: null };
}

function undo(set: AppliedChangeSet) {
  return { kind: 'undo' as const, set };
}

describe('undoing where some clash', () => {
  const three = factsAbout([1, 2, 3].map(id => licensed(id)));
  const all = applied(plan({ kind: 'remove' }, three));
  const skipping = { ...undo(all), skipConflicts: true };

  it('brings back the others and names who stays as they are', () => {
    const facts = factsAbout([unlicensed(1), licensed(2, {}, 9), unlicensed(3)]);
    expect(plan(skipping, facts)).toMatchObject({
      summary: 'Undo 5: bring back Person 1 and Person 3',
      changes: [{ person_id: 1 }, { person_id: 3 }],
      licenses: [{ before: 10, after: 12 }],
      problems: [],
      leftOut: [{ code: 'changed_since', person_id: 2 }],
      partial: 'clashes',
    });
    expect(plan(undo(all), facts).problems).toMatchObject([{ code: 'changed_since', person_id: 2 }]);
  });

  it('is refused where nobody is left', () => {
    const facts = factsAbout([1, 2, 3].map(id => licensed(id, {}, 9)));
    const { problems, leftOut } = plan(skipping, facts);
    expect(problems).toHaveLength(3);
    expect(leftOut).toBeUndefined();
  });

  it('rule 7: never brings back who is inactive or pending in the account', () => {
    const facts = factsAbout([
      unlicensed(1, { account_status: 'inactive' }),
      unlicensed(2, { account_status: 'pending' }),
      unlicensed(3),
    ]);
    expect(plan(skipping, facts)).toMatchObject({
      changes: [{ person_id: 3 }],
      leftOut: [{ code: 'account_inactive' }, { code: 'account_pending' }],
    });
  });

  it('rule 7: brings back as many as there are licenses', () => {
    const facts = factsAbout(
      [1, 2, 3].map(id => unlicensed(id)),
      { pools: essentials(12, 10) },
    );
    expect(plan(skipping, facts)).toMatchObject({
      changes: [{ person_id: 1 }, { person_id: 2 }],
      leftOut: [
        { code: 'licenses_missing', person_id: 3, message: 'No essentials license is free for Person 3.' },
      ],
      licenses: [{ after: 12 }],
      problems: [],
    });
  });

  it('takes back a part, and the rest later', () => {
    const facts = factsAbout([1, 2, 3].map(id => unlicensed(id)));
    const some = plan({ ...undo(all), only: ['P1@acme.example', 'p3@acme.example'] }, facts);
    expect(some).toMatchObject({ changes: [{ person_id: 1 }, { person_id: 3 }], partial: 'chosen' });
    const takenBack = new Map([
      ['user 1', 7],
      ['user 3', 7],
    ]);
    const later = factsAbout([licensed(1), unlicensed(2), licensed(3)], { undo: undoFacts({ takenBack }) });
    const rest = plan(undo(all), later);
    expect(rest).toMatchObject({ changes: [{ person_id: 2 }], problems: [] });
    expect(rest.partial).toBeUndefined();
    expect(plan({ ...undo(all), only: ['p1@acme.example'] }, later).problems).toMatchObject([
      { code: 'already_undone', message: 'Change set 5 is undone already, by change set 7.' },
    ]);
    expect(plan({ ...undo(all), only: ['p9@acme.example'] }, facts).problems).toMatchObject([
      { code: 'not_in_change_set', value: 'p9@acme.example' },
    ]);
  });

  it('rule 5: says how many e-mails wait again', () => {
    const facts = factsAbout(
      [1, 2, 3].map(id => unlicensed(id)),
      { undo: undoFacts({ unsent: new Set([2]) }) },
    );
    expect(plan(undo(all), facts).notices).toEqual(['1 e-mail will be sent.']);
  });
});
