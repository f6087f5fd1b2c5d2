import { expect, it } from 'vitest';
import { command, json, openDemo, readDialog } from './fixture.ts';

it('asks before an undo lets an operator in again', async () => {
  const p = await openDemo();
  const names = async () => (await json(p.file, 'operator', 'list')).map(operator => operator.operator_name);
  await command(p.file, 'operator', 'add', 'Kim', '--role', 'Admin', '--login', 'kim');
  await command(p.file, 'operator', 'remove', 'Kim', '--yes');
  await p.press('u');
  await readDialog(p);
  await p.waitFor(/Undo \d+: bring back the operator Kim\?/);
  expect(p.screen()).toContain('Kim can get in with the login or key that this brings back.');
  await p.press('n');
  await p.waitFor('Nothing was changed.');
  expect(await names()).not.toContain('Kim');
  await p.press('u');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/✓ .*brought back the operator Kim/);
  expect(await names()).toContain('Kim');
  // Taking somebody out again asks nothing.
  await p.press('Ctrl+R');
  await p.waitFor(/✓ Redid/);
  expect(await names()).not.toContain('Kim');
});
