import { expect, test } from 'vitest';
import { startProgram } from '../terminal/driver.ts';
import { connectedHome } from './connected-home.ts';

test('an open screen says of when it is, shows what a pull brings, and whose changes these are', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect --later');
  const p = startProgram([], { env: home.env, columns: 120, rows: 40 });
  try {
    await p.waitFor('Acme · Zoom · not read yet');
    await p.waitFor('No reading of the Zoom account yet.');
    await home.ok('pull');
    await p.waitFor(/Acme · Zoom · read \d\d:\d\d +Licenses not known/);
    await p.waitFor('60 users');
    home.account.portal.addUser('aaron@acme.example', 'Supervisor');
    await home.ok('pull');
    await p.waitFor('61 users');
    await p.press('g');
    await p.waitFor(/▸ ☐ aaron Novak +aaron@acme\.example +Supervisor/);
    await p.press('h');
    await p.waitFor(/▸ +5 .* account +zoom +Added aaron Novak +1/);
    await p.press('u');
    await p.waitFor('was made at the account; taking it back here would not take it back there');
    expect(await home.ok('list --search aaron')).toContain('Supervisor');
  } finally {
    await p.close();
  }
});

test('dialogs and forms say what a change takes at the account, and what can only be set there', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect --later');
  await home.ok('pull');
  const p = startProgram([], { env: home.env, columns: 100, rows: 30 });
  try {
    await p.waitFor('60 users');
    await p.press('x');
    await p.waitFor('Remove 1 user from Contact Center?');
    await p.waitFor('At the account: 1 call, about 1 s.');
    await p.press('n');
    await p.press('e');
    await p.waitFor(/▸ Role/);
    await p.press('k');
    await p.waitFor(/▸ Display name +– +set at the account only/);
    await p.press('Enter');
    await p.waitFor('Display name can be set at the account only, in the Zoom web portal under');
    for (const key of ['End', 'k', 'k', 'k', 'c']) await p.press(key);
    await p.waitFor(/▸ Country +\w\w → –/);
    await p.waitFor(/Not sent: country of .*\. Set it in the Zoom web portal/);
    await p.press('u');
    await p.waitFor('Nothing is changed yet.');
    await p.press('Esc');
    await p.press('*');
    await p.waitFor('60 selected');
    await p.press('e');
    await p.waitFor('Edit 60 users');
    for (const key of ['End', 'k', 'k', 'k', 'c', 's']) await p.press(key);
    await p.waitFor('Edit 60 users: country?');
    await p.waitFor('Not sent: country of 60 users. Set it in the Zoom web portal');
  } finally {
    await p.close();
  }
});
