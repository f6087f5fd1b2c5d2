import { describe, expect, it } from 'vitest';
import { readStacks } from '../../db/changes/undo-stacks.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { accountFields, fieldNames } from '../../source/roster/users/fields.ts';
import { newSettings } from '../../source/roster/users/user.ts';
import { editing, joining, setting } from '../roster/intents.ts';
import { allSettings, type Fixture, makeRoster, openFixture } from './fixture.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

async function undoneBy({ read }: Fixture, ...ids: number[]) {
  const sets = await Promise.all(ids.map(id => readChangeSet(read, id)));
  return sets.map(set => set?.undone_by);
}

async function newest({ read, operator }: Fixture) {
  const { undo, redo } = await readStacks(read, operator.operator_id);
  return { undo, redo };
}

/** Sets what no intent can set yet, so that nothing of a user is as usual. */
async function giveEverySetting({ roster, read }: Fixture, person_id: number) {
  const db = roster.write();
  await db.insertInto('teams').values({ team_id: 1, team_name: 'Tier 1', team_key: 'tier 1' }).execute();
  const spanish = {
    skill_id: 1,
    skill_name: 'Spanish',
    skill_key: 'spanish',
    category: 'Language',
    graded: 1,
  };
  await db.insertInto('skills').values(spanish).execute();
  await db.insertInto('user_skills').values({ person_id, skill_id: 1, level: 4 }).execute();
  await db.updateTable('queue_members').set({ opted_in: 0 }).where('queue_id', '=', 1).execute();
  const { region_id } = await read.selectFrom('regions').select('region_id').executeTakeFirstOrThrow();
  await db
    .updateTable('users')
    .set({
      role_id: 2,
      ...{ package_name: 'premium', add_ons_plan: '["ai_expert_assist"]', user_access: 'active' },
      ...{ status_name: 'Not Ready', sub_status_name: 'Meal', display_name: 'Ána', country_iso_code: 'PT' },
      ...{
        client_integration: 'Zendesk',
        client_integration_name: 'Desk',
        region_id,
        team_id: 1,
        team_role: 'both',
      },
      ...{
        concurrent_message_capacity: 3,
        concurrent_email_capacity: 0,
        multi_channel_engagements: 0,
        at_account: JSON.stringify(Object.fromEntries(accountFields.map(name => [name, ['set']]))),
        max_agent_load: 100,
        email_max_agent_load: 1,
      },
    })
    .where('person_id', '=', person_id)
    .execute();
}

describe('undo', () => {
  it('rule 7: brings a removed user back whole, also after leaving and starting again', async () => {
    const path = await makeRoster();
    const first = await openFixture(path);
    await first.add(ana);
    await first.carryOut(
      editing(setting({ role: 'Supervisor', status_name: 'Ready' }), joining('Billing (both)', 'Chat')),
      { emails: [ana] },
    );
    const before = await allSettings(first.read);
    await first.remove(ana);
    await first.close();

    const second = await openFixture(path);
    expect(await allSettings(second.read)).toEqual(new Map());
    await second.undo((await newest(second)).undo!);
    expect(await allSettings(second.read)).toEqual(before);
    await second.close();
  });

  it('rule 7: brings back every single setting', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana);
    await roster.carryOut(editing(joining('Billing', 'Sales')), { emails: [ana] });
    await giveEverySetting(roster, 1);
    const before = await allSettings(roster.read);
    const plain = newSettings({ id: 3, name: 'Agent' });
    // Who is inactive is offline, so one of the two is as with everybody.
    for (const name of fieldNames.filter(name => name !== 'user_access'))
      expect(before.get(1)?.[name], name).not.toEqual(plain[name]);
    const { id } = await roster.remove(ana);
    await roster.undo(id);
    expect(await allSettings(roster.read)).toEqual(before);
    await roster.close();
  });

  it('goes back step by step, and forward again by redo', async () => {
    const roster = await openFixture(await makeRoster());
    const one = (await roster.add(ana)).id;
    const two = (await roster.add(bruno)).id;
    expect(await newest(roster)).toEqual({ undo: two, redo: null });
    const undoTwo = (await roster.undo(two)).id;
    const undoOne = (await roster.undo(one)).id;
    expect(await newest(roster)).toEqual({ undo: null, redo: undoOne });
    expect((await roster.undo(undoOne)).kind).toBe('redo');
    expect(await newest(roster)).toEqual({ undo: one, redo: undoTwo });
    await roster.undo(undoTwo);
    expect(await newest(roster)).toEqual({ undo: two, redo: null });
    expect(await undoneBy(roster, one, two)).toEqual([null, null]);
    await roster.close();
  });

  it('marks what is undone by which, along the whole chain', async () => {
    const roster = await openFixture(await makeRoster());
    const added = (await roster.add(ana)).id;
    const undo = (await roster.undo(added)).id;
    expect(await undoneBy(roster, added, undo)).toEqual([undo, null]);
    const redo = (await roster.undo(undo)).id;
    expect(await undoneBy(roster, added, undo, redo)).toEqual([null, redo, null]);
    const again = await roster.undo(redo);
    expect(again.kind).toBe('undo');
    expect(await undoneBy(roster, added, undo, redo, again.id)).toEqual([undo, null, again.id, null]);
    await roster.undo(again.id);
    expect(await undoneBy(roster, added, undo, redo)).toEqual([null, redo, null]);
    await roster.close();
  });

  it('refuses what is undone already, also when both planned before either was applied', async () => {
    const roster = await openFixture(await makeRoster());
    const { id } = await roster.add(ana);
    const planned = await roster.planUndo(id);
    const undo = await roster.undo(id);
    expect((await roster.planUndo(id)).problems).toMatchObject([{ code: 'already_undone' }]);
    await roster.undo(undo.id);
    await roster.undo(id);
    expect(await roster.apply(planned)).toMatchObject({ ok: false, reason: 'stale' });
    await roster.close();
  });

  it('takes back an edit and leaves what others changed of the same users', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana);
    const people = { emails: [ana] };
    const { id } = await roster.carryOut(editing(joining('Billing')), people);
    await roster.carryOut(editing(setting({ user_access: 'inactive' })), people);
    await roster.undo(id);
    expect((await allSettings(roster.read)).get(1)).toMatchObject({ queues: [], user_access: 'inactive' });
    await roster.close();
  });

  it('offers an operator their own change sets only', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana);
    expect(await readStacks(roster.read, roster.operator.operator_id + 1)).toMatchObject({ undo: null });
    await roster.close();
  });

  it('reads as far back as it takes to know what is undone next', async () => {
    const roster = await openFixture(await makeRoster());
    const { operator_id } = roster.operator;
    const first = await roster.add(ana);
    for (let at = 0; at < 60; at++) await roster.undo((await roster.undo(first.id)).id);
    expect(await readStacks(roster.read, operator_id)).toEqual({ undo: first.id, redo: null });
    const last = await roster.undo(first.id);
    expect(await readStacks(roster.read, operator_id)).toMatchObject({ undo: null, redo: last.id });
    await roster.close();
  });
});
