import { describe, expect, it } from 'vitest';
import type { Facts, Subject } from '../../source/roster/plan/facts.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import type { Import } from '../../source/roster/plan/plan-import.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import {
  agent,
  billing,
  concurrent,
  essentials,
  factsAbout,
  licensed,
  nobodyCalled,
  spanish,
  supervisor,
  tierOne,
  unlicensed,
} from './build.ts';
import { setting } from './intents.ts';

type Row = [Subject, FieldEdit[]];

/** Imports a file with a header on line 1 and these rows from line 2 on. */
function importing(rows: Row[], more: Partial<Import> = {}, facts: Partial<Facts> = {}) {
  const listed = rows.map(([{ asked }, edits], n) => ({ line: n + 2, user_email: asked, edits }));
  const subjects = rows.map(([subject]) => subject);
  return plan(
    { kind: 'import', rows: listed, problems: [], onlyAdd: false, ...more },
    factsAbout(subjects, facts),
  );
}

const asAgent = setting({ role: 'Agent' });

describe('planning an import', () => {
  it('adds those without a license and changes the others, in one change set', () => {
    const changeSet = importing([
      [unlicensed(1), setting({ role: 'Supervisor' })],
      [licensed(2, {}, 7), setting({ role: 'Supervisor', user_access: 'active' })],
      [unlicensed(3), asAgent],
    ]);
    expect(changeSet).toMatchObject({
      kind: 'import',
      summary: 'Import: add Person 1 and Person 3, change Person 2 (role)',
      problems: [],
      catalog: [],
      licenses: [{ package_name: 'essentials', before: 10, after: 12 }],
      notices: ['2 e-mails will be sent.'],
    });
    expect(changeSet.changes.map(change => [change.action, change.version])).toEqual([
      ['add', null],
      ['update', 7],
      ['add', null],
    ]);
    expect(changeSet.changes[1]?.fields).toEqual({ role: { before: agent, after: supervisor } });
  });

  it('never removes: who is not in the file, or has nothing filled in, stays as they are', () => {
    const changeSet = importing([[licensed(1, { max_agent_load: 5 }), []]]);
    expect(changeSet).toMatchObject({
      summary: 'Import: no change',
      changes: [],
      problems: [],
      notices: ['1 row without a change.'],
    });
  });

  it('clears where the file says so', () => {
    const edits = setting({ max_agent_load: '(clear)' });
    const [change] = importing([[licensed(1, { max_agent_load: 5 }), edits]]).changes;
    expect(change?.fields).toEqual({ max_agent_load: { before: 5, after: null } });
  });

  it('rule 3: gives whom it adds also what can be set only after adding', () => {
    const edits = setting({
      ...{ role: 'Agent', team: 'Tier 1 (both)', queues: 'Billing', skills: 'Spanish=2' },
      ...{ display_name: 'Annie', status_name: 'Not Ready', sub_status_name: 'Training' },
    });
    const { changes, problems } = importing([[unlicensed(1), edits]]);
    expect(problems).toEqual([]);
    expect(changes[0]?.fields).toMatchObject({
      team: { after: { ...tierOne, team_role: 'both' } },
      queues: { after: [{ ...billing, user_assignment_type: 'agent', opted_in: true }] },
      skills: { after: [{ ...spanish, level: 2 }] },
      display_name: { after: 'Annie' },
      sub_status_name: { after: 'Training' },
    });
  });

  it('takes the display name that is shown for no change, and another for the user’s own', () => {
    const rows: Row[] = [
      [licensed(1), setting({ display_name: 'Person 1' })],
      [licensed(2, { display_name: 'Zoë' }), setting({ display_name: ' Zoe\u0308 ' })],
      [unlicensed(3), setting({ role: 'Agent', display_name: 'Person 3' })],
      [licensed(4), setting({ display_name: 'Annie' })],
      [licensed(5, { display_name: 'Annie' }), setting({ display_name: '(clear)' })],
    ];
    const { changes, notices } = importing(rows);
    expect(changes.map(change => [change.person_id, change.fields.display_name?.after])).toEqual([
      [3, undefined],
      [4, 'Annie'],
      [5, null],
    ]);
    expect(notices).toContain('2 rows without a change.');
  });

  it('changes nobody who has more than 20 skills already', () => {
    const skill = (_: unknown, n: number) => ({ id: n + 1, name: `S${n + 1}`, category: '', graded: false });
    const skills = Array.from({ length: 25 }, skill);
    const held = skills.map(({ id, name }) => ({ id, name, level: null }));
    const { catalog } = factsAbout([]);
    const edits = setting({ skills: skills.map(({ name }) => name).join('; ') });
    const facts = { catalog: { ...catalog, skills } };
    expect(importing([[licensed(1, { skills: held }), edits]], {}, facts)).toMatchObject({
      changes: [],
      problems: [],
    });
    expect(importing([[licensed(1), edits]], {}, facts).problems).toMatchObject([
      { code: 'too_many_skills', line: 2, column: 'skills', value: '25' },
    ]);
  });
});

describe('problems of an import', () => {
  it('rule 2: are all named, with line, column and value, in the order of the file', () => {
    const { problems } = importing(
      [
        [licensed(1), setting({ user_access: 'asleep', skills: 'Spanish=6' })],
        [nobodyCalled('ghost@acme.example'), asAgent],
        [unlicensed(3, { account_status: 'pending' }), asAgent],
        [unlicensed(4), setting({ role: 'Boss', team: 'Tier 1; Tier 2' })],
        [licensed(5), asAgent],
        [licensed(6), setting({ sub_status_name: 'Meal' })],
        [licensed(7), setting({ role: '(clear)' })],
      ],
      { problems: [{ code: 'not_a_cell', line: 4, column: 'queues', value: '"', message: 'Odd.' }] },
    );
    expect(problems.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
      [2, 'not_allowed', 'user_access', 'asleep'],
      [2, 'invalid_level', 'skills', 'Spanish=6'],
      [3, 'unknown_person', 'user_email', 'ghost@acme.example'],
      [4, 'not_a_cell', 'queues', '"'],
      [4, 'account_pending', 'user_email', 'p3@acme.example'],
      [5, 'unknown_role', 'role_name', 'Boss'],
      [5, 'two_teams', 'team', 'Tier 1; Tier 2'],
      [7, 'reason_without_not_ready', 'sub_status_name', 'Meal'],
      [8, 'not_clearable', 'role_name', '(clear)'],
    ]);
  });

  it('rule 2: a role is missing where somebody would be added without one', () => {
    const { problems, changes } = importing([
      [unlicensed(1), setting({ user_access: 'active' })],
      [unlicensed(2), setting({ role: '(clear)' })],
      [licensed(3), setting({ user_access: 'active' })],
    ]);
    expect(problems.map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'role_missing', 'role_name'],
      [3, 'not_clearable', 'role_name'],
    ]);
    expect(problems[0]?.message).toContain('p1@acme.example');
    expect(changes).toEqual([]);
  });

  it('names a row about somebody who was in the file before, whatever the case of the e-mail', () => {
    const again = { ...licensed(1), asked: 'P1@ACME.example' };
    const changeSet = importing([
      [licensed(1), setting({ role: 'Supervisor' })],
      [licensed(2), setting({ role: 'Supervisor' })],
      [again, setting({ role: 'Admin' })],
      [again, setting({ role: 'Boss' })],
    ]);
    expect(changeSet.problems).toEqual(
      [4, 5].map(line => ({
        ...{ code: 'duplicate_email', line, column: 'user_email', value: 'P1@ACME.example' },
        message: 'P1@ACME.example is on line 2 already. Leave one of the two.',
      })),
    );
    expect(changeSet.changes.map(change => change.fields.role?.after?.name)).toEqual([
      'Supervisor',
      'Supervisor',
    ]);
  });

  it('names who has a license already where a file may only add', () => {
    const rows: Row[] = [
      [unlicensed(1), asAgent],
      [licensed(2), asAgent],
    ];
    expect(importing(rows, { onlyAdd: true }).problems).toMatchObject([
      { code: 'already_licensed', line: 3, column: 'user_email', value: 'p2@acme.example' },
    ]);
    expect(importing(rows.slice(0, 1), { onlyAdd: true })).toMatchObject({
      summary: 'Import: add Person 1',
      problems: [],
    });
  });

  it('rule 4: the pool is too small under the named model, never under the concurrent one', () => {
    const rows: Row[] = [1, 2, 3].map(id => [unlicensed(id), asAgent]);
    const pools = essentials(10, 9);
    expect(importing(rows, {}, { pools }).problems).toMatchObject([{ code: 'licenses_missing', value: '2' }]);
    expect(importing(rows, {}, concurrent({ pools })).problems).toEqual([]);
  });

  it('rule 2: 1,000 are added at once, 1,001 refused; who is only changed does not count', () => {
    const pools = essentials(5_000, 0);
    const added = Array.from({ length: 1_001 }, (_, n): Row => [unlicensed(n + 1), asAgent]);
    const changed = Array.from(
      { length: 2_000 },
      (_, n): Row => [licensed(n + 2_001), setting({ role: 'Admin' })],
    );
    const most = importing([...added.slice(1), ...changed], {}, { pools });
    expect(most).toMatchObject({
      summary: 'Import: add Person 2 and 999 others, change Person 2001 and 1,999 others (role)',
      problems: [],
    });
    expect(importing([...added, ...changed], {}, { pools }).problems).toMatchObject([
      { code: 'too_many_added', value: '1001' },
    ]);
  });
});
