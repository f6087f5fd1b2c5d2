import { expect, it } from 'vitest';
import { json, sharedScreen } from './fixture.ts';
import { footer } from './shown.ts';

const screen = sharedScreen();

it('filters by queue, with a count for each, and lets go of it', async () => {
  const p = await screen();
  const { length } = await json(p.file, 'list', '--queue', 'Billing');
  await p.press('f');
  const queues = await p.waitFor(/▸ All +500 │/);
  expect(queues).toMatch(new RegExp(`Billing +${length} │`));
  await p.press('Down', 'Down', 'Up');
  p.type('bil');
  await p.waitFor(/▸ Billing/);
  await p.press('Enter');
  await p.waitFor(`row 1 of ${length} · 500 users`);
  await p.press('f');
  await p.waitFor(new RegExp(`▸ Billing +${length} │`));
  await p.press('Esc');
  await p.waitFor(`Queue Billing`);
  await p.press('F');
  await p.waitFor('Queue All');
  await p.waitFor('of 500 · 500 users');
});

it('counts within the other filters, and finds Japanese names', async () => {
  const p = await screen();
  const { length } = await json(p.file, 'list', '--queue', '日本語サポート', '--status', 'active');
  await p.press('s', 'f');
  await p.waitFor('╭─ Queue');
  p.type('日本');
  await p.waitFor(new RegExp(`▸ 日本語サポート +${length} │`));
  await p.press('Enter');
  await p.waitFor(`of ${length} · 500 users`);
});

it('filters by role and by status, back and forth', async () => {
  const p = await screen();
  await p.press('r');
  await p.waitFor('╭─ Role');
  p.type('superv\r');
  await p.waitFor('Role Supervisor');
  const { length } = await json(p.file, 'list', '--role', 'Supervisor');
  await p.waitFor(`row 1 of ${length} · 500 users`);
  await p.press('S');
  await p.waitFor('Status Inactive');
  await p.press('S');
  await p.waitFor('Status Active');
  await p.press('S');
  await p.waitFor('Status All');
  await p.press('r');
  await p.waitFor('╭─ Role');
  p.type('all\r');
  await p.waitFor('of 500');
  await p.waitGone('Role:');
});

it('chooses columns and their order; Name and Status stay', async () => {
  const p = await screen();
  await p.press('c');
  await p.waitFor('╭─ Columns');
  await p.press('Tab', 'Tab');
  const columns = await p.waitFor('☐ Email');
  expect(columns).toMatch(/☑ Name +always/);
  p.type('dep');
  await p.waitFor('▸ ☐ Department');
  await p.press('Tab', 'Backspace', 'Backspace', 'Backspace');
  await p.waitFor('▸ ☑ Name');
  await p.press('Shift+Down', 'Enter');
  await p.waitFor(/^ {5}Name ↑ +Role +Queues +Presence +Status +Department$/m);
});

it('gives up with Esc the range first, then the search, then the filters', async () => {
  const p = await screen();
  p.type('/silva\r');
  await p.press('s', 'v');
  await p.waitFor('range: v selects');
  await p.press('Esc');
  expect(await p.waitGone('range:')).toContain('/ silva');
  await p.press('Esc');
  expect(await p.waitFor('/ search')).toContain('Status Active');
  await p.press('Esc');
  await p.waitFor('Status All');
  await p.waitFor('of 500 · 500 users');
  // There is nothing left that it could give up.
  await p.press('Esc');
  await p.settled();
  expect(footer(p)).toContain('of 500');
});
