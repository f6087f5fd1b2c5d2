import { expect, it } from 'vitest';
import { rest } from '../terminal/processes.ts';
import { json, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

/** The last of what gives the terminal back. */
const given = '\x1b[?1049l\x1b[?25h';

it('copies the e-mail of the current user', async () => {
  const p = await screen();
  p.type('/ana silva\r');
  await p.waitFor('row 1 of 1');
  await p.press('y');
  await p.waitFor('Copied ana.silva@acme.example');
  expect(p.clipboard).toBe('ana.silva@acme.example');
});

it('copies the selected rows as CSV, in the order of the screen, shown or not', async () => {
  const p = await screen();
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
  const p = await screen();
  await p.press('*');
  await p.waitFor('500 selected');
  p.stall();
  p.type('y');
  // What the line takes is taken, and the rest waits.
  await rest(p.pid);
  p.type('q');
  await rest(p.pid);
  p.flow();
  expect(await p.exit()).toMatchObject({ code: 0 });
  expect(p.clipboard?.trimEnd().split('\n')).toHaveLength(501);
  expect(p.raw().slice(-given.length)).toBe(given);
});
