import { expect, it } from 'vitest';
import { command, json, readDialog, resize, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('shows one user with all settings, goes on to the next, and comes back to that row', async () => {
  const p = await screen();
  p.type('/silva\r');
  await p.waitFor(/row 1 of \d+ · 500 users/);
  await p.press('Enter');
  const page = await p.waitFor(/License and access[\s\S]*Last changes[\s\S]*added/);
  expect(page).toMatch(/E-mail +ana\.silva@acme\.example/);
  await p.press('n');
  await p.waitFor(/E-mail +beatriz\.silva@acme\.example/);
  await p.waitFor(/user 2 of \d+/);
  await p.press('Left');
  await p.waitFor(/user 1 of \d+/);
  await p.press('y');
  await p.waitFor('Copied ana.silva@acme.example');
  expect(p.clipboard).toBe('ana.silva@acme.example');
  await p.press('Right', 'Esc');
  await p.waitFor(/row 2 of \d+ · 500 users/);
});

it('shows what others do to the user, field by field, while one looks', async () => {
  const p = await screen();
  p.type('/ana silva\r');
  await p.press('Enter');
  await p.waitFor(/Role +Agent/);
  await command(p.file, 'edit', 'ana.silva@acme.example', '--role', 'Supervisor');
  await p.waitFor(/Role +Agent → Supervisor/);
  await p.waitFor(/Role +Supervisor/);
});

it('removes the user it shows, whoever is selected, and takes that back', async () => {
  const p = await screen();
  await p.press('Space', 'Space', 'Enter');
  await p.waitFor('License and access');
  const email = /\S+@acme\.example/.exec(p.screen())?.[0] ?? '';
  await p.press('x');
  await p.waitFor('Remove 1 user from Contact Center?');
  await readDialog(p);
  expect(p.screen()).not.toContain('not shown');
  await p.press('y');
  await p.waitFor('2 selected');
  await p.waitFor('✓ Removed');
  expect((await json(p.file, 'list')).map(user => user.user_email)).not.toContain(email);
  await p.press('u');
  await p.waitFor('brought back');
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('is one column that scrolls where it is narrow', async () => {
  const p = await screen();
  await resize(p, 60, 16);
  await p.press('Enter');
  await p.waitFor(/↓ \d+ more lines/);
  await p.press('End');
  await p.waitFor(/user 1 of 500 · end/);
  expect(p.screen()).toMatch(/Queues +Chat; E-mail Desk\n +Skills +English 5/);
  await p.press('PageUp');
  await p.waitFor('added');
});
