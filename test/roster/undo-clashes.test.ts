import { describe, expect, it } from 'vitest';
import { isForbidden } from '../../source/roster/access/permission.ts';
import type { AppliedChangeSet, ChangeSet } from '../../source/roster/plan/change-set.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { admin, essentials, factsAbout, licensed, supervisor, undoFacts, unlicensed } from './build.ts';
import { account, carla } from './catalog-build.ts';
import { adding, editing, setting } from './intents.ts';

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

  it('rule 7: leaves out the user that one is, whatever the set had done to them', () => {
    const at = (email: string) => ({ ...three, operator: { ...three.operator, user_email_key: email } });
    const inactive = [1, 2, 3].map(id => licensed(id, { user_access: 'inactive' }));
    const active = applied(plan(editing(setting({ user_access: 'active' })), factsAbout(inactive)));
    const added = applied(
      plan(adding(setting({ role: 'Agent' })), factsAbout([1, 2, 3].map(id => unlicensed(id)))),
    );
    const notRemovable = new Map([[2, 'that is you']]);
    for (const [set, code] of [
      [active, 'self_lockout'],
      [added, 'not_removable'],
    ] as const) {
      const facts = { ...at('p2@acme.example'), notRemovable };
      expect(plan({ ...undo(set), skipConflicts: true }, facts)).toMatchObject({
        changes: [{ person_id: 1 }, { person_id: 3 }],
        problems: [],
        leftOut: [{ code, person_id: 2, message: expect.stringContaining('that is you') }],
        partial: 'clashes',
      });
      expect(plan(undo(set), facts).problems).toMatchObject([{ code, person_id: 2 }]);
    }
  });

  it('rule 7: leaves out who would get a role back that one does not hold (domain rule 1)', () => {
    const before = [licensed(1, { role: admin }), licensed(2, { role: supervisor })];
    const demoted = applied(plan(editing(setting({ role: 'Agent' })), account(before)));
    const facts = account([licensed(1), licensed(2)], { at: carla });
    expect(plan({ ...undo(demoted), skipConflicts: true }, facts)).toMatchObject({
      changes: [{ person_id: 2 }],
      problems: [],
      leftOut: [
        { code: 'not_held', person_id: 1, message: expect.stringContaining('may not give the role Admin') },
      ],
    });
    const { problems } = plan(undo(demoted), facts);
    expect(problems).toMatchObject([{ code: 'not_held', person_id: 1 }]);
    expect(problems.some(isForbidden)).toBe(true);
  });

  it('rule 5: says how many e-mails wait again', () => {
    const facts = factsAbout(
      [1, 2, 3].map(id => unlicensed(id)),
      { undo: undoFacts({ unsent: new Set([2]) }) },
    );
    expect(plan(undo(all), facts).notices).toEqual(['1 e-mail will be sent.']);
  });
});
