import { describe, expect, it } from 'vitest';
import { concurrent, licensed, spanish } from './build.ts';
import { account, adding, codes, editing } from './catalog-build.ts';

describe('an addition', () => {
  it('is one catalog change, without an id yet', () => {
    expect(adding('queue', { queue_name: ' Chat ', channel: 'messaging' })).toMatchObject({
      kind: 'catalog',
      summary: 'Add the queue Chat',
      changes: [],
      problems: [],
      catalog: [
        {
          of: 'queue',
          id: null,
          name: 'Chat',
          before: null,
          after: { queue_name: 'Chat', channel: 'messaging', description: '' },
        },
      ],
    });
  });

  it.each([
    ['queue', { queue_name: '' }, 'name_missing'],
    ['queue', { queue_name: 'x'.repeat(151) }, 'too_long'],
    ['queue', { queue_name: 'a\u001bb' }, 'control_characters'],
    ['queue', { queue_name: 'A; B' }, 'semicolon'],
    ['queue', { queue_name: '(Clear)' }, 'reserved'],
    ['queue', { queue_name: 'Billing (supervisor)' }, 'reserved'],
    ['queue', { queue_name: 'Billing(Agent)' }, 'reserved'],
    ['queue', { queue_name: 'Billing (both, opted out)' }, 'reserved'],
    ['team', { team_name: 'Tier 3 (both)' }, 'reserved'],
    ['skill', { skill_name: 'Spanish=4', category: 'Languages' }, 'reserved'],
    ['queue', { queue_name: 'BÍLLING' }, 'name_taken'],
    ['queue', { queue_name: 'Chat', description: 'x'.repeat(257) }, 'too_long'],
    ['queue', { queue_name: 'Chat', channel: 'fax' }, 'not_allowed'],
    ['role', { role_name: 'agent' }, 'name_taken'],
    ['role', { role_name: 'Lead', privileges: ['Everything'] }, 'not_allowed'],
    ['skill', { skill_name: 'French' }, 'value_missing'],
    ['team', { team_name: 'TIER 1' }, 'name_taken'],
    ['template', { template_name: 'New', type: 'add' }, 'template_empty'],
    ['template', { template_name: 'x'.repeat(101), type: 'add' }, 'too_long'],
    ['operator', { operator_name: 'Sam' }, 'value_missing'],
    ['operator', { operator_name: 'Sam', role: 'Nobody' }, 'unknown_role'],
    ['operator', { operator_name: 'Sam', role: 'Agent', login: 'adam' }, 'login_taken'],
    ['operator', { operator_name: 'OLGA', role: 'Agent' }, 'name_taken'],
    ['operator', { operator_name: 'Sam', role: 'Agent', user_email: 'x@y.example' }, 'unknown_person'],
  ] as const)('of a %s is refused: %j', (of, record, code) => {
    const set = adding(of, of === 'template' ? { edits: [], ...record } : record);
    expect(codes(set)).toContain(code);
    for (const { message } of set.problems) expect(message).toMatch(/^\S.*\.|See: \S+/);
  });

  it('of a queue takes 150 characters and a description of 256', () => {
    const record = { queue_name: '席'.repeat(150), description: 'x'.repeat(256) };
    expect(adding('queue', record).problems).toEqual([]);
  });

  it('of a role takes privileges in any case', () => {
    const set = adding('role', { role_name: 'Lead', add_privileges: ['usermanagement:read'] });
    expect(set.catalog[0]?.after).toEqual({ role_name: 'Lead', privileges: ['UserManagement:Read'] });
  });

  it('of a main region makes the other one an ordinary one', () => {
    const set = adding('region', { region_name: 'Asia', is_main: true });
    expect(set.catalog.map(({ name, after }) => [name, after?.is_main])).toEqual([
      ['Asia', true],
      ['Main', false],
    ]);
  });

  it('of an operator knows their person in the account', () => {
    const facts = account([licensed(5)]);
    const record = { operator_name: 'Sam', role: 'agent', user_email: 'P5@acme.example' };
    const set = adding('operator', record, facts);
    expect(set.problems).toEqual([]);
    expect(set.catalog[0]?.after).toMatchObject({ role: { id: 3 }, user_email: 'p5@acme.example' });
  });
});

describe('a template', () => {
  const make = (type: string, field: string, text: string) =>
    adding('template', { template_name: 'T', type, edits: [{ field, op: 'set', text }] });

  it('for adding carries queues, skills and team, but nothing of somebody’s own (domain rule 3)', () => {
    expect(codes(make('add', 'queues', 'Sales'))).toEqual([]);
    expect(codes(make('add', 'team', 'Tier 1'))).toEqual([]);
    expect(codes(make('add', 'status_name', 'Ready'))).toEqual(['only_after_adding']);
    expect(codes(make('update', 'status_name', 'Ready'))).toEqual([]);
  });

  it('has settings that can be read', () => {
    expect(codes(make('update', 'queues', 'Nowhere'))).toEqual(['unknown_queue']);
    expect(codes(make('update', 'skills', 'Spanish=6'))).toEqual(['invalid_level']);
  });

  it('is edited setting by setting', () => {
    const set = editing('template', 'new AGENT', {
      set_edits: [
        { field: 'skills', op: 'set', text: 'Spanish=5' },
        { field: 'region', op: 'set', text: 'Europe' },
      ],
      unset: ['queues'],
    });
    expect(set.catalog[0]?.after?.edits).toEqual([
      { field: 'role', op: 'set', text: 'Coach' },
      { field: 'skills', op: 'set', text: 'Spanish=5' },
      { field: 'region', op: 'set', text: 'Europe' },
    ]);
  });
});

describe('an edit', () => {
  it('changes only what is named, and keeps the id', () => {
    const set = editing('queue', 'billing', { description: 'Money' });
    expect(set).toMatchObject({ summary: 'Change the queue Billing' });
    expect(set.catalog).toMatchObject([
      { id: 1, before: { description: '' }, after: { queue_name: 'Billing', description: 'Money' } },
    ]);
  });

  it('that changes nothing is empty', () => {
    expect(editing('queue', 'Billing', { queue_name: 'Billing' })).toMatchObject({
      catalog: [],
      problems: [],
    });
  });

  it('that renames goes on in the templates that name it', () => {
    const set = editing('queue', 'Billing', { queue_name: 'Invoices' });
    expect(set.summary).toBe('Rename the queue Billing to Invoices');
    expect(set.catalog.map(({ of, name }) => `${of} ${name}`)).toEqual([
      'queue Billing',
      'template New agent',
      'template Off billing',
    ]);
    expect(set.catalog.at(1)?.after?.edits).toContainEqual({
      field: 'queues',
      op: 'set',
      text: 'Invoices (supervisor); Sales',
    });
    expect(set.notices).toEqual(['It is renamed in the templates New agent and Off billing, too.']);
  });

  it('may only change how the name is spelled', () => {
    expect(editing('queue', 'Billing', { queue_name: 'BILLING' }).problems).toEqual([]);
    expect(codes(editing('queue', 'Billing', { queue_name: 'sales' }))).toEqual(['name_taken']);
  });

  it('of something unknown names what there is', () => {
    const [problem] = editing('queue', 'Biling', { description: '' }).problems;
    expect(problem).toMatchObject({ code: 'unknown_queue', message: expect.stringContaining('Billing') });
  });

  it('never changes a built-in role', () => {
    expect(codes(editing('role', 'Agent', { role_name: 'Worker' }))).toEqual(['built_in_role']);
    expect(codes(editing('role', 'Agent', { add_privileges: ['UserManagement:Edit'] }))).toEqual([
      'built_in_role',
    ]);
  });

  it('leaves exactly one main region', () => {
    expect(codes(editing('region', 'Main', { is_main: false }))).toEqual(['main_region']);
    const set = editing('region', 'Europe', { is_main: true });
    expect(set.catalog.map(({ name, after }) => [name, after?.is_main])).toEqual([
      ['Europe', true],
      ['Main', false],
    ]);
  });

  it('does not take levels away from those who have them', () => {
    const facts = account([licensed(5, { skills: [{ ...spanish, level: 2 }] })]);
    expect(codes(editing('skill', 'Spanish', { graded: false }, facts))).toEqual(['skill_in_use']);
    expect(codes(editing('skill', 'Spanish', { category: 'Tongues' }, facts))).toEqual([]);
    expect(codes(editing('skill', 'Spanish', { graded: false }, account()))).toEqual([]);
  });
});

describe('the account', () => {
  const packages = [{ package_name: 'essentials' as const, users: 10, signed_in: 4 }];

  it('needs a plan that includes Contact Center (domain rule 1)', () => {
    expect(editing('account', '', { plan: 'basic' }).problems).toMatchObject([
      { code: 'plan_unfit', message: expect.stringContaining('Basic does not include Contact Center') },
    ]);
    expect(codes(editing('account', '', { plan: 'education' }))).toEqual([]);
  });

  it('changes with its pools in one change set', () => {
    const set = editing('account', '', { account_name: 'New', licenses: { essentials: 200, premium: 2 } });
    expect(set.summary).toBe('Change the account: name, licenses');
    expect(set.catalog.map(({ of, name }) => `${of} ${name}`)).toEqual([
      'account Acme',
      'license_pool essentials',
    ]);
  });

  it('may have fewer licenses than are in use, and says so', () => {
    const set = editing('account', '', { licenses: { essentials: 8 } }, account([], { packages }));
    expect(set).toMatchObject({
      summary: 'Change the essentials licenses from 100 to 8',
      problems: [],
      notices: [
        'essentials: 10 of 8 licenses in use, 2 too many. Nobody loses theirs, but nobody can be added until there are enough.',
      ],
    });
  });

  it('counts by the model that it gets', () => {
    const record = { license_model: 'concurrent', licenses: { essentials: 8 } };
    expect(editing('account', '', record, account([], { packages })).notices).toEqual([]);
    const named = editing(
      'account',
      '',
      { license_model: 'named', licenses: { essentials: 8 } },
      account([], { packages, ...concurrent() }),
    );
    expect(named.notices).toEqual([expect.stringContaining('10 of 8 licenses in use')]);
  });

  it('has whole numbers of licenses', () => {
    expect(codes(editing('account', '', { licenses: { essentials: -1 } }))).toEqual(['not_allowed']);
    expect(codes(editing('account', '', { licenses: { gold: 1 } }))).toEqual(['unknown_license_pool']);
  });
});
