import { beforeEach, describe, expect, it } from 'vitest';
import { readAccount, readPools } from '../../db/catalog/account.ts';
import { readCatalog, readOperators } from '../../db/catalog/catalog.ts';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { applyChangeSet } from '../../db/changes/apply.ts';
import { readCatalogFacts } from '../../db/changes/catalog-facts.ts';
import { readUndoFacts } from '../../db/changes/undo-facts.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { rowsOf } from '../../db/users/rows.ts';
import { orderedIds } from '../../db/users/window.ts';
import type { CatalogRequest } from '../../source/roster/catalog/plan-catalog.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { type View, wholeRoster } from '../../source/roster/screen/view.ts';
import { editing, joining, setting } from '../roster/intents.ts';
import { allSettings, type Fixture, makeRoster, openFixture } from './fixture.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await openFixture(await makeRoster());
  return () => fixture.close();
});

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

async function planned(request: CatalogRequest): Promise<ChangeSet> {
  const facts = await readCatalogFacts(fixture.read, request, fixture.operator);
  return plan({ kind: 'catalog', request }, facts);
}

async function carryOut(request: CatalogRequest) {
  const set = await planned(request);
  expect(set.problems).toEqual([]);
  return await applied(set);
}

async function applied(set: ChangeSet) {
  const outcome = await fixture.apply(set);
  if (!outcome.ok) throw new Error('Stale');
  return outcome.applied;
}

async function undoing(id: number): Promise<ChangeSet> {
  const set = (await readChangeSet(fixture.read, id))!;
  return plan({ kind: 'undo', set }, await readUndoFacts(fixture.read, set, fixture.operator));
}

const add = (of: CatalogRequest['of'], record: Record<string, unknown>) =>
  carryOut({ action: 'add', of, record });
const edit = (of: CatalogRequest['of'], name: string, record: Record<string, unknown>) =>
  carryOut({ action: 'edit', of, name, record });
const remove = (of: CatalogRequest['of'], name: string, transferTo: string | null = null) =>
  carryOut({ action: 'remove', of, name, transferTo });

async function emailsByRole(): Promise<string[]> {
  const view: View = { ...wholeRoster, sort: { column: 'role', reverse: false } };
  const ids = (await Array.fromAsync(orderedIds(fixture.read, view))).flat();
  return (await rowsOf(fixture.read, ids)).map(row => row.email);
}

async function everything() {
  const db = fixture.read;
  return {
    account: await readAccount(db),
    pools: await readPools(db, 'named'),
    catalog: await readCatalog(db),
    operators: await readOperators(db),
    users: await allSettings(db),
  };
}

describe('catalog changes', () => {
  it('are written, and kept in history with the ids that they got', async () => {
    const { id, catalog } = await add('role', { role_name: 'Coach', privileges: ['UserManagement:Read'] });
    expect(catalog).toMatchObject([{ of: 'role', id: 4, name: 'Coach' }]);
    expect((await readChangeSet(fixture.read, id))?.catalog).toEqual(catalog);
    const { roles } = await readCatalog(fixture.read);
    expect(roles).toContainEqual({
      id: 4,
      name: 'Coach',
      built_in: false,
      privileges: ['UserManagement:Read'],
    });
  });

  it.each([
    ['queue', { queue_name: 'Extra', channel: 'email', description: 'More' }, { queue_name: 'Other' }],
    ['role', { role_name: 'Extra', privileges: ['UserManagement:Read'] }, { privileges: [] }],
    ['skill', { skill_name: 'Extra', category: 'Some', graded: true }, { category: 'Other' }],
    ['team', { team_name: 'Extra' }, { team_name: 'Other' }],
    ['region', { region_name: 'Extra', is_main: true }, { region_name: 'Other' }],
    [
      'template',
      { template_name: 'Extra', type: 'update', edits: [{ field: 'role', op: 'set', text: 'Agent' }] },
      { description: 'Other' },
    ],
    ['operator', { operator_name: 'Extra', role: 'Supervisor', login: 'extra' }, { role: 'Admin' }],
    ['account', { account_name: 'Extra', licenses: { premium: 7 } }, { plan: 'pro' }],
  ] as const)('of a %s are undone one after the other, and redone', async (of, first, second) => {
    const states = [await everything()];
    const name = of === 'account' ? '' : 'Extra';
    const one = of === 'account' ? await edit(of, '', first) : await add(of, first);
    states.push(await everything());
    const two = await edit(of, name, second);
    states.push(await everything());
    const back = await applied(await undoing(two.id));
    expect(await everything()).toEqual(states[1]);
    const before = await applied(await undoing(one.id));
    expect(await everything()).toEqual(states[0]);
    await applied(await undoing(before.id));
    await applied(await undoing(back.id));
    expect(await everything()).toEqual(states[2]);
  });

  it('take what is removed from everybody, and undo gives it back with the same id', async () => {
    await fixture.add(ana, bruno);
    await add('team', { team_name: 'Lisbon' });
    await add('region', { region_name: 'EMEA' });
    await add('skill', { skill_name: 'Spanish', category: 'Languages', graded: true });
    await add('role', { role_name: 'Coach' });
    const edits = setting({ team: 'Lisbon (both)', region: 'EMEA', skills: 'Spanish=4', role: 'Coach' });
    await fixture.carryOut(editing(edits, joining('Billing (supervisor)')), { emails: [ana] });
    const before = await everything();
    const sets = [
      await remove('queue', 'Billing'),
      await remove('team', 'Lisbon'),
      await remove('region', 'EMEA'),
      await remove('skill', 'Spanish'),
      await remove('role', 'Coach', 'Supervisor'),
    ];
    expect([...(await allSettings(fixture.read)).values()][0]).toMatchObject({
      queues: [],
      team: null,
      region: { name: 'Main' },
      skills: [],
      role: { name: 'Supervisor' },
    });
    for (const { id } of sets.toReversed()) await applied(await undoing(id));
    expect(await everything()).toEqual(before);
  });

  it('never give an id a second time', async () => {
    const { catalog } = await add('queue', { queue_name: 'Short-lived' });
    await remove('queue', 'Short-lived');
    const { catalog: next } = await add('queue', { queue_name: 'Next' });
    expect(next[0]?.id).toBe((catalog[0]?.id ?? 0) + 1);
  });

  it('sort a renamed role where its new name belongs', async () => {
    await fixture.add(ana, bruno);
    await add('role', { role_name: 'Coach' });
    await fixture.carryOut(editing(setting({ role: 'Coach' })), { emails: [ana] });
    await edit('role', 'Coach', { role_name: 'Über' });
    expect(await emailsByRole()).toEqual([bruno, ana]);
  });
});

describe('catalog changes are stale', () => {
  it('where the thing changed meanwhile', async () => {
    const set = await planned({ action: 'edit', of: 'queue', name: 'Chat', record: { description: 'A' } });
    await edit('queue', 'Chat', { description: 'B' });
    expect(await fixture.apply(set)).toMatchObject({ ok: false, reason: 'stale' });
  });

  it('where the name was taken meanwhile', async () => {
    const set = await planned({ action: 'add', of: 'team', record: { team_name: 'Lisbon' } });
    await add('team', { team_name: 'LISBON' });
    expect(await fixture.apply(set)).toMatchObject({ ok: false });
  });

  it('where somebody new uses what is removed', async () => {
    await fixture.add(ana, bruno);
    const set = await planned({ action: 'remove', of: 'queue', name: 'Chat', transferTo: null });
    const { changes } = await fixture.carryOut(editing(joining('Chat')), { emails: [bruno] });
    expect(await fixture.apply(set)).toMatchObject({ ok: false, changed: [changes[0]?.person_id] });
    expect((await readCatalog(fixture.read)).queues.map(({ name }) => name)).toContain('Chat');
  });

  it('where a template names what is removed', async () => {
    const set = await planned({ action: 'remove', of: 'queue', name: 'Chat', transferTo: null });
    await add('template', {
      template_name: 'T',
      type: 'update',
      edits: [{ field: 'queues', op: 'add', text: 'Chat' }],
    });
    expect(await fixture.apply(set)).toMatchObject({ ok: false });
  });

  it('where an operator got the role that is removed', async () => {
    await add('role', { role_name: 'Coach' });
    const set = await planned({ action: 'remove', of: 'role', name: 'Coach', transferTo: null });
    await add('operator', { operator_name: 'Sam', role: 'Coach' });
    expect(await fixture.apply(set)).toMatchObject({ ok: false });
  });

  it('where two owners remove each other at the same time', async () => {
    await add('operator', { operator_name: 'Olga', role: 'Admin', login: 'olga', is_owner: true });
    const olga = (await operatorByLogin(fixture.read, 'olga'))!;
    const mine = await planned({ action: 'remove', of: 'operator', name: 'Olga', transferTo: null });
    const request = { action: 'remove', of: 'operator', name: 'maria', transferTo: null } as const;
    const hers = plan({ kind: 'catalog', request }, await readCatalogFacts(fixture.read, request, olga));
    expect(hers.problems).toEqual([]);
    await applied(mine);
    const by = { ...olga, via: 'local', at: new Date().toISOString() };
    expect(await applyChangeSet(fixture.roster.write(), hers, by)).toMatchObject({ ok: false });
  });
});

describe('changes of users', () => {
  it.each([
    ['queue', 'Chat', joining('Chat')],
    ['role', 'Coach', setting({ role: 'Coach' })],
    ['team', 'Lisbon', setting({ team: 'Lisbon' })],
    ['region', 'EMEA', setting({ region: 'EMEA' })],
    ['skill', 'Broadband', setting({ skills: 'Broadband' })],
  ] as const)('are stale where the %s that they give is gone', async (of, name, edits) => {
    await fixture.add(ana);
    await add('role', { role_name: 'Coach' });
    await add('team', { team_name: 'Lisbon' });
    await add('region', { region_name: 'EMEA' });
    await add('skill', { skill_name: 'Broadband', category: 'Products' });
    const set = await fixture.planned(editing(edits), { emails: [ana] });
    await remove(of, name);
    expect(await fixture.apply(set)).toMatchObject({
      ok: false,
      changed: set.changes.map(change => change.person_id),
    });
  });

  it('sort by what the role is called under the lock', async () => {
    await fixture.add(ana, bruno);
    await add('role', { role_name: 'Coach' });
    const set = await fixture.planned(editing(setting({ role: 'Coach' })), { emails: [ana] });
    await edit('role', 'Coach', { role_name: 'Trainer' });
    await applied(set);
    expect(await emailsByRole()).toEqual([bruno, ana]);
  });
});
