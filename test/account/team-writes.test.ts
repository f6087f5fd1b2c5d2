import { expect, it } from 'vitest';
import { openAccount } from './asking.ts';
import { unlimited } from './rules/rates.ts';

const teams = '/contact_center/teams';
const open = () => openAccount({ users: 40, limits: unlimited });

it('adds, changes and removes teams', async () => {
  const { account, ask } = await open();
  const [north, south, night] = account.state.teams.keys();
  const made = await ask.post(teams, { team_name: 'Matin', parent_team_id: south });
  expect(made).toMatchObject({
    status: 201,
    body: { team_name: 'Matin', team_description: '', parent_team_name: 'South' },
  });
  const { team_id } = made.body as Record<string, string>;
  const one = `${teams}/${team_id}`;
  expect((await ask.patch(one, { team_name: 'Morning', parent_team_id: night })).status).toBe(204);
  expect((await ask.get(one)).body).toMatchObject({ team_name: 'Morning', parent_team_id: night });
  // South is above it, by way of another.
  expect((await ask.patch(`${teams}/${south}`, { parent_team_id: team_id })).status).toBe(400);
  expect((await ask.patch(`${teams}/${south}`, { parent_team_id: north })).status).toBe(204);
  const [user] = account.state.users.values();
  account.portal.setTeam(user!.user_email, night!, 'both');
  expect((await ask.remove(`${teams}/${night}`)).status).toBe(204);
  expect(user!.team_id).toBeNull();
  expect((await ask.get(one)).body).toMatchObject({ parent_team_id: south });
  const gone = { status: 404, body: { code: 4102 } };
  for (const answer of [
    ask.remove(`${teams}/${night}`),
    ask.patch(`${teams}/${night}`, { team_name: 'x' }),
    ask.patch(one, { parent_team_id: night }),
    ask.post(teams, { team_name: 'x', parent_team_id: night }),
    ask.post(`${teams}/${night}/agents`, { user_ids: [user!.user_id] }),
    ask.remove(`${teams}/${night}/supervisors?user_ids=${user!.user_id}`),
  ])
    expect(await answer).toMatchObject(gone);
  expect(account.counts.invalidRequests).toEqual([]);
});

it('puts users into one team and takes them out, as agents and as supervisors', async () => {
  const { account, ask } = await open();
  const [north, south] = account.state.teams.keys();
  const [one, other] = [...account.state.users.values()];
  const user_ids = [one!.user_id, other!.user_id];
  const ofTeam = () => [one!, other!].map(user => [user.team_id, user.team_assignment]);
  for (const user of [one!, other!]) account.portal.setTeam(user.user_email, null);
  expect((await ask.post(`${teams}/${north}/agents`, { user_ids })).status).toBe(201);
  expect((await ask.post(`${teams}/${north}/agents`, { user_ids })).status).toBe(201);
  expect(ofTeam()).toEqual([
    [north, 'agent'],
    [north, 'agent'],
  ]);
  expect((await ask.post(`${teams}/${north}/supervisors`, { user_ids })).status).toBe(201);
  expect((await ask.post(`${teams}/${south}/supervisors`, { user_ids: [other!.user_id] })).status).toBe(201);
  expect(ofTeam()).toEqual([
    [north, 'both'],
    [south, 'supervisor'],
  ]);
  const leave = (team: string, list: string, ids: string[]) =>
    ask.remove(`${teams}/${team}/${list}?user_ids=${ids}`);
  expect(await leave(north!, 'agents', user_ids)).toMatchObject({ status: 404, body: { code: 1001 } });
  expect(await leave(south!, 'agents', [other!.user_id])).toMatchObject({ status: 404 });
  account.batches = 'good-rows';
  expect((await leave(north!, 'agents', user_ids)).status).toBe(204);
  expect((await leave(south!, 'supervisors', [other!.user_id])).status).toBe(204);
  expect(ofTeam()).toMatchObject([
    [north, 'supervisor'],
    [null, expect.anything()],
  ]);
  expect(account.counts.invalidRequests).toEqual([]);
  const many = Array.from({ length: 21 }, (_, at) => `${at}`);
  for (const answer of [
    ask.post(`${teams}/${north}/agents`, { user_ids: many }),
    ask.post(`${teams}/${north}/agents`, { user_ids: [] }),
    leave(north!, 'agents', many),
    ask.remove(`${teams}/${north}/agents`),
  ])
    expect((await answer).status).toBe(400);
  expect(account.counts.invalidRequests).toHaveLength(4);
});

it('changes no team where teams are off or absent', async () => {
  const { account, ask } = await open();
  const [team] = account.state.teams.keys();
  account.features.teams = 'off';
  expect(await ask.post(teams, { team_name: 'x' })).toMatchObject({ status: 400, body: { code: 4101 } });
  account.features.teams = 'absent';
  expect(await ask.remove(`${teams}/${team}`)).toMatchObject({ status: 404, body: { code: 2300 } });
  expect(account.state.teams.has(team!)).toBe(true);
});
