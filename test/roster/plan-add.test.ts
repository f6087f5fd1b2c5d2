import { describe, expect, it } from 'vitest';
import { plan } from '../../source/roster/plan.ts';
import type { AddSettings } from '../../source/roster/plan-add.ts';
import { agent, concurrent, factsAbout, licensed, nobodyCalled, unlicensed } from './build.ts';

const asAgent = { kind: 'add' as const, settings: { role: 'agent' } };

function codes(changeSet: { problems: { code: string }[] }): string[] {
  return changeSet.problems.map(problem => problem.code);
}

function people(count: number) {
  return Array.from({ length: count }, (_, index) => unlicensed(index + 1));
}

describe('planning to add', () => {
  it('rule 2: gives existing, active account users a license and a role', () => {
    const changeSet = plan(asAgent, factsAbout([unlicensed(1), unlicensed(2)]));
    expect(changeSet).toMatchObject({ kind: 'add', summary: 'Add 2 users as Agent', problems: [] });
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
    const changeSet = plan({ kind: 'add', settings: { role: 'Agnt' } }, factsAbout(people(3)));
    expect(codes(changeSet)).toEqual(['unknown_role']);
    expect(changeSet.changes).toEqual([]);
  });

  it('rule 2: adds 1,000 at once and refuses 1,001', () => {
    const pools = [{ package_name: 'essentials' as const, total: 5_000, used: 0 }];
    expect(codes(plan(asAgent, factsAbout(people(1_000), { pools })))).toEqual([]);
    const [problem] = plan(asAgent, factsAbout(people(1_001), { pools })).problems;
    expect(problem).toMatchObject({ code: 'too_many_added', value: '1001' });
    expect(problem?.message).toContain('1,001 users to add; at most 1,000');
  });

  it('rule 3: sets role, package, access and country with adding', () => {
    const settings: AddSettings = {
      role: 'Agent',
      package_name: 'premium',
      user_access: 'inactive',
      country_iso_code: 'PT',
    };
    const [change] = plan({ kind: 'add', settings }, factsAbout([unlicensed(1)])).changes;
    expect(change?.fields).toMatchObject({
      package_name: { after: 'premium' },
      user_access: { after: 'inactive' },
      country_iso_code: { after: 'PT' },
    });
  });

  it('takes a setting that was left open for the usual one', () => {
    const settings = { role: 'Agent', package_name: undefined, user_access: undefined };
    const [change] = plan({ kind: 'add', settings }, factsAbout([unlicensed(1)])).changes;
    expect(change?.fields.package_name?.after).toBe('essentials');
    expect(change?.fields.user_access?.after).toBe('active');
  });

  it('adds somebody who is named twice once', () => {
    expect(plan(asAgent, factsAbout([unlicensed(1), unlicensed(1)])).changes).toHaveLength(1);
  });

  it('rule 4: refuses past the pool under the named model, naming how many are missing', () => {
    const pools = [{ package_name: 'essentials' as const, total: 500, used: 482 }];
    expect(codes(plan(asAgent, factsAbout(people(18), { pools })))).toEqual([]);
    const { problems, licenses } = plan(asAgent, factsAbout(people(30), { pools }));
    expect(licenses).toEqual([{ package_name: 'essentials', before: 482, after: 512, total: 500 }]);
    expect(problems).toMatchObject([{ code: 'licenses_missing', value: '12' }]);
    expect(problems[0]?.message).toContain(
      '12 essentials licenses missing: 482 of 500 in use, 30 more asked for',
    );
  });

  it('rule 4: never refuses for lack of licenses under the concurrent model', () => {
    const pools = [{ package_name: 'essentials' as const, total: 1, used: 3 }];
    const changeSet = plan(asAgent, factsAbout(people(30), concurrent({ pools })));
    expect(codes(changeSet)).toEqual([]);
    expect(changeSet.licenses).toEqual([{ package_name: 'essentials', before: 3, after: 3, total: 1 }]);
  });

  it('rule 4: a package without a pool has no licenses', () => {
    const settings: AddSettings = { role: 'Agent', package_name: 'elite' };
    expect(codes(plan({ kind: 'add', settings }, factsAbout([unlicensed(1)])))).toEqual(['licenses_missing']);
  });

  it('rule 5: says how many e-mails go out', () => {
    expect(plan(asAgent, factsAbout(people(12))).notices).toEqual(['12 e-mails will be sent.']);
    expect(plan(asAgent, factsAbout([licensed(1)])).notices).toEqual([]);
  });
});
