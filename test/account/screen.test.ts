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
