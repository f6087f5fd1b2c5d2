import { expect, test } from 'vitest';
import { connectedHome } from './connected-home.ts';
import { usersThere } from './mirror.ts';

test('who is made inactive in the account is told of by each pull, and removed by the command that it names', async () => {
  const home = await connectedHome();
  await home.ok('account connect --later');
  expect((await home.roster('pull')).stderr).not.toContain('left');
  const emails = Object.keys(usersThere(home)).slice(1, 4);
  for (const email of emails) home.account.portal.setPerson(email, { status: 'inactive' });
  const packages = emails.map(email => String(usersThere(home)[email]?.package));
  for (const command of ['pull', 'sync']) {
    const { stderr } = await home.roster(command);
    expect(stderr).toMatch(/^3 people left: remove them, free .+: roster remove --where person=inactive\n$/);
    for (const name of packages) expect(stderr).toContain(name);
  }
  expect((await home.roster('pull --quiet')).stderr).toBe('');
  const plan = await home.json<{ changes: { user_email: string }[] }>(
    'remove --where person=inactive --dry-run',
  );
  expect(plan.changes.map(({ user_email }) => user_email).sort()).toEqual(emails.toSorted());
  expect((await home.roster('remove --where person=inactive')).stderr).toContain('Say --yes');
  await home.ok('remove --where person=inactive --yes');
  expect((await home.roster('pull')).stderr).not.toContain('left');
  // Back in the account, they are active here, too.
  for (const email of emails) home.account.portal.setPerson(email, { status: 'active' });
  await home.ok('pull');
  expect(await home.ok('undo')).toContain('bring back');
  expect(await home.ok('check')).toMatch(/^All is well/);
});
