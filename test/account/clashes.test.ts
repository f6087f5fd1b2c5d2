import { expect, test } from 'vitest';
import { connectedHome } from './connected-home.ts';
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
  await home.ok(`edit ${email} --add-queue Nights`);
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
  await home.ok(`edit ${email} --add-queue Days --remove-queue Nights`);
  expect(await leftOut()).toBe(0);
  expect((await home.json<unknown[]>('push --dry-run')).length).toBe(0);
  await home.ok('pull');
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(await differences(email)).toEqual([]);
});

test('what is taken back here does not clash any more: the next pull brings what the account has', async () => {
  const { home, portal, emails, leftOut } = await pulled();
  const [email] = emails as [string];
  await home.ok(`edit ${email} --role Supervisor`);
  portal.setRole(email, 'Admin');
  await home.ok('pull');
  expect(await leftOut()).toBe(1);
  await home.ok('undo');
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
  await home.ok(`edit ${email} --skill "${skill_name}=5"`);
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
  await home.ok(`edit ${email} --skill "${skill_name}=1"`);
  expect(await leftOut()).toBe(0);
  await home.ok('pull --full');
  expect(await usersHere(home)).toEqual(usersThere(home));
});
