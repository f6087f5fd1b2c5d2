import { describe, expect, it } from 'vitest';
import { readPools } from '../../db/catalog/account.ts';
import { readLostPrivileges } from '../../db/catalog/lost-privileges.ts';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import { allSettings, openFixture } from './fixture.ts';
import { rosterOfVersionOne } from './version-one.ts';

const ownRoles = `
  insert into roles (role_id, role_name, role_key, built_in) values (4, 'Planner', 'planner', 0), (5, 'Coach', 'coach', 0);
  insert into role_privileges values (4, 'UserManagement:Read'), (4, 'UserManagement:Edit'), (5, 'UserManagement:Read');
  insert into operators (operator_id, operator_name, role_id, is_owner, login) values
    (2, 'Adam', 1, 0, 'adam'), (3, 'Carla', 4, 0, 'carla'), (4, 'Cem', 5, 0, 'cem'), (5, 'Olga', 4, 1, 'olga');
`;

describe('privileges in a roster of version 1 (domain: privilege)', () => {
  it('built-in roles get the new ones, roles of one’s own do not, and it is told who lost what', async () => {
    const fixture = await openFixture(await rosterOfVersionOne(ownRoles));
    const held = async (login: string) =>
      [...(await operatorByLogin(fixture.read, login))!.privileges].sort();
    expect(await held('adam')).toEqual([
      'AccountSettings:Edit',
      'RoleManagement:Edit',
      'RptContactCenterOperationLog:Read',
      'UserManagement:Edit',
      'UserManagement:Read',
    ]);
    expect(await held('carla')).toEqual(['UserManagement:Edit', 'UserManagement:Read']);
    const lost = { operator_name: 'Carla', role_name: 'Planner' };
    expect(await readLostPrivileges(fixture.read)).toEqual([
      { ...lost, privileges: ['RoleManagement:Edit', 'AccountSettings:Edit'] },
    ]);
    await fixture.roster
      .write()
      .insertInto('role_privileges')
      .values({ role_id: 4, privilege: 'RoleManagement:Edit' })
      .execute();
    expect(await readLostPrivileges(fixture.read)).toEqual([
      { ...lost, privileges: ['AccountSettings:Edit'] },
    ]);
    await fixture.close();
  });
});

const inactive = `
  insert into people (person_id, user_id, user_email, first_name, last_name, display_name, department, account_status,
    name_key, department_key) values
    (1, 'U1', 'ana@acme.example', 'Ana', 'Silva', 'Ana Silva', '', 'active', 'ana silva', ''),
    (2, 'U2', 'bo@acme.example', 'Bo', 'Li', '', '', 'active', 'bo li', ''),
    (3, 'U3', 'cy@acme.example', 'Cy', 'Da', 'Cy Da', '', 'active', 'cy da', '');
  insert into change_sets values
    (1, '2026-01-02T00:00:00.000Z', 1, 'maria', 'local', 'import', 'Import: add 3 users', 3, null, null, '[]', '[]', '[]'),
    (2, '2026-01-03T00:00:00.000Z', 1, 'maria', 'local', 'edit', 'Edit 3 users', 3, null, null, '[]', '[]', '[]');
  insert into users (person_id, name_rank, role_id, package_name, add_ons_plan, user_access, status_name, sub_status_name,
    client_integration, added_at, modified_at, modified_by, version) values
    (1, 1000, 3, 'essentials', '[]', 'inactive', 'Not Ready', 'Break', 'Default', 0, 0, 'maria', 2),
    (2, 2000, 3, 'essentials', '[]', 'inactive', 'Ready', null, 'Default', 0, 0, 'maria', 2),
    (3, 3000, 3, 'essentials', '[]', 'active', 'Ready', null, 'Default', 0, 0, 'maria', 2);
  insert into changes select 2, person_id, '', '', 'update', null,
    json_object('status_name', json_object('before', 'Offline', 'after', status_name)) from users;
  update license_pools set exceeded_since = '2026-01-03T00:00:00.000Z' where package_name = 'essentials';
`;

describe('inactive users who are signed in, in a roster of version 1 (domain rule 4)', () => {
  it('are signed out by a change set of nobody’s, and what they exceeded is over', async () => {
    const fixture = await openFixture(await rosterOfVersionOne(inactive));
    const settings = await allSettings(fixture.read);
    expect(
      [...settings.values()].map(({ status_name, sub_status_name }) => [status_name, sub_status_name]),
    ).toEqual([
      ['Offline', null],
      ['Offline', null],
      ['Ready', null],
    ]);
    const set = await readChangeSet(fixture.read, 3);
    expect(set).toMatchObject({
      operator_name: 'roster',
      summary: 'Sign out 2 inactive users',
      changes: [
        {
          user_name: 'Ana Silva',
          fields: {
            status_name: { before: 'Not Ready', after: 'Offline' },
            sub_status_name: { before: 'Break', after: null },
          },
        },
        { user_name: 'bo@acme.example', fields: { status_name: { before: 'Ready', after: 'Offline' } } },
      ],
    });
    expect(set?.changes[1]?.fields).not.toHaveProperty('sub_status_name');
    // Nobody made them inactive since; that set is undone once they are active.
    const { problems } = await fixture.planUndo(3);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Ana Silva is inactive, .* Make them active first: roster edit ana@acme\.example /,
      ),
      expect.stringMatching(/^bo@acme\.example is inactive, /),
    ]);
    const { findings } = await checkRecords(fixture.read);
    expect(findings.filter(({ check }) => check === 'history')).toEqual([]);
    expect((await readPools(fixture.read, 'concurrent'))[0]).toMatchObject({
      used: 1,
      total: 1,
      exceeded_since: null,
    });
    expect(await fixture.read.selectFrom('license_overages').selectAll().execute()).toMatchObject([
      {
        package_name: 'essentials',
        since: '2026-01-03T00:00:00.000Z',
        until: expect.stringMatching(/^20\d\d-/),
        most: 3,
        total: 1,
        change_set_id: 2,
      },
    ]);
    await fixture.close();
  });
});
