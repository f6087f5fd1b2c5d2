import { expect, it } from 'vitest';
import { readCatalog } from '../../db/catalog/catalog.ts';
import { readUsers } from '../../db/users/users.ts';
import { setPresence } from '../../db/users/write-users.ts';
import type { Change } from '../../source/roster/plan/change-set.ts';
import { fieldChanges } from '../../source/roster/users/field-changes.ts';
import { newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { openLists } from '../../source/roster/users/vocabulary.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';
import { rosterOfVersionOne } from './version-one.ts';

const agent = { id: 3, name: 'Agent' };
const email = 'ana.silva@acme.example';

async function ana({ read }: Fixture) {
  const { person_id } = await read
    .selectFrom('people')
    .select('person_id')
    .where('user_email', '=', email)
    .executeTakeFirstOrThrow();
  return { person_id, user: (await readUsers(read, [person_id])).get(person_id) };
}

/** Brings Ana's settings, as a reading of the account does. */
async function say(fixture: Fixture, said: Partial<UserSettings>): Promise<UserSettings> {
  const { person_id, user } = await ana(fixture);
  const before = user?.settings ?? null;
  const fields = fieldChanges(before, { ...(before ?? newSettings(agent)), ...said });
  const change: Change = {
    ...{ person_id, user_email: email, user_name: 'Ana Silva', fields },
    ...{ action: user ? 'update' : 'add', version: user?.version ?? null },
  };
  const nothing = { catalog: [], problems: [], licenses: [], notices: [] };
  expect(await fixture.apply({ kind: 'pull', summary: 'Read', changes: [change], ...nothing })).toMatchObject(
    {
      ok: true,
    },
  );
  return (await ana(fixture)).user!.settings;
}

const column = async ({ read }: Fixture) =>
  (await read.selectFrom('users').select('at_account').executeTakeFirstOrThrow()).at_account;

it('keeps what is set at the account in one column, which is empty where nothing is', async () => {
  const fixture = await openFixture(await makeRoster());
  const several = { multi_channel_engagements: false };
  expect(await say(fixture, several)).toEqual({ ...newSettings(agent), ...several });
  expect(await column(fixture)).toBeNull();
  const said = {
    mobile_client: true,
    allowed_devices: ['mobile', 'CTI'],
    external_url: 'https://crm.example/%E',
  };
  expect(await say(fixture, { ...said, multi_channel_engagements: true })).toMatchObject({
    ...said,
    multi_channel_engagements: true,
    email_occupied: null,
  });
  expect(await say(fixture, { mobile_client: null, email_occupied: 80 })).toMatchObject({
    ...said,
    ...{ mobile_client: null, email_occupied: 80 },
  });
  // Whoever comes back has them again.
  const { id } = await fixture.remove(email);
  await fixture.undo(id);
  expect((await ana(fixture)).user!.settings).toMatchObject({ ...said, mobile_client: null });
  await say(fixture, { allowed_devices: null, external_url: null, email_occupied: null });
  expect(await column(fixture)).toBeNull();
  await fixture.close();
});

it('offers the reasons and add-ons that users of this account have, after the usual ones', async () => {
  const fixture = await openFixture(await makeRoster());
  expect((await readCatalog(fixture.read)).words).toEqual(openLists);
  await say(fixture, {
    add_ons_plan: ['epic', 'quality'],
    status_name: 'Not Ready',
    sub_status_name: 'Lunch',
  });
  const { person_id } = await ana(fixture);
  await setPresence(fixture.roster.write(), person_id, {
    status_name: 'Not Ready',
    sub_status_name: 'Audit',
  });
  await setPresence(fixture.roster.write(), person_id, { status_name: 'Not Ready', sub_status_name: 'Meal' });
  await say(fixture, { add_ons_plan: [] });
  expect((await readCatalog(fixture.read)).words).toEqual({
    reason: [...openLists.reason, 'Audit', 'Lunch'],
    add_on: [...openLists.add_on, 'quality'],
  });
  await fixture.close();
});

it('knows nothing of them in a roster that is older', async () => {
  const path = await rosterOfVersionOne(`
    insert into people (person_id, user_id, user_email, first_name, last_name, display_name, department, account_status,
      name_key, department_key) values (1, 'U1', '${email}', 'Ana', 'Silva', 'Ana Silva', '', 'active', 'ana silva', '');
    insert into users (person_id, name_rank, role_id, package_name, add_ons_plan, user_access, status_name,
      client_integration, added_at, modified_at, modified_by, version)
      values (1, 1000, 3, 'essentials', '[]', 'active', 'Ready', 'Default', 0, 0, 'maria', 1);
  `);
  const fixture = await openFixture(path);
  expect((await ana(fixture)).user!.settings).toEqual({ ...newSettings(agent), status_name: 'Ready' });
  await fixture.close();
});
