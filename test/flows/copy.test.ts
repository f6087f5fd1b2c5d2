import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { json, openDemo } from './fixture.ts';

/** The last of what gives the terminal back. */
const given = '\x1b[?1049l\x1b[?25h';

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

it('comes whole where somebody leaves while a slow line still takes it, and nothing of it is left on the shell', async () => {
  const p = await openDemo();
  await p.press('*');
  await p.waitFor('500 selected');
  p.stall();
  p.type('y');
  // Until what the line takes is taken, and the rest waits.
  await sleep(500);
  p.type('q');
  await sleep(300);
  p.flow();
  expect(await p.exit()).toMatchObject({ code: 0 });
  expect(p.clipboard?.trimEnd().split('\n')).toHaveLength(501);
  expect(p.raw().slice(-given.length)).toBe(given);
});
