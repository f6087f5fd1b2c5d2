import { expect, test } from 'vitest';
import { startProgram } from '../terminal/driver.ts';
import { connectedHome, withoutCredentials } from './connected-home.ts';
import { following, until } from './following.ts';
import { usersHere, usersThere } from './mirror.ts';

test('sync hears of users by events, and reads all of them after the line was down', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect --later');
  const env = { ROSTER_ZOOM_SUBSCRIPTION_ID: 'subscription' };
  const { portal, events, counts } = home.account;
  const { stdout } = await following(home, { args: 'sync --watch', env }, async () => {
    await until(async () => Object.keys(await usersHere(home)).length === 60);
    await until(async () => counts.sockets > 0);
    // The scopes were tried, all was read, and once more what was changed before it could hear of it.
    await until(async () => counts.requests['GET /contact_center/users'] === 3);
    const email = Object.keys(usersThere(home))[5]!;
    const lists = counts.requests['GET /contact_center/users'];
    portal.setRole(email, 'Supervisor');
    portal.addUser('new.one@acme.example', 'Agent');
    await until(async () => (await usersHere(home))[email]?.role === 'Supervisor');
    await until(async () => 'new.one@acme.example' in (await usersHere(home)));
    expect(counts.requests['GET /contact_center/users']).toBe(lists);
    events.flowing = false;
    portal.removeUser(email);
    events.flowing = true;
    events.cut();
    await until(async () => !(email in (await usersHere(home))));
  });
  expect(stdout).toMatch(/^Read the account: 60 users added/);
});

test('sync sends what is decided here, and tries again what could not be sent', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect');
  const [email, other] = Object.keys(usersThere(home)).sort() as [string, string];
  const there = (who: string) =>
    [...home.account.state.users.values()].find(({ user_email }) => user_email === who)?.country_iso_code;
  const { stderr } = await following(home, { args: 'sync --watch' }, async () => {
    await home.ok(`edit ${email} --country JP --later`);
    await until(async () => there(email) === 'JP');
    // A command that sends by itself waits its turn.
    await home.ok(`edit ${other} --country IS`);
    expect(there(other)).toBe('IS');
  });
  expect(stderr).toMatch(/^Change set \d+: The account has it\.$/m);
  expect(await home.json('push --list')).toMatchObject([{ state: 'pushed' }, { state: 'pushed' }]);
});

test('who left is told of once, not with each reading', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect --later');
  const [one, two] = Object.keys(usersThere(home));
  home.account.portal.setPerson(one!, { status: 'inactive' });
  home.account.portal.setPerson(two!, { status: 'inactive' });
  const readAt = async () => (await home.json<{ zoom: { read_at: string | null } }>('account')).zoom.read_at;
  const { events, counts } = home.account;
  const env = { ROSTER_ZOOM_SUBSCRIPTION_ID: 'subscription' };
  const { stderr } = await following(home, { args: 'sync --watch', env }, async () => {
    await until(async () => (await home.json<unknown[]>('export --where person=inactive')).length === 2);
    await until(async () => counts.sockets > 0);
    for (let reading = 0; reading < 2; reading++) {
      const before = await readAt();
      events.cut();
      await until(async () => (await readAt()) !== before);
      await until(async () => counts.sockets > 0);
    }
  });
  expect(stderr.match(/left/g)).toEqual(['left']);
  expect(stderr).toMatch(/^2 people left: remove them, free .+: roster remove --where person=inactive$/m);
});

test('a screen says since when the account can’t be read, why, and marks what waits here', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect');
  const email = Object.keys(usersThere(home)).sort()[0]!;
  const p = startProgram([], { env: withoutCredentials(home.env), columns: 120, rows: 40 });
  try {
    await p.waitFor(/Acme · Zoom · read \d\d:\d\d/);
    await home.ok(`edit ${email} --country JP --later`);
    await p.type(`/${email}`);
    await p.waitFor(/▸↑☐/);
    await p.press('Enter');
    await p.press('Enter');
    await p.waitFor('↑ Changed here: Country');
    await p.press('Escape', 'Escape');
    home.account.tokens.revoke();
    home.account.faults.on('POST /oauth/token', '500');
    await following(home, { args: 'pull --watch' }, async () => {
      await p.waitFor(/failing since \d\d:\d\d/);
      await p.waitFor('The account gives no token just now (HTTP 500).');
    });
    home.account.faults.off();
    await following(home, { args: 'pull --watch' }, async () => {
      await p.waitFor(screen => !screen.includes('failing since'));
    });
  } finally {
    await p.close();
  }
});

test('goes on with the lists that an ended pull has read', async () => {
  const home = await connectedHome({ users: 700 });
  await home.ok('account connect --later');
  const { faults, counts } = home.account;
  faults.on('GET /contact_center/skills/{skillId}/users', '500');
  expect((await home.roster('pull')).code).toBe(1);
  faults.off();
  const pages = counts.requests['GET /contact_center/users'];
  const { stdout, stderr } = await home.roster('pull');
  expect(stderr).toMatch(/^Going on with what was read since /);
  expect(stdout).toMatch(/^Read the account: 700 users added/);
  expect(counts.requests['GET /contact_center/users']).toBe(pages);
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect((await home.roster('pull')).stderr).toBe('');
});
