import { describe, expect, it } from 'vitest';
import type { Template } from '../../source/roster/catalog/catalog.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import {
  agent,
  concurrent,
  essentials,
  factsAbout,
  licensed,
  nobodyCalled,
  spanish,
  supervisor,
  unlicensed,
} from './build.ts';
import { adding, joining, setting } from './intents.ts';

const asAgent = adding(setting({ role: 'agent' }));

function codes(changeSet: { problems: { code: string }[] }): string[] {
  return changeSet.problems.map(problem => problem.code);
}

function people(count: number) {
  return Array.from({ length: count }, (_, index) => unlicensed(index + 1));
}

describe('planning to add', () => {
  it('rule 2: gives existing, active account users a license and a role', () => {
    const changeSet = plan(asAgent, factsAbout([unlicensed(1), unlicensed(2)]));
    expect(changeSet).toMatchObject({
      kind: 'add',
      summary: 'Add Person 1 and Person 2 as Agent',
      problems: [],
    });
    expect(changeSet.changes[0]).toMatchObject({ action: 'add', user_name: 'Person 1', version: null });
    expect(changeSet.changes[0]?.fields.role).toEqual({ before: null, after: agent });
    expect(changeSet.changes[0]?.fields.user_access).toEqual({ before: null, after: 'active' });
  });

  it('rule 2: refuses the unknown, the already licensed, the inactive and the pending, each by name', () => {
    const subjects = [
      nobodyCalled('ghost@acme.example'),
      licensed(1),
      unlicensed(2, { account_status: 'inactive' }),
      unlicensed(3, { account_status: 'pending' }),
      unlicensed(4),
    ];
    const { problems } = plan(asAgent, factsAbout(subjects));
    expect(problems.map(({ code, value, column }) => [code, value, column])).toEqual([
      ['unknown_person', 'ghost@acme.example', 'user_email'],
      ['already_licensed', 'p1@acme.example', 'user_email'],
      ['account_inactive', 'p2@acme.example', 'user_email'],
      ['account_pending', 'p3@acme.example', 'user_email'],
    ]);
    for (const { message, value } of problems) expect(message).toContain(value);
  });

  it('rule 2: refuses an unknown role once, not once a user', () => {
    const changeSet = plan(adding(setting({ role: 'Agnt' })), factsAbout(people(3)));
    expect(codes(changeSet)).toEqual(['unknown_role']);
    expect(changeSet.changes).toEqual([]);
  });

  it('rule 2: adds 1,000 at once and refuses 1,001', () => {
    const pools = essentials(5_000, 0);
    expect(codes(plan(asAgent, factsAbout(people(1_000), { pools })))).toEqual([]);
    const [problem] = plan(asAgent, factsAbout(people(1_001), { pools })).problems;
    expect(problem).toMatchObject({ code: 'too_many_added', value: '1001' });
    expect(problem?.message).toContain('1,001 users to add; at most 1,000');
  });

  it('rule 3: sets everything with adding that can be set then', () => {
    const settings = {
      ...{
        role: 'Agent',
        package_name: 'premium',
        add_ons_plan: 'ai_expert_assist',
        user_access: 'inactive',
      },
      ...{ country_iso_code: 'pt', region: 'europe', client_integration: 'zendesk' },
      ...{
        client_integration_name: 'Desk',
        concurrent_message_capacity: '3',
        concurrent_email_capacity: '0',
      },
      ...{ max_agent_load: '100', email_max_agent_load: '1' },
    };
    const { changes, problems } = plan(adding(setting(settings)), factsAbout([unlicensed(1)]));
    expect(problems).toEqual([]);
    const given = Object.entries(changes[0]?.fields ?? {}).map(([name, { after }]) => [name, after]);
    expect(Object.fromEntries(given)).toEqual({
      ...{ role: agent, package_name: 'premium', add_ons_plan: ['ai_expert_assist'] },
      ...{ user_access: 'inactive', status_name: 'Offline', country_iso_code: 'PT' },
      ...{
        region: { id: 2, name: 'Europe' },
        client_integration: 'Zendesk',
        client_integration_name: 'Desk',
      },
      ...{ concurrent_message_capacity: 3, concurrent_email_capacity: 0 },
      ...{ max_agent_load: 100, email_max_agent_load: 1 },
    });
  });

  it('takes a setting that was left open for the usual one', () => {
    const [change] = plan(asAgent, factsAbout([unlicensed(1)])).changes;
    expect(change?.fields.package_name?.after).toBe('essentials');
    expect(change?.fields.user_access?.after).toBe('active');
  });

  it('adds somebody who is named twice once', () => {
    expect(plan(asAgent, factsAbout([unlicensed(1), unlicensed(1)])).changes).toHaveLength(1);
  });

  it('rule 4: refuses past the pool under the named model, naming how many are missing', () => {
    const pools = essentials(500, 482);
    expect(codes(plan(asAgent, factsAbout(people(18), { pools })))).toEqual([]);
    const { problems, licenses } = plan(asAgent, factsAbout(people(30), { pools }));
    expect(licenses).toEqual([{ package_name: 'essentials', before: 482, after: 512, total: 500 }]);
    expect(problems).toMatchObject([{ code: 'licenses_missing', value: '12' }]);
    expect(problems[0]?.message).toContain(
      '12 essentials licenses missing: 482 of 500 in use, 30 more asked for',
    );
  });

  it('rule 4: never refuses for lack of licenses under the concurrent model', () => {
    const pools = essentials(1, 3);
    const changeSet = plan(asAgent, factsAbout(people(30), concurrent({ pools })));
    expect(codes(changeSet)).toEqual([]);
    expect(changeSet.licenses).toEqual([{ package_name: 'essentials', before: 3, after: 3, total: 1 }]);
  });

  it('rule 4: a package without a pool has no licenses', () => {
    const elite = adding(setting({ role: 'Agent', package_name: 'elite' }));
    expect(codes(plan(elite, factsAbout([unlicensed(1)])))).toEqual(['licenses_missing']);
  });

  it('rule 5: says how many e-mails go out', () => {
    expect(plan(asAgent, factsAbout(people(12))).notices).toEqual(['12 e-mails will be sent.']);
    expect(plan(asAgent, factsAbout([licensed(1)])).notices).toEqual([]);
  });
});

function template(edits: FieldEdit[], type: Template['type'] = 'add'): Template {
  return { id: 1, name: 'Night shift', description: '', type, edits };
}

function addWith(edits: FieldEdit[], from: Template) {
  return plan({ ...adding(edits), template: from }, factsAbout([unlicensed(1), unlicensed(2)]));
}

describe('adding with a template', () => {
  it('rule 3: takes queues, skills and team from it, and what is said besides goes first', () => {
    const carried = [...setting({ team: 'Tier 1', skills: 'Spanish=4' }), ...joining('Billing')];
    const said = [...setting({ role: 'Agent', team: 'Tier 2' }), ...joining('Sales')];
    const { changes, problems } = addWith(said, template(carried));
    expect(problems).toEqual([]);
    expect(changes).toHaveLength(2);
    expect(changes[1]?.fields).toMatchObject({
      team: { after: { name: 'Tier 2', team_role: 'agent' } },
      skills: { after: [{ ...spanish, level: 4 }] },
      queues: { after: [{ name: 'Billing' }, { name: 'Sales' }] },
    });
  });

  it('rule 2: takes the role from it', () => {
    const changeSet = addWith([], template(setting({ role: 'Supervisor' })));
    expect(changeSet).toMatchObject({ summary: 'Add Person 1 and Person 2 as Supervisor', problems: [] });
    expect(changeSet.changes[0]?.fields.role?.after).toEqual(supervisor);
  });

  it('lets what is said besides it go first', () => {
    const from = template(setting({ role: 'Supervisor', user_access: 'inactive', max_agent_load: '7' }));
    const [change] = addWith(setting({ role: 'Agent', user_access: 'active' }), from).changes;
    expect(change?.fields).toMatchObject({
      role: { after: agent },
      user_access: { after: 'active' },
      max_agent_load: { after: 7 },
    });
  });

  it('rule 2: refuses without any role, once', () => {
    const changeSet = addWith([], template(joining('Billing')));
    expect(changeSet.problems).toMatchObject([{ code: 'role_missing', column: 'role_name' }]);
    expect(changeSet.changes).toEqual([]);
    expect(codes(plan(adding(), factsAbout(people(3))))).toEqual(['role_missing']);
    expect(codes(plan(adding(setting({ role: '(clear)' })), factsAbout(people(3))))).toEqual([
      'not_clearable',
    ]);
  });

  it('refuses one that is for changing users', () => {
    expect(addWith(setting({ role: 'Agent' }), template([], 'update')).problems).toMatchObject([
      { code: 'wrong_template_type', column: 'template', value: 'Night shift' },
    ]);
  });

  it('names what it refers to and is gone', () => {
    const from = template([...setting({ role: 'Night lead' }), ...joining('Nights')]);
    expect(addWith([], from).problems.map(({ code, value }) => [code, value])).toEqual([
      ['unknown_role', 'Night lead'],
      ['unknown_queue', 'Nights'],
    ]);
  });
});

it('who is added without a region gets the main one (domain rule 3)', () => {
  const region = (edits: ReturnType<typeof setting>) =>
    plan(adding(setting({ role: 'Agent' }), edits), factsAbout([unlicensed(1)])).changes[0]?.fields.region
      ?.after;
  expect(region([])).toEqual({ id: 1, name: 'Main' });
  expect(region(setting({ region: '(clear)' }))).toEqual({ id: 1, name: 'Main' });
  expect(region(setting({ region: 'Europe' }))).toEqual({ id: 2, name: 'Europe' });
  const rows = [{ line: 2, user_email: 'p1@acme.example', edits: setting({ role: 'Agent' }) }];
  const imported = plan({ kind: 'import', rows, problems: [], onlyAdd: false }, factsAbout([unlicensed(1)]));
  expect(imported.changes[0]?.fields.region?.after).toEqual({ id: 1, name: 'Main' });
});
