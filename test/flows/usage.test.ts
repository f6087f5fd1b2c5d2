import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { command, demoFile, open, openDemo } from './fixture.ts';

it('shows pools, what they are used for, and the peaks of the last day', async () => {
  const p = await openDemo();
  await p.press('l');
  await p.waitFor('Licenses and usage');
  await p.waitFor('Users by role');
  expect(p.screen()).toMatch(/Package +Users +Signed in +Licenses +Left/);
  expect(p.screen()).toMatch(/Essentials +\d+ +\d+ +\d+ +\d+ +▰/);
  expect(p.screen()).toMatch(/Users by role[\s\S]*Agent +\d+ +▰/);
  expect(p.screen()).toMatch(/Users by queue[\s\S]*Billing +\d+ +▰/);
  expect(p.screen()).toMatch(/peak \d+ +[▁▂▃▄▅▆▇█]/);
  const before = /Agent +(\d+)/.exec(p.screen())?.[1];
  await command(p.file, 'edit', '--where', 'role=Agent', '--where', 'queue=Billing', '--role', 'Supervisor');
  await p.waitFor(screen => /Agent +(\d+)/.exec(screen)?.[1] !== before);
  await p.press('Esc');
  await p.waitFor('row 1 of 500');
});

it('says in the header since when more are signed in than there are licenses', async () => {
  const file = await demoFile();
  const since = new Date(Date.now() - 10 * 60_000);
  const db = new Database(file);
  db.exec(`update account set license_model = 'concurrent';
           update license_pools set total = 1, exceeded_since = '${since.toISOString()}' where package_name = 'essentials'`);
  db.close();
  const p = await open(file);
  expect(p.row('Acme Support')).toMatch(/Essentials \d+\/1 concurrent over since \d\d:\d\d/);
  await p.press('l');
  await p.waitFor(/Essentials .* -\d+ +▰+ +over since \d\d:\d\d, free until \d\d:\d\d/);
});
