import { expect, test } from 'vitest';
import { type ConnectedHome, connectedHome } from './connected-home.ts';

const mail = async (home: ConnectedHome) =>
  (await home.json<{ user_email: string; state: string }[]>('notify --list --all')).map(
    ({ user_email, state }) => `${user_email.split('@')[0]} ${state}`,
  );

/** A connected roster with three people who can be added, and the e-mail of a fourth, who was added before, that waits. */
async function begun() {
  const home = await connectedHome({ users: 5 });
  await home.ok('account set --licenses 100');
  await home.ok(`people import ${home.file('people.csv', 'email\nearly@acme.example\n')}`);
  await home.ok('add early@acme.example --role Agent');
  for (const name of ['ana', 'bea', 'cem']) home.account.portal.addPerson(`${name}@acme.example`);
  await home.ok('account connect --later');
  await home.ok('pull');
  return home;
}

test('a connected roster e-mails nobody who is added, and says of none, until it is told to', async () => {
  const home = await begun();
  expect(await home.ok('account')).toContain(
    '\nE-mails to people who are added: none from here; Zoom may send its own\n',
  );
  expect(await home.ok('add ana@acme.example --role Agent --dry-run')).not.toContain('e-mail');
  expect(await home.ok('add ana@acme.example --role Agent')).not.toContain('e-mail');
  const csv = home.file('new.csv', 'user_email,role_name\nbea@acme.example,Agent\n');
  expect(await home.ok(`import ${csv}`)).not.toContain('e-mail');
  expect(await mail(home)).toEqual(['early waiting']);

  expect(await home.ok('account set --notices roster')).toMatch(/^Change the account: e-mail sender: done/);
  expect(await home.ok('account')).toContain('\nE-mails to people who are added: from here\n');
  expect(await home.json('account')).toMatchObject({ zoom: { notices: 'roster' } });
  expect(await home.ok('add cem@acme.example --role Agent')).toContain('1 e-mail waits until mail is set up');
  expect(await mail(home)).toEqual(['early waiting', 'cem waiting']);

  expect(await home.ok('account set --notices zoom --dry-run')).toMatch(/E-mail sender +roster +zoom/);
  await home.ok('account set --notices zoom');
  expect(await home.json('account')).toMatchObject({ zoom: { notices: 'zoom' } });
  expect((await home.roster('account set --notices nobody')).code).toBe(2);
  expect(await home.ok('check')).toMatch(/^All is well/);
});

test('who comes back by an undo gets none from here, whatever waited before, nor later once it is disconnected', async () => {
  const home = await begun();
  await home.ok('add ana@acme.example --role Agent');
  await home.ok('remove ana@acme.example early@acme.example --yes');
  expect(await mail(home)).toEqual(['early withdrawn']);
  // Who is not at the account can't be sent.
  expect(await home.ok('undo --later')).not.toContain('e-mail');
  expect(await mail(home)).toEqual(['early withdrawn']);
  await home.ok('account disconnect');
  await home.ok('remove ana@acme.example early@acme.example --yes');
  expect(await home.ok('undo')).not.toContain('e-mail');
  expect(await mail(home)).toEqual(['early withdrawn']);
  expect(await home.ok('check')).toMatch(/^All is well/);
});

test('a roster that is connected to no account e-mails as ever, whatever was set', async () => {
  const home = await connectedHome({ users: 5 });
  await home.ok('account set --licenses 10 --notices zoom');
  await home.ok(`people import ${home.file('people.csv', 'email\nana@acme.example\n')}`);
  expect(await home.ok('account')).not.toContain('E-mails to people');
  expect(await home.ok('add ana@acme.example --role Agent')).toContain('1 e-mail waits');
  await home.ok('undo');
  expect(await home.ok('redo')).toContain('1 e-mail waits');
  expect(await mail(home)).toEqual(['ana waiting']);
});
