import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startProgram } from '../terminal/driver.ts';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

/** Runs `story` while a command follows the account; the command ends well when it is told to leave. */
async function following(
  home: ConnectedHome,
  { args, env = {} }: { args: string; env?: Record<string, string> },
  story: () => Promise<void>,
) {
  let told: Promise<void> = Promise.resolve();
  const ended = await home.spawn(args, {
    env: { ...home.env, ...env },
    onStart(process) {
      told = story().finally(() => process.kill('SIGTERM'));
      told.catch(() => {});
    },
  });
  await told;
  expect(ended).toMatchObject({ code: 143 });
  return ended;
}

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

test('a screen says since when the account can’t be read, why, and marks what waits here', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect');
  const email = Object.keys(usersThere(home)).sort()[0]!;
  const p = startProgram([], { env: home.env, columns: 120, rows: 40 });
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

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(50);
}
