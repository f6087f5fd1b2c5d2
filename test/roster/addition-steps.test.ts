import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../source/roster/plan/addition-steps.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import {
  agent,
  billing,
  catalog,
  concurrent,
  essentials,
  factsAbout,
  sales,
  spanish,
  tierOne,
  unlicensed,
} from './build.ts';
import { adding, joining, setting } from './intents.ts';

const asAgent = adding(setting({ role: 'Agent' }));

function codes(changeSet: { problems: { code: string }[] }): string[] {
  return changeSet.problems.map(problem => problem.code);
}

function people(count: number) {
  return Array.from({ length: count }, (_, index) => unlicensed(index + 1));
}

describe('rule 3: what the vendor takes only after adding', () => {
  const later: FieldEdit[] = [
    ...setting({ display_name: 'Ana', status_name: 'Not Ready', sub_status_name: 'Meal' }),
    ...setting({ team: 'Tier 1 (both)', skills: 'Spanish=4' }),
    ...joining('Billing', 'Sales (supervisor)'),
    { field: 'queues', op: 'opt-out', text: 'Billing' },
  ];

  it('is part of the same change, for everybody', () => {
    const { changes, problems } = plan(adding(setting({ role: 'Agent' }), later), factsAbout(people(3)));
    expect(problems).toEqual([]);
    expect(changes.map(change => [change.action, change.version])).toEqual(Array(3).fill(['add', null]));
    for (const { fields } of changes)
      expect(fields).toMatchObject({
        role: { before: null, after: agent },
        display_name: { before: null, after: 'Ana' },
        status_name: { before: null, after: 'Not Ready' },
        sub_status_name: { before: null, after: 'Meal' },
        team: { before: null, after: { ...tierOne, team_role: 'both' } },
        skills: { before: null, after: [{ ...spanish, level: 4 }] },
        queues: {
          before: null,
          after: [
            { ...billing, user_assignment_type: 'agent', opted_in: false },
            { ...sales, user_assignment_type: 'supervisor', opted_in: true },
          ],
        },
      });
  });

  it('is the second step of the change', () => {
    const [change] = plan(adding(setting({ role: 'Agent' }), later), factsAbout(people(1))).changes;
    const { first, second } = stepsOf(change!);
    expect(second.sort()).toEqual(
      ['display_name', 'queues', 'skills', 'status_name', 'sub_status_name', 'team'].sort(),
    );
    expect([...first, ...second].sort()).toEqual(Object.keys(change!.fields).sort());
    expect(first).toContain('role');
  });

  it('names once, not once a user, what there is not', () => {
    const wrong = [
      ...setting({ team: 'Tier 9', skills: 'Spanish' }),
      ...joining('Billing', 'Bilings'),
      ...setting({ status_name: 'Ready', user_access: 'inactive' }),
    ];
    const { problems } = plan(adding(setting({ role: 'Agent' }), wrong), factsAbout(people(3)));
    expect(problems.map(({ code, column, value }) => [code, column, value])).toEqual([
      ['unknown_team', 'team', 'Tier 9'],
      ['invalid_level', 'skills', 'Spanish'],
      ['unknown_queue', 'queues', 'Bilings'],
      ['inactive_presence', 'status_name', 'Ready'],
    ]);
  });

  it('nobody opts out of a queue that they are not put into', () => {
    const out: FieldEdit = { field: 'queues', op: 'opt-out', text: 'Sales' };
    const { problems } = plan(
      adding(setting({ role: 'Agent' }), joining('Billing'), [out]),
      factsAbout(people(2)),
    );
    expect(problems).toEqual([
      {
        code: 'not_in_queue',
        column: 'queues',
        value: 'Sales',
        message:
          'Whoever is added is not in the queue Sales, so there is nothing to opt out of. Put them in it first: --add-queue Sales',
      },
    ]);
  });

  it('takes at most 20 skills, as an edit does', () => {
    const skill = (_: unknown, n: number) => ({ id: n + 1, name: `S${n + 1}`, category: '', graded: false });
    const skills = Array.from({ length: 21 }, skill);
    const facts = factsAbout(people(2), { catalog: { ...catalog, skills } });
    const named = (count: number) =>
      skills.slice(0, count).map(({ name }): FieldEdit => ({ field: 'skills', op: 'add', text: name }));
    expect(codes(plan(adding(setting({ role: 'Agent' }), named(20)), facts))).toEqual([]);
    expect(codes(plan(adding(setting({ role: 'Agent' }), named(21)), facts))).toEqual(['too_many_skills']);
  });

  it('counts a license for who is signed in at once, under the concurrent model', () => {
    const ready = adding(setting({ role: 'Agent', status_name: 'Ready' }));
    const changeSet = plan(ready, factsAbout(people(2), concurrent({ pools: essentials(1, 0) })));
    expect(changeSet).toMatchObject({ problems: [], licenses: [{ before: 0, after: 2, total: 1 }] });
  });
});

describe('the steps of a change', () => {
  it('are two of an addition only, and nothing is set that every new user has', () => {
    const [change] = plan(asAgent, factsAbout(people(1))).changes;
    expect(stepsOf(change!)).toEqual({ first: Object.keys(change!.fields), second: [] });
    const joined = {
      ...change!,
      fields: { role: change!.fields.role!, queues: { before: null, after: [] } },
    };
    expect(stepsOf(joined)).toEqual({ first: ['role', 'queues'], second: [] });
    const edited = { action: 'update' as const, fields: { display_name: { before: null, after: 'Ana' } } };
    expect(stepsOf(edited)).toEqual({ first: ['display_name'], second: [] });
  });
});
