import { expect, it } from 'vitest';
import { json, readDialog, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('asks before it takes back or does again what was about more than 25', async () => {
  const p = await screen();
  p.type('v');
  p.type('j'.repeat(39));
  p.type('vx');
  await readDialog(p);
  const count = /Type (\d+) and Enter/.exec(p.screen())?.[1] ?? '';
  p.type(`${count}\r`);
  await p.waitFor(new RegExp(`✓ Removed .+ and ${Number(count) - 1} others · change \\d+ · u undoes`));
  await p.press('u');
  await readDialog(p);
  expect(p.screen()).toContain(`Type ${count} and Enter to undo:`);
  await p.press('Esc');
  await p.waitFor('Nothing was changed.');
  await p.press('u');
  await readDialog(p);
  p.type(`1\r${count}\r`);
  await p.waitFor(
    new RegExp(`brought back .+ and ${Number(count) - 1} others · change \\d+ · Ctrl\\+R redoes`),
  );
  expect(await json(p.file, 'list')).toHaveLength(500);
  await p.press('Ctrl+R');
  await readDialog(p);
  expect(p.screen()).toContain(`Type ${count} and Enter to redo:`);
  await p.press('n');
  await p.waitFor('Nothing was changed.');
});

it('makes all of many inactive with one key, and takes it back', async () => {
  const p = await screen();
  const active = (await json(p.file, 'list', '--search', 'silva', '--status', 'active')).length;
  p.type('/silva\r*x');
  await readDialog(p);
  await p.press('i');
  await p.waitFor(/✓ Made .* inactive · change \d+ · u undoes/);
  expect(await json(p.file, 'list', '--search', 'silva', '--status', 'inactive')).not.toHaveLength(0);
  await p.press('u');
  await p.waitFor('changed back');
  expect(await json(p.file, 'list', '--search', 'silva', '--status', 'active')).toHaveLength(active);
});
