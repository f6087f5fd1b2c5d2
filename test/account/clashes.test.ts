import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { following, until } from './following.ts';
import { usersHere, usersThere } from './mirror.ts';

interface Line {
  field: string | null;
  here: string;
  side: 'theirs' | 'waits' | 'clash';
  account: string;
}

async function pulled() {
  const home = await connectedHome();
  await home.ok('account connect --later');
  await home.ok('pull');
  const { state, portal } = home.account;
  const agents = [...state.users.values()].filter(
    user => state.roles.get(user.role_id)!.role_name === 'Agent' && user.user_access === 'active',
  );
  const emails = agents.map(({ user_email }) => user_email).sort();
  const differences = (email: string) => home.json<Line[]>(`diff ${email}`);
  /** Of how many users something is not sent because it clashes. */
  const leftOut = async () => {
    const { stderr } = await home.roster('push --dry-run');
    return Number(/^Left out is .*, of (\d+) users?;/m.exec(stderr)?.[1] ?? 0);
  };
  return { home, portal, emails, differences, leftOut };
}

test('what clashes goes on to do so while other things are read, and until both sides are the same', async () => {
  const { home, portal, emails, differences, leftOut } = await pulled();
  const [email] = emails as [string];
  for (const queue of ['Nights', 'Days']) portal.catalog.addQueue(queue);
  await home.ok('pull');
  await home.ok(`edit ${email} --add-queue Nights --later`);
  portal.addToQueue(email, 'Days');
  await home.ok('pull');
  expect(await leftOut()).toBe(1);
  // A user who is read alone comes without queues.
  await following(
    home,
    { args: 'sync --watch', env: { ROSTER_ZOOM_SUBSCRIPTION_ID: 'subscription' } },
    async () => {
      await until(async () => home.account.counts.sockets > 0);
      portal.setRole(email, 'Supervisor');
      await until(async () => (await usersHere(home))[email]?.role === 'Supervisor');
    },
  );
  expect(await leftOut()).toBe(1);
  expect(await differences(email)).toMatchObject([{ field: 'queues', side: 'clash' }]);
  await home.ok(`edit ${email} --add-queue Days --remove-queue Nights --later`);
  expect(await leftOut()).toBe(0);
  expect((await home.json<unknown[]>('push --dry-run')).length).toBe(0);
  await home.ok('pull');
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(await differences(email)).toEqual([]);
});

test('what is taken back here does not clash any more: the next pull brings what the account has', async () => {
  const { home, portal, emails, leftOut } = await pulled();
  const [email] = emails as [string];
  await home.ok(`edit ${email} --role Supervisor --later`);
  portal.setRole(email, 'Admin');
  await home.ok('pull');
  expect(await leftOut()).toBe(1);
  await home.ok('undo --later');
  expect(await leftOut()).toBe(0);
  await home.ok('pull');
  expect(await usersHere(home)).toEqual(usersThere(home));
});

test('so do levels of a skill that both changed', async () => {
  const { home, portal, emails, differences, leftOut } = await pulled();
  const [email] = emails as [string];
  const { skill_category_id } = [...home.account.state.categories.values()].find(
    ({ max_proficiency_level }) => max_proficiency_level !== null,
  )!;
  const { skill_name } = [...home.account.state.skills.values()].find(
    skill => skill.skill_category_id === skill_category_id,
  )!;
  portal.setSkill(email, skill_name, 3);
  await home.ok('pull');
  await home.ok(`edit ${email} --skill "${skill_name}=5" --later`);
  portal.setSkill(email, skill_name, 1);
  await home.ok('pull --full');
  for (const pull of ['pull', 'pull --full']) {
    await home.ok(pull);
    expect(await leftOut(), pull).toBe(1);
    expect(await differences(email)).toMatchObject([
      {
        here: expect.stringContaining(`${skill_name}=5`),
        side: 'clash',
        account: expect.stringContaining('=1'),
      },
    ]);
  }
  await home.ok(`edit ${email} --skill "${skill_name}=1" --later`);
  expect(await leftOut()).toBe(0);
  await home.ok('pull --full');
  expect(await usersHere(home)).toEqual(usersThere(home));
});

test('theirs is taken from the account, and an undo takes it back', async () => {
  const { home, portal, emails, differences } = await pulled();
  const [email] = emails as [string];
  await home.ok(`edit ${email} --role Supervisor --country JP --later`);
  portal.setRole(email, 'Admin');
  portal.set(email, { country_iso_code: 'IS' });
  await home.ok('pull');
  const asked = `resolve ${email} --theirs --field role_name`;
  expect(await home.ok(`${asked} --dry-run`)).toMatch(/Role +Supervisor +Admin\n/);
  expect(await home.json(`show ${email}`)).toMatchObject({ role_name: 'Supervisor' });
  expect(await home.ok(asked)).toMatch(/^Make .* Admin: done, change set \d+\n/);
  expect(await home.json(`show ${email}`)).toMatchObject({ role_name: 'Admin', country_iso_code: 'JP' });
  // What was not asked for clashes as before.
  await home.ok('pull');
  expect(await differences(email)).toMatchObject([{ field: 'country_iso_code', side: 'clash' }]);
  await home.ok('undo --later');
  expect(await differences(email)).toMatchObject([
    { field: 'role_name', here: 'Supervisor', side: 'waits', account: 'Admin' },
    { field: 'country_iso_code', side: 'clash' },
  ]);
  expect(await home.ok('check')).toMatch(/^All is well/);
});

test('mine stays, is in history, and waits to be sent over what the account has', async () => {
  const { home, portal, emails, differences, leftOut } = await pulled();
  const [email] = emails as [string];
  await home.ok(`edit ${email} --role Supervisor --later`);
  portal.setRole(email, 'Admin');
  await home.ok('pull');
  expect(await home.json<unknown[]>('push --dry-run')).toEqual([]);
  expect(await home.ok(`resolve ${email} --mine --later`)).toMatch(
    /Supervisor: done, change set \d+\n1 setting stays as it is here, and goes over what the account has\.\nWaits to be sent\. Send it: roster push \d+\n$/,
  );
  for (const pull of ['list --limit 1', 'pull']) {
    await home.ok(pull);
    expect(await leftOut()).toBe(0);
    expect(await differences(email)).toMatchObject([{ here: 'Supervisor', side: 'waits', account: 'Admin' }]);
    expect(await home.json('push --dry-run')).toMatchObject([
      { operation: 'batchUpdateUsers', user_emails: [email] },
    ]);
  }
  const [{ id }] = await home.json<[{ id: number }]>(`history ${email} --limit 1`);
  expect(await home.ok(`history --show ${id}`)).toMatch(/Role +Admin +Supervisor\n/);
  expect(pushStates(home)[id]).toBe('waiting');
  await home.ok('undo --later');
  expect(await home.json(`show ${email}`)).toMatchObject({ role_name: 'Admin' });
  expect(await differences(email)).toEqual([]);
  expect(pushStates(home)[id]).toBe('canceled');
  expect(await home.ok('check')).toMatch(/^All is well/);
});

test('many are decided at once, after a look; who does not clash stays as they are', async () => {
  const { home, portal, emails, leftOut } = await pulled();
  const [one, two, three, other] = emails as [string, string, string, string];
  for (const email of [one, two, three]) portal.setRole(email, 'Admin');
  await home.ok(`edit ${[one, two, three, other].join(' ')} --role Supervisor --country JP --later`);
  for (const email of [one, two]) portal.set(email, { country_iso_code: 'IS' });
  await home.ok('pull');
  expect(await leftOut()).toBe(3);
  expect((await home.roster('resolve --where role=Supervisor --mine --later')).stderr).toContain(
    'This changes 3 users found by --where.',
  );
  await home.ok('resolve --all --theirs --field country --later');
  expect(await leftOut()).toBe(3);
  const { stdout } = await home.roster(`resolve ${one} ${other} --mine --later`);
  expect(stdout).toContain('1 user not changed on both sides when the account was read last.\n');
  await home.ok('resolve --all --mine --later');
  expect(await leftOut()).toBe(0);
  const roles = await home.json<{ role_name: string; country_iso_code: string }[]>('list --role Supervisor');
  expect(roles).toEqual(
    expect.arrayContaining([expect.objectContaining({ user_email: one, country_iso_code: 'IS' })]),
  );
  expect(await home.json('push --dry-run')).toMatchObject([
    { operation: 'batchUpdateUsers', user_emails: [one, two, three, other].sort() },
  ]);
  const { code, stderr } = await home.roster('resolve --all --mine --later');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Nothing to change.\n' });
});

test('says what it needs, and takes nothing that is not here any more', async () => {
  const { home, portal, emails } = await pulled();
  const [email] = emails as [string];
  expect(await home.roster(`resolve ${email} --later`)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Say which: --theirs takes what the account has, --mine keeps/),
  });
  expect(await home.roster('resolve --mine --later')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Say whom: e-mails, or --where FIELD=VALUE or --all\./),
  });
  expect(await home.roster(`resolve ${email} --all --mine --later`)).toMatchObject({ code: 2 });
  const { queue_name } = portal.catalog.addQueue('Nights');
  await home.ok('queue add Days');
  await home.ok('pull');
  await home.ok(`edit ${email} --add-queue Days --later`);
  portal.addToQueue(email, queue_name);
  await home.ok('pull');
  await home.ok('queue remove Nights --yes --later');
  expect(await home.roster(`resolve ${email} --theirs --later`)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /'s queues at the account has the queue Nights, which is not here any more\./,
    ),
  });
  await home.ok(`resolve ${email} --mine --later`);
});

/** How far each change set is that is for the account, by its number. */
function pushStates({ database }: ConnectedHome): Record<number, string> {
  const connection = new Database(database, { readonly: true });
  const rows = connection.prepare('select change_set_id as id, state from pushes').all();
  connection.close();
  return Object.fromEntries((rows as { id: number; state: string }[]).map(({ id, state }) => [id, state]));
}
