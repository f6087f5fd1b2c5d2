import { expect, it } from 'vitest';
import { command, json, leaveForm, type Printed, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

/** The form of a quality analyst; each test has one of its own. */
async function opened(email: string, name: string) {
  const p = await screen();
  p.type(`/${email}\r`);
  await p.waitFor('row 1 of 1');
  await p.press('e');
  await p.waitFor(`Edit ${name}`);
  return Object.assign(p, { show: () => json<Printed>(p.file, 'show', email) });
}

it('merges what two people changed in different fields', async () => {
  const agnieszka = 'agnieszka.kowalska@acme.example';
  const p = await opened(agnieszka, 'Agnieszka Kowalska');
  await p.press('Enter');
  p.type('superv\r');
  await p.waitFor('→ Supervisor');
  await command(p.file, 'edit', agnieszka, '--status', 'inactive', '--add-queue', 'Sales');
  await p.waitFor('changed Agnieszka Kowalska meanwhile: status, presence and queues.');
  await p.waitFor(/Status +Inactive/);
  await p.press('s');
  await p.waitFor('✓ Made Agnieszka Kowalska ');
  expect(await p.show()).toMatchObject({ role_name: 'Supervisor', user_access: 'inactive' });
});

it('merges queues one by one', async () => {
  const achieng = 'achieng.odhiambo@acme.example';
  const p = await opened(achieng, 'Achieng Odhiambo');
  for (let field = 3; field < 9; field++) await p.press('Down');
  await p.press('Enter');
  p.type('billing');
  await p.press('Tab', 'Enter');
  await p.waitFor('+ Billing');
  await command(p.file, 'edit', achieng, '--add-queue', 'Sales');
  await p.waitFor('changed Achieng Odhiambo meanwhile: queues.');
  await p.press('s');
  await p.waitFor(/✓ (Edited|Made|Put|Took) /);
  const names = ((await p.show()).queues as Printed[]).map(queue => queue.queue_name);
  expect(names).toEqual(['Billing', 'Sales', 'Support Tier 1']);
});

it('shows three ways where both changed the same, and writes nothing before one has chosen', async () => {
  const gael = 'gael.picard@acme.example';
  const p = await opened(gael, 'Gaël Picard');
  await p.press('Enter');
  p.type('superv\r');
  await p.press('Down', 'Enter');
  p.type('inac\r');
  await p.waitFor('Change 1 user · 2 fields');
  await command(p.file, 'edit', gael, '--role', 'Agent');
  await p.waitFor('Saving asks what to keep.');
  await p.press('s');
  await p.waitFor('Changed meanwhile');
  expect(p.row('Role')).toMatch(/Role +Quality Analyst +○ Agent +○ Supervisor/);
  expect(p.screen()).not.toMatch(/▸ Status/);
  await p.press('Enter');
  await p.waitFor('Choose theirs or mine on every line first.');
  expect(await p.show()).toMatchObject({ role_name: 'Agent', user_access: 'active' });
  await p.press('t');
  await p.waitFor('● Agent');
  await p.press('Enter');
  await p.waitFor('✓ Made Gaël Picard inactive');
  expect(await p.show()).toMatchObject({ role_name: 'Agent', user_access: 'inactive' });
});

it('takes mine where that is chosen', async () => {
  const mariana = 'mariana.oliveira@acme.example';
  const p = await opened(mariana, 'Mariana Oliveira');
  await p.press('Enter');
  p.type('superv\r');
  await p.waitFor('→ Supervisor');
  await command(p.file, 'edit', mariana, '--role', 'Agent');
  await p.press('s');
  await p.waitFor('Changed meanwhile');
  await p.press('M', 'Enter');
  await p.waitFor('✓ Made Mariana Oliveira ');
  expect(await p.show()).toMatchObject({ role_name: 'Supervisor' });
});

it('goes back to the form with Esc, as it was', async () => {
  const otieno = 'otieno.kilonzo@acme.example';
  const p = await opened(otieno, 'Otieno Kilonzo');
  await p.press('Enter');
  p.type('superv\r');
  await p.waitFor('→ Supervisor');
  await command(p.file, 'edit', otieno, '--role', 'Agent');
  await p.press('s');
  await p.waitFor('Changed meanwhile');
  await p.press('Escape');
  // It offers the change from what she is by now.
  await p.waitGone('Changed meanwhile');
  expect(p.screen()).toContain('Quality Analyst → Supervisor');
  expect(await p.show()).toMatchObject({ role_name: 'Agent' });
  await leaveForm(p);
});

it('spares only those of many whom somebody else changed', async () => {
  const p = await screen();
  const emails = (await json(p.file, 'list', '--limit', '3')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'Space', 'e', 'Enter');
  p.type('team coach\r');
  await p.waitFor('Change 3 users');
  await command(p.file, 'edit', emails[1]!, '--role', 'Admin');
  await p.press('s');
  await p.waitFor('Changed meanwhile');
  await p.press('t', 'Enter');
  await p.waitFor(/✓ (Edited|Made|Put|Took) /);
  const roles = (await json(p.file, 'list', '--limit', '3')).map(user => user.role_name);
  expect(roles).toEqual(['Team Coach', 'Admin', 'Team Coach']);
});

it('says who is no user any more, and saves the others', async () => {
  const p = await screen();
  const emails = (await json(p.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await p.press('Space', 'Space', 'e', 'Enter');
  p.type('superv\r');
  await p.waitFor('Change 2 users');
  await command(p.file, 'remove', emails[0]!, '--yes');
  await p.waitFor(/≠ Abigail Campbell was removed by \S+\./);
  await p.press('s');
  await p.waitFor(/✓ (Edited|Made|Put|Took) /);
  expect(await json<Printed>(p.file, 'show', emails[1]!)).toMatchObject({ role_name: 'Supervisor' });
});
