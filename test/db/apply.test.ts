import { describe, expect, it } from 'vitest';
import { readPools } from '../../db/catalog/account.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { adding as adds, editing, joining, setting } from '../roster/intents.ts';
import { allSettings, type Fixture, makeRoster, openFixture } from './fixture.ts';

const ana = { emails: ['ana.silva@acme.example'] };
const bruno = { emails: ['bruno@acme.example'] };
const both = { emails: [...ana.emails, ...bruno.emails] };
const adding = adds(setting({ role: 'Agent' }));
const inactive = editing(setting({ user_access: 'inactive' }));

async function fixture(...more: Parameters<typeof makeRoster>) {
  return openFixture(await makeRoster(...more));
}

/** Everything that a write could have left behind. */
async function traces({ read }: Fixture) {
  const count = async (table: 'users' | 'change_sets' | 'changes' | 'outbox' | 'queue_members') =>
    (await read.selectFrom(table).selectAll().execute()).length;
  return [
    await count('users'),
    await count('change_sets'),
    await count('changes'),
    await count('outbox'),
    await count('queue_members'),
  ];
}

describe('applying a change set', () => {
  it('writes the users, the history and the e-mails together', async () => {
    const roster = await fixture();
    const applied = await roster.carryOut(adding, both);
    expect(applied).toMatchObject({ users: 2, operator_name: 'maria', via: 'local', undone_by: null });
    expect(await readChangeSet(roster.read, applied.id)).toEqual({
      ...applied,
      changes: applied.changes.map(change => ({ ...change, version: null })),
    });
    expect(await traces(roster)).toEqual([2, 1, 2, 2, 0]);
    await roster.close();
  });

  it('rule 8: changes the touched fields and nothing else', async () => {
    const roster = await fixture();
    await roster.carryOut(adding, both);
    await roster.carryOut(editing(joining('Billing (both)'), setting({ max_agent_load: '7' })), ana);
    const before = await allSettings(roster.read);
    const { id } = await roster.carryOut(inactive, both);
    for (const [person_id, settings] of await allSettings(roster.read))
      expect(settings).toEqual({ ...before.get(person_id), user_access: 'inactive' });
    const row = await roster.read
      .selectFrom('users')
      .select(['version', 'modified_by'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ version: id, modified_by: 'maria' });
    await roster.close();
  });

  it('rule 7: removal takes license, queues and settings; the account user stays', async () => {
    const roster = await fixture();
    await roster.carryOut(adding, both);
    await roster.carryOut(editing(joining('Billing', 'Sales')), both);
    await roster.carryOut({ kind: 'remove' }, ana);
    expect((await traces(roster)).at(-1)).toBe(2);
    expect(await readPools(roster.read, 'named')).toContainEqual(
      expect.objectContaining({
        package_name: 'essentials',
        total: 500,
        used: 1,
      }),
    );
    const { subjects } = await readFacts(roster.read, ana, roster.operator);
    expect(subjects).toMatchObject([{ person: { user_email: 'ana.silva@acme.example' }, user: null }]);
    await roster.close();
  });

  it('refuses a stale plan, naming who changed, and writes nothing', async () => {
    const roster = await fixture();
    await roster.carryOut(adding, both);
    const planned = await roster.planned({ kind: 'remove' }, both);
    const {
      changes: [change],
    } = await roster.carryOut(inactive, bruno);
    const before = await traces(roster);
    expect(await roster.apply(planned)).toEqual({ ok: false, reason: 'stale', changed: [change?.person_id] });
    expect(await traces(roster)).toEqual(before);
    await roster.close();
  });

  it('refuses to add who was added meanwhile, or was made inactive in the account', async () => {
    const roster = await fixture();
    const planned = await roster.planned(adding, both);
    await roster.carryOut(adding, ana);
    expect(await roster.apply(planned)).toMatchObject({ ok: false, changed: [1] });
    const again = await roster.planned(adding, bruno);
    await roster.roster
      .write()
      .updateTable('people')
      .set({ account_status: 'inactive' })
      .where('person_id', '=', 2)
      .execute();
    expect(await roster.apply(again)).toMatchObject({ ok: false, changed: [2] });
    await roster.close();
  });

  it('refuses to change who was removed meanwhile, even if they came back', async () => {
    const roster = await fixture();
    await roster.carryOut(adding, ana);
    const planned = await roster.planned(inactive, ana);
    const { id } = await roster.carryOut({ kind: 'remove' }, ana);
    expect(await roster.apply(planned)).toMatchObject({ ok: false, changed: [1] });
    await roster.undo(id);
    expect(await roster.apply(planned)).toMatchObject({ ok: false, changed: [1] });
    await roster.close();
  });

  it('rule 4: counts the licenses again under the lock', async () => {
    const roster = await fixture(undefined, { pools: { essentials: 1 } });
    const planned = await roster.planned(adding, ana);
    await roster.carryOut(adding, bruno);
    expect(await roster.apply(planned)).toEqual({ ok: false, reason: 'stale', changed: [] });
    expect((await roster.planned(adding, ana)).problems).toMatchObject([
      { code: 'licenses_missing', value: '1' },
    ]);
    await roster.close();
  });

  it('rule 4: is never refused for licenses under the concurrent model', async () => {
    const roster = await fixture(undefined, { pools: {}, license_model: 'concurrent' });
    await roster.carryOut(adding, both);
    const { licenses } = await roster.carryOut(editing(setting({ status_name: 'Ready' })), both);
    expect(licenses).toEqual([{ package_name: 'essentials', before: 0, after: 2, total: 0 }]);
    expect(await readPools(roster.read, 'concurrent')).toContainEqual(
      expect.objectContaining({
        package_name: 'essentials',
        total: 0,
        used: 2,
      }),
    );
    await roster.close();
  });

  it('keeps in history the license use as it was when written, not when planned', async () => {
    const roster = await fixture();
    const planned = await roster.planned(adding, ana);
    await roster.carryOut(adding, bruno);
    const outcome = await roster.apply(planned);
    expect(outcome).toMatchObject({ ok: true, applied: { licenses: [{ before: 1, after: 2, total: 500 }] } });
    await roster.close();
  });

  it('leaves nothing behind when a write in the middle fails', async () => {
    const roster = await fixture();
    await roster.carryOut(adding, ana);
    const before = await traces(roster);
    const planned = await roster.planned(adding, bruno);
    const broken = structuredClone(planned);
    broken.changes[0]!.fields.user_access = { before: null, after: null };
    await expect(roster.apply(broken)).rejects.toThrow(/NOT NULL/);
    expect(await traces(roster)).toEqual(before);
    expect(await roster.apply(planned)).toMatchObject({ ok: true });
    await roster.close();
  });

  it('takes a change set with problems for the mistake it is', async () => {
    const roster = await fixture();
    const planned = await roster.planned(adding, { emails: ['ghost@acme.example', ...ana.emails] });
    await expect(roster.apply(planned)).rejects.toThrow(/problems/);
    expect(await traces(roster)).toEqual([0, 0, 0, 0, 0]);
    await roster.close();
  });
});
