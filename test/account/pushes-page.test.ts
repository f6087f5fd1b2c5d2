import { expect, onTestFinished, test } from 'vitest';
import { readDialog } from '../flows/fixture.ts';
import { startProgram } from '../terminal/driver.ts';
import { whole } from '../whole.ts';
import { add, alike, batch, people, promote, pulled, screenOf } from './screen-story.ts';

test('history, the page of a change and the page of a user say what the account refused', async () => {
  const home = await pulled();
  home.account.refusals.refuse('ana.silva@acme.example', 4_444, 'User is on a call');
  await home.roster('edit ana.silva@acme.example bruno.dasilva@acme.example --role Supervisor');
  const p = await screenOf(home);
  await p.press('h', 'j');
  await p.waitFor(/▸! 6 .* Make Ana Silva and Bruno da Silva Super.+ partly refused +2/);
  expect(p.screen()).toContain('change 2 of 7 · partly refused: 1 user');
  await p.press('Enter');
  await p.waitFor('At the account: partly refused: 1 user · taken back here by change 7');
  expect(p.screen()).toMatch(
    /! Role: The account says: User is on a call\. \(4444\)\n +Ana Silva +ana\.silva@/,
  );
  await p.press('Escape', 'Escape');
  await p.waitFor(/!☐ Ana Silva /);
  await p.press('/');
  p.type('ana sil\r');
  await p.waitFor('row 1 of 1');
  await p.press('Enter');
  await p.waitFor(/Zoom account[\s\S]*! Refused, of change 6: The account says: User is/);
  // Whatever is done about it, it is not refused any more.
  await home.ok('edit ana.silva@acme.example --role Agent --later');
  home.account.refusals.allow('ana.silva@acme.example');
  await home.ok('push --yes --retry 6');
  await p.waitGone('Zoom account');
  await p.press('Escape');
  await p.waitFor(/▸ ☐ Ana Silva +.*Supervisor/);
});

test('the page of pushes: who was refused is tried again, and the form comes again with them alone', async () => {
  const home = await pulled(20);
  const [bad, worse] = [people(20)[6]!, people(20)[7]!];
  for (const email of [bad, worse]) home.account.refusals.refuse(email, 1_004, 'Somebody said no.');
  const p = await screenOf(home);
  await add(p, people(20));
  await p.waitFor('18 of 20 went through; refused: 2 · w shows them');
  await p.press('w');
  await p.waitFor(/▸! 6 .* Add new\.001 Novak and 19 others as Agent +\d+ +partly refused +2/);
  await p.press('Enter');
  await p.waitFor(
    /! The account has nobody active with this address\.\n +new\.007 Novak .*\n +new\.008 Novak/,
  );
  await p.press('a');
  await p.waitFor('Add 2 users as Agent');
  await p.waitFor('Whom the account refused, as it was filled in: nothing is saved yet.');
  // One of them is left out by hand.
  home.account.refusals.allow(bad);
  await p.press('n', 'e', 'w', '.', '0', '0', '8');
  await p.waitFor('1 person');
  await p.press('Tab');
  await p.waitFor('Add 1 user as Agent');
  await p.press('Enter', 's');
  await p.waitFor('✓ Added new.007 Novak as Agent · the account has it');
  // The other one is tried again, by the dialog of every undo.
  home.account.refusals.allow(worse);
  await p.press('Escape', 'j', 'r');
  await p.waitFor(/Redo|Undo/);
  await readDialog(p);
  expect(p.screen()).toContain('It is not yours.');
  await p.press('y');
  await p.waitFor(/the account has it/);
  await p.press('f');
  await p.waitFor('Nothing waits: the account has all that it takes.');
  await p.press('f');
  await p.waitFor(/f Refused[\s\S]*▸! 6 /);
  await alike(home);
}, 60_000);

test.runIf(whole)(
  'what waits is sent when somebody says so, or given up',
  async () => {
    const home = await pulled();
    for (const operation of ['PATCH /contact_center/users', 'GET /contact_center/users/{userId}'])
      home.account.faults.on(operation, '503');
    const p = await screenOf(home);
    await promote(p);
    await p.waitFor(/Zoom failing since \d\d:\d\d · .*1 to push/);
    await p.press('w');
    await p.waitFor(
      /! Out of reach since .* tried again every minute\. The account fails just now \(HTTP 503\)/,
    );
    await p.waitFor(/▸↑ *\d+ .* waits since \d\d:\d\d/);
    home.account.faults.off();
    await p.press('s');
    await p.waitFor(/▸ +\d+ .* pushed/);
    await p.waitGone('failing since');
    await alike(home);
    for (const operation of ['PATCH /contact_center/users', 'GET /contact_center/users/{userId}'])
      home.account.faults.on(operation, '503');
    await p.press('Escape', 'j');
    await promote(p);
    await p.waitFor(/failing since .* 1 to push/);
    await p.press('w', 'x');
    await p.waitFor('Nothing of it was sent.');
    await readDialog(p);
    home.account.faults.off();
    await p.press('y');
    await p.waitFor(/ given up/);
    await p.waitGone('to push');
    await alike(home);
    expect(home.account.counts.requests[batch]).toBeUndefined();
  },
  60_000,
);

test.runIf(whole)(
  'over SSH what waits is sent in the name of the key, also when the connection is gone',
  async () => {
    const home = await pulled();
    const key =
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwC2HgP7sBo+Zz6Lw9lD0U7Xo3S2v3o1cZcZrWb5n3q maria@laptop\n';
    const operator = `operator add maria --role Admin --key ${home.file('maria.pub', key)}`;
    const added = await home.json<{ catalog: { fields: { keys: { after: { fingerprint: string }[] } } }[] }>(
      operator,
    );
    const { fingerprint } = added.catalog[0]!.fields.keys.after[0]!;
    const session = ['session', '--db', home.database, '--operator', '2', '--key', fingerprint];
    const p = startProgram(session, {
      env: { ...home.env, SSH_ORIGINAL_COMMAND: '', SSH_CONNECTION: '10.0.0.7 50022 10.0.0.1 22' },
      ...{ columns: 120, rows: 30 },
    });
    onTestFinished(() => p.close());
    await p.waitFor('60 users');
    for (const operation of ['PATCH /contact_center/users', 'GET /contact_center/users/{userId}'])
      home.account.faults.on(operation, '503');
    await promote(p);
    await p.waitFor(/failing since .* 1 to push/);
    await p.press('w', 'x');
    await p.waitFor('Nothing of it was sent.');
    await readDialog(p);
    home.account.faults.off();
    await p.press('y');
    await p.waitFor(/ given up/);
    await p.press('Enter');
    await p.waitFor('maria gave it up.');
    await p.press('Escape', 'Escape', 'j');
    home.account.faults.next('held', 'PATCH /contact_center/users');
    await promote(p);
    await p.waitFor('✓ Made');
    p.vanish();
    await p.exit();
    await expect
      .poll(() => home.account.faults.done.some(({ kind }) => kind === 'held'), { timeout: 20_000 })
      .toBe(true);
    home.account.faults.release();
    const state = async () => (await home.json<{ state: string }[]>('push --list'))[0]?.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('pushed');
    await alike(home);
  },
  60_000,
);
