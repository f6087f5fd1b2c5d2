import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { command, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('shows pools, what they are used for, and the peaks of the last day', async () => {
  const p = await screen();
  await p.press('l');
  await p.waitFor('Licenses and usage');
  await p.waitFor('Users by role');
  await p.settled();
  expect(p.screen()).toMatch(/Package +Users +Signed in +Licenses +Left/);
  expect(p.screen()).toMatch(/Essentials +\d+ +\d+ +\d+ +\d+ +▰/);
  expect(p.screen()).toMatch(/Users by role[\s\S]*Agent +\d+ +▰/);
  expect(p.screen()).toMatch(/Users by queue[\s\S]*Billing +\d+ +▰/);
  expect(p.screen()).toMatch(/peak \d+ +[▁▂▃▄▅▆▇█]/);
  const before = /Agent +(\d+)/.exec(p.screen())?.[1];
  await command(
    p.file,
    'edit',
    '--where',
    'role=Agent',
    '--where',
    'queue=Billing',
    '--role',
    'Supervisor',
    '--yes',
  );
  await p.waitFor(screen => /Agent +(\d+)/.exec(screen)?.[1] !== before);
  await p.press('Esc');
  await p.waitFor('row 1 of 500');
});

it('shows the users of the row that the cursor is on, and with one key all again', async () => {
  const p = await screen();
  await p.press('l');
  await p.waitFor('Users by role');
  const premium = /Premium +(\d+)/.exec(p.screen())?.[1];
  await p.press('Down', 'Enter');
  await p.waitFor(`row 1 of ${premium} · 500 users`);
  expect(p.screen()).toContain('p Package Premium');
  await p.press('p');
  await p.waitFor('p Package Elite');
  await p.press('P', 'P', 'P');
  await p.waitFor('row 1 of 500');
});

it('says in the header since when more are signed in than there are licenses', async () => {
  const p = await screen();
  const since = new Date(Date.now() - 10 * 60_000);
  const db = new Database(p.file);
  db.exec(`update account set license_model = 'concurrent';
           update license_pools set total = 1 where package_name = 'essentials';
           insert into license_overages (package_name, since, most, total) values ('essentials', '${since.toISOString()}', 9, 1)`);
  db.close();
  await p.waitFor(/Acme Support .*Essentials \d+\/1 concurrent over since \d\d:\d\d/);
  await p.press('l');
  await p.waitFor(/Essentials .* -\d+ +▰+ +over since \d\d:\d\d, free until \d\d:\d\d/);
});
