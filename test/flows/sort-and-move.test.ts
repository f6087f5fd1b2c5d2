import { expect, it } from 'vitest';
import { json, resize, sharedScreen } from './fixture.ts';
import { currentEmail, footer, shownEmails, shownUsers } from './shown.ts';

// So wide that no e-mail is cut.
const screen = sharedScreen({ columns: 160, rows: 40 });

it('sorts by each column as the commands do, and the cursor stays on its user', async () => {
  const p = await screen();
  const columns = ['email', 'role', 'status', 'presence', 'name'];
  const sorted = await Promise.all(columns.map(column => json(p.file, 'list', '--sort', `${column}:desc`)));
  await p.press('j', 'j', 'j');
  await p.waitFor('row 4 of 500');
  const email = currentEmail(p);
  for (const [index, column] of columns.entries()) {
    await p.press('>');
    await p.waitFor(new RegExp(`^ +Name.*${column === 'name' ? '' : column} ↑`, 'im'));
    await p.settled();
    expect(currentEmail(p)).toBe(email);
    await p.press('=');
    await p.waitFor(new RegExp(`^ +Name.*${column === 'name' ? '' : column} ↓`, 'im'));
    await p.settled();
    expect(currentEmail(p)).toBe(email);
    const all = sorted[index]!.map(user => String(user.user_email));
    const shown = shownEmails(p);
    const from = all.indexOf(shown[0] ?? '');
    expect(shown).toEqual(all.slice(from, from + 33));
    expect(footer(p)).toContain(`row ${all.indexOf(email) + 1} of 500`);
  }
  await p.press('<');
  await p.waitFor(/Presence ↑/);
  await p.press('>');
  await p.waitFor(/Name ↑/);
});

it('moves by rows, pages, half pages and to the ends', async () => {
  const p = await screen();
  await resize(p, 80, 27);
  const row = async (key: string, expected: number) => {
    await p.press(key);
    await p.settled();
    expect(footer(p)).toBe(`row ${expected} of 500 · 500 users`);
    expect(shownUsers(p)).toHaveLength(20);
  };
  await row('Down', 2);
  await row('k', 1);
  await row('Up', 1);
  await row('PageDown', 20);
  await row('PageDown', 39);
  await row('Ctrl+D', 48);
  await row('Ctrl+U', 39);
  await row('PageUp', 20);
  await row('End', 500);
  expect(shownUsers(p).at(-1)!.current).toBe(true);
  await row('j', 500);
  await row('PageDown', 500);
  await row('Home', 1);
  await row('PageUp', 1);
  await row('G', 500);
  await row('g', 1);
  expect(shownUsers(p)[0]!.current).toBe(true);
});

it('scrolls a row at a time at the edge', async () => {
  const p = await screen();
  await resize(p, 80, 12);
  const all = await json(p.file, 'list', '--limit', '12');
  p.type('j'.repeat(9));
  await p.waitFor('row 10 of 500');
  await p.settled();
  const names = shownUsers(p).map(user => user.text.split(/ {2,}/)[0]!.replace('…', ''));
  const expected = all.slice(5, 10).map(user => String(user.display_name));
  for (const [index, name] of names.entries()) expect(expected[index]!.startsWith(name)).toBe(true);
  expect(footer(p)).toBe('row 10 of 500 · 500 users');
});
