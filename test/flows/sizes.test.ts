import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { command, demoFile, resize, sharedScreen } from './fixture.ts';
import { shownUsers } from './shown.ts';

const long = `Überlange Warteschlange ${'für alles '.repeat(11)}`.trim();

const screen = sharedScreen({ columns: 80, rows: 24 }, async () => {
  const file = await demoFile();
  await command(file, 'queue', 'add', long);
  return file;
});

it('shows as much as fits', async () => {
  const p = await screen();
  await looks(p, 'Name ↑ Email Role Queues Status', 17);
  await resize(p, 60, 12);
  await looks(p, 'Name ↑ Email Status', 5);
  await resize(p, 120, 40);
  await looks(p, 'Name ↑ Email Role Queues Presence Status', 33);
  await resize(p, 200, 60);
  await looks(p, 'Name ↑ Email Role Queues Presence Status', 53);
});

async function looks(p: Program, heads: string, users: number): Promise<void> {
  expect(
    p
      .row('Name ↑  ')
      .trim()
      .split(/\s{2,}/)
      .join(' '),
  ).toBe(heads);
  expect(shownUsers(p)).toHaveLength(users);
  // The row of the cursor stands out from edge to edge.
  for (const x of [0, 2, Math.floor(p.columns / 2), p.columns - 1]) expect(p.cell(x, 4).bg).toBeDefined();
  expect(p.cell(0, 5).bg).toBeUndefined();
  // Never half a hint.
  expect(p.row('? all keys')).toMatch(/^ (\S+( >)? \w+ {2})+\? all keys$/);
}

it('shows the search and what is chosen side by side in 60 columns, however long its name', async () => {
  const p = await screen();
  await resize(p, 60, 12);
  p.type('/silva\r');
  await p.press('r');
  await p.waitFor('╭─ Role');
  p.type('agent\r');
  await p.press('s', 'f');
  await p.waitFor('╭─ Queue');
  p.type('uberlange\r');
  await p.waitFor('Überlange War…');
  expect(p.row('Überlange War…')).toMatch(/^ \/ silva .*f Überlange War… {2}s Active {2}r Agent/);
  await p.press('/');
  p.type(' and a search that is longer than the room for it');
  await p.waitFor(/^ \/ .*room for it▏ .*Überlange/m);
});

it('shows e-mails without the domain that most share before a column leaves', async () => {
  const p = await screen();
  p.type('/ana.silva\r');
  await p.waitFor('row 1 of 1 ');
  expect(p.row('Ana Silva')).toMatch(/ana\.silva@… +Agent/);
  await resize(p, 120, 24);
  expect(p.row('Ana Silva')).toMatch(/Ana Silva {3,}ana\.silva@acme\.example/);
});
