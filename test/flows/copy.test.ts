import { expect, it } from 'vitest';
import { json, openDemo } from './fixture.ts';

it('copies the e-mail of the current user', async () => {
  const p = await openDemo();
  p.type('/ana silva\r');
  await p.waitFor('row 1 of 1');
  await p.press('y');
  await p.waitFor('Copied ana.silva@acme.example');
  expect(p.clipboard).toBe('ana.silva@acme.example');
});

it('copies the selected rows as CSV, in the order of the screen, shown or not', async () => {
  const p = await openDemo();
  const sorted = await json(p.file, 'list', '--sort', 'email:desc', '--search', 'silva');
  p.type('/silva\r*>=');
  await p.waitFor('Email ↓');
  await p.press('Esc');
  await p.waitFor('/ search');
  await p.press('y');
  await p.waitFor(`Copied ${sorted.length} rows as CSV`);
  const [head, ...lines] = p
    .clipboard!.replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  expect(head).toMatch(/^display_name,user_email,role_name,/);
  expect(lines.map(line => line.split(',')[1])).toEqual(sorted.map(user => user.user_email));
});
