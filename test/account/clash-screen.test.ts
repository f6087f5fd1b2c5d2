import { expect, test } from 'vitest';
import { startProgram } from '../terminal/driver.ts';
import { connectedHome, withoutCredentials } from './connected-home.ts';

interface Difference {
  field: string | null;
  here: string;
  side: string;
  account: string;
}

test('what both sides changed is decided from the table and from the page of a user, theirs or mine', async () => {
  const home = await connectedHome({ users: 60 });
  await home.ok('account connect --later');
  await home.ok('pull');
  const { portal } = home.account;
  for (const name of ['aaron', 'abel', 'abram']) portal.addUser(`${name}@acme.example`, 'Agent');
  await home.ok('pull');
  await home.ok('edit aaron@acme.example abel@acme.example abram@acme.example --role Supervisor --later');
  await home.ok('edit aaron@acme.example --country JP --later');
  for (const name of ['aaron', 'abel', 'abram']) portal.setRole(`${name}@acme.example`, 'Admin');
  portal.set('aaron@acme.example', { country_iso_code: 'IS' });
  await home.ok('pull');
  const differences = (name: string) => home.json<Difference[]>(`diff ${name}@acme.example`);
  const p = startProgram([], { env: withoutCredentials(home.env), columns: 120, rows: 40 });
  try {
    await p.waitFor('63 users');
    p.type('/novak\r');
    await p.waitFor(/▸≠☐ aaron/);
    await p.press('d');
    await p.waitFor(/Changed on both sides +aaron Novak/);
    await p.press('t', 'm');
    await p.waitFor('Everything is chosen: Enter saves it so');
    await p.press('Enter');
    await p.waitFor('✓ Edited aaron Novak: role, country');
    await p.waitFor(/▸↑☐ aaron Novak +aaron@acme\.example +Admin/);
    expect(await differences('aaron')).toMatchObject([
      { field: 'country_iso_code', here: 'JP', side: 'waits', account: 'IS' },
    ]);
    await p.press('u');
    await p.waitFor('✓ Undid');
    await p.waitFor(/▸↑☐ aaron Novak +aaron@acme\.example +Supervisor/);
    expect(await differences('aaron')).toMatchObject([
      { field: 'role_name', here: 'Supervisor', side: 'waits', account: 'Admin' },
    ]);
    // From the page of one, while another program reads the account.
    await p.press('Down', 'Enter');
    await p.waitFor('≠ Changed on both sides: Role');
    await p.press('d');
    await p.waitFor(/▸ Role +Agent +○ Admin +○ Supervisor/);
    await p.press('m');
    portal.setRole('abel@acme.example', 'Team Lead');
    await home.ok('pull');
    await p.waitFor(/▸ Role +Agent +○ Team Lead +○ Supervisor/);
    await p.press('t', 'Enter');
    await p.waitFor('✓ Made abel Novak Team Lead');
    await p.waitGone('Changed on both sides');
    await p.press('Escape');
    await p.waitFor('row 2 of 4');
    await p.press(':');
    p.type('everybody decide\r');
    await p.waitFor(/Changed on both sides +abram Novak/);
    await p.press('M', 'Enter');
    await p.waitFor(/▸? ?↑☐ abram/);
    expect(p.screen()).not.toContain('≠');
    expect(await home.json('push --dry-run')).toMatchObject([
      {
        operation: 'batchUpdateUsers',
        user_emails: ['aaron@acme.example', 'abram@acme.example'],
      },
    ]);
    expect(await home.ok('check')).toMatch(/^All is well/);
  } finally {
    await p.close();
  }
});
