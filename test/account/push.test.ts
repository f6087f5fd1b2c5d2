import { expect, test } from 'vitest';
import { connectedHome } from './connected-home.ts';
import { usersThere } from './mirror.ts';

interface Line {
  operation: string | null;
  not_sent: string | null;
  calls: number;
  users: number;
  user_emails: string[];
  names: string[];
}

async function pulled() {
  const home = await connectedHome();
  await home.ok('account connect --later');
  await home.ok('pull');
  const active = [...home.account.state.users.values()].filter(({ user_access }) => user_access === 'active');
  return { home, emails: active.map(({ user_email }) => user_email).sort() };
}

const dryRun = 'push --dry-run';

test('after a pull nothing waits', async () => {
  const { home } = await pulled();
  expect(await home.json<Line[]>(dryRun)).toEqual([]);
  expect((await home.roster(dryRun)).stderr).toBe(
    'Nothing waits to be sent. Nothing was sent (--dry-run).\n',
  );
});

test('what was changed here is shown as calls, without asking the account', async () => {
  const { home, emails } = await pulled();
  const [one, two, three, gone] = emails as [string, string, string, string];
  const people = 'email\nnew.one@acme.example\nnew.two@acme.example\n';
  await home.ok(`people import ${home.file('people.csv', people)}`);
  await home.ok('account set --licenses 1000');
  await home.ok('queue add Nights --later');
  await home.ok('add new.one@acme.example new.two@acme.example --role Agent --queue Nights --later');
  await home.ok(`edit ${one} ${two} --country JP --add-queue Nights --later`);
  await home.ok(`edit ${three} --max-agent-load 7 --country IS --concurrent-email-capacity (clear) --later`);
  await home.ok(`remove ${gone} --yes --later`);
  await home.account.close();
  const lines = await home.json<Line[]>(dryRun);
  expect(lines).toMatchObject([
    { operation: 'createQueue', calls: 1, users: 0, names: ['Nights'] },
    {
      ...{ operation: 'batchCreateUsers', calls: 1, users: 2 },
      user_emails: ['new.one@acme.example', 'new.two@acme.example'],
    },
    { operation: 'batchUpdateUsers', calls: 1, user_emails: [one, two] },
    { operation: 'updateUser', calls: 1, user_emails: [three] },
    { operation: 'assignQueueAgents', calls: 1, users: 4 },
    { operation: 'batchDeleteUsers', calls: 1, user_emails: [gone] },
    { operation: null, not_sent: 'concurrent_email_capacity', calls: 0, user_emails: [three] },
  ]);
  const { code, stdout, stderr } = await home.roster(dryRun);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      '6 calls, about 1 s. Nothing was sent (--dry-run).\n' +
      'What is not sent can be set in the Zoom web portal under Contact Center Management → Users.\n',
  });
  expect(stdout).toMatch(/^Add queues +1 +– +Nights$/m);
  expect(stdout).toMatch(/^Add users +1 +2 +new\.one@acme\.example and new\.two@acme\.example$/m);
  expect(stdout).toMatch(/^Not sent: E-mails at once +– +1 /m);
  expect(await home.ok(`${dryRun} --format csv`)).toContain(
    'batchCreateUsers,,1,2,new.one@acme.example; new.two@acme.example,\r\n',
  );
});

test('what was changed on both sides is left out, and all else of that user goes', async () => {
  const { home, emails } = await pulled();
  const [email] = emails as [string];
  const role = usersThere(home)[email]!.role === 'Agent' ? 'Supervisor' : 'Agent';
  await home.ok(`edit ${email} --role ${role} --country JP --later`);
  home.account.portal.setRole(email, 'Admin');
  await home.ok('pull');
  expect(await home.json<Line[]>(dryRun)).toMatchObject([
    { operation: 'batchUpdateUsers', calls: 1, user_emails: [email] },
  ]);
  expect((await home.roster(dryRun)).stderr).toContain(
    'Left out is what was changed both here and there, of 1 user; see: roster diff\n',
  );
});

test('says what it needs: an account that was read, and --dry-run', async () => {
  const home = await connectedHome();
  expect((await home.roster(dryRun)).stderr).toBe(
    'This roster is connected to no account. See: roster account connect --help\n',
  );
  await home.ok('account connect --later');
  expect((await home.roster(dryRun)).stderr).toBe('The account was not read yet. First: roster pull\n');
  expect((await home.roster('push')).stderr).toBe('The account was not read yet. First: roster pull\n');
});
