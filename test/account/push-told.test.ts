import { expect, test } from 'vitest';
import { usualLimits } from '../../source/account/client/fetch-text.ts';
import type { AccountOptions } from './account.ts';
import { type ConnectedHome, connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

interface Told {
  id: number;
  account: { state: string; refused: { user_email: string; kind: string; reason: string }[] };
}

interface Listed {
  id: number;
  state: string;
  refused: number;
}

async function pulled(options: AccountOptions = {}) {
  const home = await connectedHome({ users: 40, ...options });
  await home.ok('account connect --later');
  await home.ok('pull');
  await home.ok('account set --licenses 2000 --licenses premium=2000 --licenses elite=2000');
  return home;
}

const told = async (home: ConnectedHome, args: string) =>
  JSON.parse((await home.roster(`${args} --format json`)).stdout) as Told;

const alike = async (home: ConnectedHome) => {
  await home.ok('pull --yes --full');
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(await home.json('push --dry-run')).toEqual([]);
};

const active = ({ account }: ConnectedHome) =>
  [...account.state.users.values()].filter(user => user.user_access === 'active');

test('a pull that was ended goes on, and does not undo what was sent since', async () => {
  const home = await pulled();
  const { faults, counts } = home.account;
  const [user] = active(home);
  const list = 'GET /contact_center/queues/{queueId}/agents';
  faults.on(list, 'slow');
  const before = counts.requests[list] ?? 0;
  await home.spawn('pull --full --yes', {
    env: home.env,
    async onStart(process) {
      while ((counts.requests[list] ?? 0) === before) await new Promise(resolve => setTimeout(resolve, 5));
      process.kill('SIGKILL');
    },
  });
  faults.off();
  const { concurrent_message_capacity: messages } = user!.channel_settings;
  const wanted = messages === 7 ? 8 : 7;
  await home.ok(`edit ${user!.user_email} --concurrent-message-capacity ${wanted}`);
  expect(await home.ok('pull')).toBe('Read the account: nothing is new.\n');
  expect(await home.json(`show ${user!.user_email}`)).toMatchObject({ concurrent_message_capacity: wanted });
});

test('into a queue that was removed at the account nobody is put, and what comes after it goes on', async () => {
  const home = await pulled();
  const [queue] = [...home.account.state.queues.values()];
  const some = active(home).filter(user => !queue!.agents.has(user.user_id));
  const emails = some.map(user => user.user_email).slice(0, 6);
  home.account.portal.catalog.removeQueue(queue!.queue_name);
  const calls = () => home.account.counts.requests['POST /contact_center/queues/{queueId}/agents'] ?? 0;
  const before = calls();
  const { account } = await told(home, `edit ${emails.join(' ')} --add-queue "${queue!.queue_name}"`);
  expect(account.state).toBe('refused');
  expect(new Set(account.refused.map(({ reason }) => reason))).toEqual(
    new Set(['The account has no such queue any more.']),
  );
  expect(account.refused).toHaveLength(6);
  expect(calls() - before).toBe(1);
  expect((await told(home, `edit ${emails[0]} --country JP`)).account.state).toBe('pushed');
  await alike(home);
});

test('the name of an integration is sent by itself, too, and taken back where it is refused', async () => {
  const home = await pulled();
  const user = active(home).find(({ client_integration }) => client_integration === 'Salesforce')!;
  const before = await home.json(`show ${user.user_email}`);
  const { account } = await told(home, `edit ${user.user_email} --client-integration-name Nobody`);
  expect(account).toMatchObject({ state: 'refused', refused: [{ user_email: user.user_email }] });
  const { client_integration_name } = before as { client_integration_name: string | null };
  expect(await home.json(`show ${user.user_email}`)).toMatchObject({ client_integration_name });
  await alike(home);
});

test('where only the last of a batch is bad, a part of it is there', async () => {
  const home = await pulled({ batches: 'until-bad' });
  const people = Array.from({ length: 5 }, (_, index) => `new.${index}@acme.example`);
  for (const email of people) home.account.portal.addPerson(email);
  await home.ok('pull');
  home.account.refusals.refuse(people[4]!, 2_202, 'No such country.');
  const { account } = await told(home, `add ${people.join(' ')} --role Agent`);
  expect(account).toMatchObject({ state: 'in_part', refused: [{ user_email: people[4] }] });
  await alike(home);
});

test('whoever is gone at the account is told, and the others of the batch are changed', async () => {
  const home = await pulled();
  const emails = active(home)
    .map(user => user.user_email)
    .slice(1, 5);
  home.account.portal.removeUser(emails[2]!);
  const { account } = await told(home, `edit ${emails.join(' ')} --country IS`);
  expect(account).toMatchObject({
    state: 'in_part',
    refused: [{ user_email: emails[2], reason: 'The account has no such user any more.' }],
  });
  await alike(home);
});

test('what is given up of one change set leaves another of the same user', async () => {
  const home = await pulled();
  const [user] = active(home);
  const first = await told(home, `edit ${user!.user_email} --concurrent-message-capacity 19 --later`);
  const second = await told(home, `edit ${user!.user_email} --country JP --later`);
  await home.ok(`push --give-up ${first.id}`);
  expect(await home.json(`show ${user!.user_email}`)).toMatchObject({ country_iso_code: 'JP' });
  await home.ok('push');
  expect(user!.country_iso_code).toBe('JP');
  expect(user!.channel_settings.concurrent_message_capacity).not.toBe(19);
  const sets = await home.json<Listed[]>('push --list');
  expect(sets).toMatchObject([
    { id: second.id, state: 'pushed' },
    { id: first.id, state: 'given_up', refused: 1 },
  ]);
  await alike(home);
});

test('a queue whose removal is given up has its users again', async () => {
  const home = await pulled();
  const queue = [...home.account.state.queues.values()].find(({ agents }) => agents.size > 0)!;
  const calls = () => home.account.counts.requests['DELETE /contact_center/queues/{queueId}'];
  const before = calls();
  const set = await told(home, `queue remove "${queue.queue_name}" --yes --later`);
  await home.ok(`push --give-up ${set.id}`);
  await alike(home);
  expect(calls()).toBe(before);
});

test('what is refused of a field that two change sets changed is told for both', async () => {
  const home = await pulled();
  const [, user] = active(home);
  const email = user!.user_email;
  home.account.refusals.refuse(email, 2_202, 'No such country.');
  await home.ok(`edit ${email} --country JP --later`);
  await home.ok(`edit ${email} --country IS --later`);
  expect((await home.roster('push')).code).toBe(1);
  expect(await home.json('push --list')).toMatchObject([
    { state: 'refused', refused: 1 },
    { state: 'refused', refused: 1 },
  ]);
  await alike(home);
});

for (const [what, operation, args] of [
  ['a skill', 'POST /contact_center/users/{userId}/skills', '--skill "PCI" --skill "Ledger"'],
  ['a team', 'POST /contact_center/teams/{teamId}/agents', '--team North'],
] as const)
  test(`${what} that the account took and does not have is told, and taken back`, async () => {
    const home = await pulled();
    const users = active(home).filter(user => user.skills.size === 0 && user.team_id === null);
    const emails = users.map(user => user.user_email).slice(0, 2);
    home.account.faults.next('ignored-field', operation);
    const { account } = await told(home, `edit ${emails.join(' ')} ${args}`);
    expect(account).toMatchObject({
      state: 'in_part',
      refused: [{ kind: 'conflict', reason: expect.stringMatching(/^The account took it, and /) }],
    });
    await alike(home);
  });

test('a name that the account took and does not have is told, and taken back', async () => {
  const home = await pulled();
  const [team] = await home.json<{ team_name: string }[]>('team list');
  home.account.faults.next('ignored-field', 'PATCH /contact_center/teams/{teamId}');
  const { account } = await told(home, `team edit "${team!.team_name}" --name Owls`);
  expect(account).toMatchObject({ state: 'in_part', refused: [{ kind: 'conflict' }] });
  expect(await home.json('team list')).toContainEqual(expect.objectContaining(team!));
  await alike(home);
});

test('an answer that never comes is waited for only so long, and nothing is done twice', async () => {
  const home = await pulled();
  const usual = usualLimits.answer;
  usualLimits.answer = 1_000;
  try {
    home.account.portal.addPerson('new.one@acme.example');
    await home.ok('pull');
    home.account.faults.next('hang', 'POST /contact_center/users/batch');
    const { account } = await told(home, 'add new.one@acme.example --role Agent');
    expect(account.state).toBe('pushed');
    expect(home.account.counts.additions).toEqual({ 'new.one@acme.example': 1 });
    await alike(home);
  } finally {
    usualLimits.answer = usual;
  }
});

test('a role that goes leaves whom the account did not change in another one, and nothing waits for it', async () => {
  const home = await pulled();
  const [one, two] = active(home).map(user => user.user_email) as [string, string];
  await home.ok('role add Lead');
  await home.ok(`edit ${one} ${two} --role Lead`);
  home.account.refusals.refuse(one, 1_004, 'Somebody said no.');
  const { account } = await told(home, 'role remove Lead --transfer Admin --yes');
  expect(account).toMatchObject({ state: 'in_part', refused: [{ user_email: one }] });
  home.account.refusals.allow(one);
  expect((await told(home, `edit ${two} --country JP`)).account.state).toBe('pushed');
  await home.ok('pull');
  await alike(home);
});

test('of whom the account took only a part, the rest can be undone', async () => {
  const home = await pulled();
  const [user, other] = active(home);
  const [email, second] = [user!.user_email, other!.user_email];
  const wanted = user!.channel_settings.concurrent_message_capacity === 7 ? 8 : 7;
  const [queue] = [...home.account.state.queues.values()].filter(({ agents }) => !agents.has(user!.user_id));
  home.account.portal.catalog.removeQueue(queue!.queue_name);
  const before = await home.json(`show ${email}`);
  const set = await told(
    home,
    `edit ${email} ${second} --concurrent-message-capacity ${wanted} --add-queue "${queue!.queue_name}"`,
  );
  expect(set.account.state).toBe('in_part');
  expect(await home.ok('history')).toMatch(new RegExp(`^${set.id} .* partly undone by \\d+$`, 'm'));
  await home.ok('undo');
  const { version: _, modified_at: __, modified_by: ___, ...same } = before as Record<string, unknown>;
  expect(await home.json(`show ${email}`)).toMatchObject(same);
  await alike(home);
  expect((await home.roster('undo --dry-run')).stdout).not.toContain(`Undo ${set.id}`);
});
