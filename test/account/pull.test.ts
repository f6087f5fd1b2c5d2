import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { whole } from '../whole.ts';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';
import { mirrorStory } from './mirror-story.ts';

interface Entry {
  operator: string;
  summary: string;
}

const history = (home: ConnectedHome) => home.json<Entry[]>('history');

async function pulled(options: Parameters<typeof connectedHome>[0] = {}) {
  const home = await connectedHome(options);
  await home.ok('account connect --later');
  await home.ok('pull');
  return home;
}

test('the first reading brings all of it, as one line of history for the users; read again nothing is new', async () => {
  const home = await connectedHome({ users: 700 });
  await home.ok('account connect --later');
  expect(await home.ok('pull')).toMatch(/^Read the account: 700 users added, \d+ of the catalog\.\n$/);
  expect(await usersHere(home)).toEqual(usersThere(home));
  const sets = await history(home);
  expect(sets.map(({ operator, summary }) => ({ operator, summary }))).toEqual([
    { operator: 'account', summary: 'First reading of the levels of skills' },
    { operator: 'account', summary: 'First reading of the account' },
    { operator: 'account', summary: expect.stringMatching(/^Added \d templates$/) },
    {
      operator: 'account',
      summary: expect.stringMatching(
        /^Added \d roles, \d regions, 12 queues, \d+ skills and \d teams, changed 1 region$/,
      ),
    },
  ]);
  expect(await home.ok('pull')).toBe('Read the account: nothing is new.\n');
  expect(await history(home)).toEqual(sets);
  expect(await home.ok('check')).toMatch(/^All is well/);
  expect(home.account.counts.invalidRequests).toEqual([]);
});

test('what the portal does comes as change sets by the account, each change once', async () => {
  const home = await pulled();
  const { portal } = home.account;
  const [one, two, three] = Object.keys(usersThere(home));
  portal.setRole(one!, 'Supervisor');
  portal.setAccess(two!, usersThere(home)[two!]!.access === 'active' ? 'inactive' : 'active');
  portal.removeUser(three!);
  portal.addUser('new.one@acme.example', 'Agent');
  portal.addToQueue('new.one@acme.example', portal.catalog.addQueue('Night shift').queue_name);
  expect(await home.ok('pull')).toBe(
    'Read the account: 1 user added, 2 users changed, 1 user removed, 1 of the catalog.\n',
  );
  expect(await usersHere(home)).toEqual(usersThere(home));
  const before = await history(home);
  expect(before.every(({ operator }) => operator === 'account')).toBe(true);
  await home.ok('pull');
  expect(await history(home)).toEqual(before);
  expect((await home.roster('undo')).stderr).toMatch(/^Nothing to undo/);
  expect((await home.roster('undo 3 --yes')).stderr).toMatch(/was made at the account; taking it back here/);
});

test('what was changed here waits, merges by field, and stays where both changed the same', async () => {
  const home = await pulled();
  const { portal, state } = home.account;
  const agent = [...state.users.values()].find(
    user => state.roles.get(user.role_id)!.role_name === 'Agent' && user.user_access === 'active',
  )!.user_email;
  await home.ok(`edit ${agent} --role Supervisor --country JP --later`);
  expect(await home.ok('pull')).toBe('Read the account: nothing is new.\n');
  portal.setAccess(agent, 'inactive');
  expect(await home.ok('pull')).toBe('Read the account: 1 user changed.\n');
  expect(await home.json(`show ${agent}`)).toMatchObject({
    role_name: 'Supervisor',
    country_iso_code: 'JP',
    user_access: 'inactive',
  });
  portal.setRole(agent, 'Admin');
  expect(await home.ok('pull')).toBe(
    'Read the account: nothing is new. 1 user changed both here and there; see: roster diff\n',
  );
  const { stdout, code } = await home.roster(`diff ${agent} --exit-code --format csv`);
  expect(code).toBe(1);
  expect(stdout.split('\r\n').slice(1, 3)).toEqual([
    expect.stringMatching(/,country_iso_code,JP,waits,/),
    `${agent},role_name,Supervisor,clash,Admin`,
  ]);
});

test('a roster that has users already is asked about first', async () => {
  const home = await connectedHome();
  const email = [...home.account.state.users.values()][0]!.user_email;
  await home.ok('account set --licenses 10');
  await home.ok(`people import ${home.file('people.csv', `email\n${email}\nonly@here.example\n`)}`);
  await home.ok(`add ${email} only@here.example --role Agent --country JP`);
  await home.ok('account connect --later');
  const { code, stderr } = await home.roster('pull');
  expect(code).toBe(1);
  expect(stderr).toBe(
    '1 user differs from what the account says. Take what it says? Say so with --yes: roster pull --yes\n',
  );
  expect(await home.json(`show ${email}`)).toMatchObject({ country_iso_code: 'JP' });
  await home.ok('pull --yes');
  const { 'only@here.example': only, ...others } = await usersHere(home);
  expect(others).toEqual(usersThere(home));
  expect(only).toMatchObject({ role: 'Agent' });
  expect(await home.ok('diff --format csv')).toContain('only@here.example,,has a license,waits,\r\n');
});

test('no user is lost by a list that is short, one that goes round, or a token that another program took', async () => {
  const home = await pulled({ users: 650 });
  const { faults, tokens } = home.account;
  const before = await usersHere(home);
  for (const [kind, why] of [
    ['short', /is not whole: it says 650 and has \d+\.$/],
    ['loop', /is not whole: \S+ stands in it twice\.$/],
  ] as const) {
    faults.on('GET /contact_center/users', kind);
    const { code, stderr } = await home.roster('pull');
    expect({ code, stderr: stderr.trim() }).toEqual({ code: 1, stderr: expect.stringMatching(why) });
    faults.off();
  }
  expect(await usersHere(home)).toEqual(before);
  tokens.revoke();
  expect(await home.ok('pull')).toBe('Read the account: nothing is new.\n');
});

test('somebody who was made again at the account, with the same address, is who they were', async () => {
  const home = await pulled();
  const { portal, state } = home.account;
  const [user] = [...state.users.values()];
  const { user_email, user_id } = user!;
  const { first_name, last_name, display_name, dept } = state.people.get(user_id)!;
  const sameNames = { first_name, last_name, display_name, dept };
  for (const fields of [sameNames, { first_name: 'Zed', last_name: 'Quux', display_name: 'Zed Quux' }]) {
    portal.removePerson(user_email);
    portal.addPerson(user_email, fields);
    portal.addUser(user_email, 'Supervisor');
    expect(await home.ok('pull')).toMatch(/^Read the account: (1 user changed|nothing is new)\.\n$/);
    expect(await usersHere(home)).toEqual(usersThere(home));
  }
});

test('many removals are asked about, and whoever the account still has stays', async () => {
  const home = await pulled();
  const gone = Object.keys(usersThere(home)).slice(0, 8);
  for (const email of gone) home.account.portal.removeUser(email);
  expect((await home.roster('pull')).stderr).toBe(
    '8 users are gone at the account. Remove them here? Say so with --yes: roster pull --yes\n',
  );
  expect(Object.keys(await usersHere(home))).toHaveLength(50);
  expect(await home.ok('pull --yes')).toBe('Read the account: 8 users removed.\n');
  expect(await usersHere(home)).toEqual(usersThere(home));
});

test('what was removed at the account goes here, though a template names it', async () => {
  const home = await pulled();
  const { portal, state } = home.account;
  const names = async () =>
    (await home.json<{ queue_name: string }[]>('queue list')).map(({ queue_name }) => queue_name);
  const [first, second] = [...state.queues.values()].map(({ queue_name }) => queue_name) as [string, string];
  await home.ok(`template add Nights --type add --set role_name=Agent --set queues="${first}"`);
  for (const name of [first, second]) portal.catalog.removeQueue(name);
  await home.ok('pull --full --yes');
  expect(await names()).not.toEqual(expect.arrayContaining([first]));
  expect(await names()).not.toEqual(expect.arrayContaining([second]));
  expect(await home.ok('check')).toMatch(/^All is well/);
});

test.each(whole ? [1, 2, 3, 4, 5, 6] : [1, 2])(
  'after random edits, faults and kills the mirror is the account: story %i',
  async seed => {
    await mirrorStory(seed);
  },
);

test('told to leave it ends at once, and says nothing', async () => {
  const home = await pulled();
  home.account.latency = 100;
  const before = home.account.counts.requests['GET /contact_center/queues'] ?? 0;
  const leaving = await home.spawn('pull', {
    env: home.env,
    async onStart(process) {
      await until(() => (home.account.counts.requests['GET /contact_center/queues'] ?? 0) > before);
      process.kill('SIGINT');
    },
  });
  expect(leaving).toMatchObject({ code: 130, stdout: '', stderr: '' });
});

test('killed in the midst of the first reading, the next one finds all of it', async () => {
  const home = await connectedHome({ users: 3_000 });
  await home.ok('account connect --later');
  const reader = new Database(home.database, { readonly: true });
  const written = reader.prepare('select count(*) from account_base').pluck();
  const killed = await home.spawn('pull', {
    env: home.env,
    async onStart(process) {
      await until(() => Number(written.get()) > 500);
      process.kill('SIGKILL');
    },
  });
  reader.close();
  expect(killed.signal).toBe('SIGKILL');
  await home.ok('pull');
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(
    (await history(home)).filter(({ summary }) => summary === 'First reading of the account'),
  ).toHaveLength(1);
  expect(await home.ok('check')).toMatch(/^All is well/);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(5);
}

test('teams and templates come, too, and are done without where the account has none', async () => {
  const home = await connectedHome();
  const { portal, features, state } = home.account;
  features.teams = 'absent';
  features.templates = 'absent';
  await home.ok('account connect');
  expect(await home.json('team list')).toEqual([]);
  features.teams = 'on';
  features.templates = 'on';
  await home.ok('pull');
  expect(await usersHere(home)).toEqual(usersThere(home));
  const named = await home.json<{ template_name: string; edits: unknown }[]>('template list');
  const active = [...state.templates.values()].filter(({ template_status }) => template_status === 'active');
  expect(named.map(({ template_name }) => template_name).sort()).toEqual(
    active.map(({ template_name }) => template_name).sort(),
  );
  const [email] = Object.keys(usersThere(home));
  portal.setTeam(email!, portal.catalog.addTeam('Nights').team_name, 'both');
  await home.ok('pull');
  expect(await usersHere(home)).toEqual(usersThere(home));
});
