import { expect, it } from 'vitest';
import { randomFor } from '../../source/demo/random.ts';
import { openAccount, rowsOf } from './asking.ts';
import { allScopes } from './operations/table.ts';

const teams = '/contact_center/teams';
const unlimited = { perSecond: 1000 };
const free = { limits: { light: unlimited, medium: unlimited } };

it('lists teams with their parents, by name and below another', async () => {
  const { account, ask } = await openAccount(free);
  const all = await ask.all(`${teams}?page_size=100`, 'teams');
  expect(all.map(({ team_id }) => team_id)).toEqual([...account.state.teams.keys()]);
  const [north, south, night] = all;
  expect(north).not.toHaveProperty('parent_team_id');
  expect(night).toMatchObject({ parent_team_id: south!.team_id, parent_team_name: 'South' });
  expect((await ask.get(`${teams}/${night!.team_id}`)).body).toEqual(night);
  const below = await ask.get(`${teams}?parent_team_id=${south!.team_id}`);
  expect(rowsOf(below.body, 'teams')).toEqual([night]);
  expect(rowsOf((await ask.get(`${teams}?team_name=Nor`)).body, 'teams')).toEqual([north]);
  expect((await ask.get(`${teams}?page_size=101`)).status).toBe(400);
  expect(await ask.get(`${teams}/gone/agents`)).toMatchObject({ status: 404, body: { code: 4102 } });
});

it('has each user in one team at most, as agent, supervisor or both', async () => {
  const { account, ask } = await openAccount({ users: 300, ...free });
  const [north, south] = [...account.state.teams.keys()];
  const members = async (team: string, list: 'agents' | 'supervisors') =>
    (await ask.all(`${teams}/${team}/${list}?page_size=20`, list)).map(({ user_id }) => user_id);
  const { users } = account.state;
  for (const list of ['agents', 'supervisors'] as const) {
    const lists = await Promise.all([...account.state.teams.keys()].map(team => members(team, list)));
    expect(lists.flat().length).toBeGreaterThan(10);
    expect(new Set(lists.flat()).size).toBe(lists.flat().length);
  }
  const { user_id, user_email, display_name, last_modified_time } = [...users.values()][7]!;
  account.portal.setTeam(user_email, 'North', 'both');
  expect(await members(north!, 'agents')).toContain(user_id);
  expect(await members(north!, 'supervisors')).toContain(user_id);
  account.portal.setTeam(user_email, 'South', 'supervisor');
  expect(await members(north!, 'agents')).not.toContain(user_id);
  expect(await members(south!, 'agents')).not.toContain(user_id);
  expect(await ask.all(`${teams}/${south}/supervisors?page_size=100`, 'supervisors')).toContainEqual({
    user_id,
    user_email,
    user_display_name: display_name,
  });
  account.portal.setTeam(user_email, null);
  expect(await members(south!, 'supervisors')).not.toContain(user_id);
  // Nothing of the user says so.
  expect(users.get(user_id)!.last_modified_time).toBe(last_modified_time);
  account.portal.setTeam(user_email, 'South');
  account.portal.removeUser(user_email);
  expect(await members(south!, 'agents')).not.toContain(user_id);
});

it('lets the portal add, rename and remove teams', async () => {
  const { account, ask } = await openAccount(free);
  const { catalog } = account.portal;
  const { team_id } = catalog.addTeam('Après-midi', 'North');
  account.clock.advance(60_000);
  catalog.renameTeam('Après-midi', 'Soir');
  const { body } = await ask.get(`${teams}/${team_id}`);
  expect(body).toMatchObject({ team_name: 'Soir', parent_team_name: 'North' });
  const { created_time, modify_time } = body as Record<string, string>;
  expect(Date.parse(modify_time!) - Date.parse(created_time!)).toBeGreaterThanOrEqual(60_000);
  const [user] = account.state.users.values();
  account.portal.setTeam(user!.user_email, 'North');
  catalog.removeTeam('North');
  expect((await ask.get(`${teams}/${team_id}`)).body).not.toHaveProperty('parent_team_id');
  expect(user!.team_id).toBeNull();
  expect(() => catalog.renameTeam('North', 'x')).toThrow('The account has no team North.');
});

it('edits teams at random, and answers what its schemas allow', async () => {
  const { account, ask } = await openAccount({ users: 40, ...free });
  const done = account.portal.random(randomFor(17, 1), 600).join('\n');
  for (const kind of ['into a team', 'out of a team', 'new team', 'team renamed', 'team away', 'opted in'])
    expect(done).toContain(kind);
  for (const { team_id } of await ask.all(`${teams}?page_size=100`, 'teams'))
    for (const list of ['agents', 'supervisors'])
      expect((await ask.get(`${teams}/${team_id}/${list}`)).status).toBe(200);
});

it('may be older, have teams switched off, or an app without the scope for them', async () => {
  const { account, ask } = await openAccount({ ...free, features: { teams: 'absent' } });
  const paths = [teams, `${teams}/x`, `${teams}/x/agents`, `${teams}/x/supervisors`];
  for (const path of paths) expect(await ask.get(path)).toMatchObject({ status: 404, body: { code: 2300 } });
  account.features.teams = 'off';
  for (const path of paths) expect(await ask.get(path)).toMatchObject({ status: 400, body: { code: 4101 } });
  account.features.teams = 'on';
  expect((await ask.get(teams)).status).toBe(200);
  expect(account.counts.invalidRequests).toEqual([]);
  const scopes = allScopes.filter(scope => scope !== 'contact_center:read:team:admin');
  const { ask: askWithout } = await openAccount({ scopes });
  for (const path of paths)
    expect(await askWithout.get(path)).toMatchObject({
      status: 400,
      body: { code: 4711, message: expect.stringContaining('contact_center:read:team:admin') },
    });
});
