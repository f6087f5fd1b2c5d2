import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../source/app/state.ts';
import { peopleOfAccount } from '../../source/demo/people.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { Row } from '../../source/roster/users/row.ts';
import { createPainted, type Painted, type SeenCell, seenCells } from '../terminal/painted.ts';
import { frameOf as frameOfScreen } from './drawn.tsx';
import { type Pretended, person, press, pretend } from './pretend.ts';

const size = { columns: 120, rows: 40 };
const users = 300;
const queues = ['Billing', 'Chat', 'Sales', 'E-mail Desk', 'Support Tier 1', 'Atención al Cliente'];

/** Users with the names, addresses and lengths of the demo, in the order of their names. */
const everybody = Array.from({ length: users }, peopleOfAccount())
  .map((made, n): Row => {
    const count = n % 4;
    return {
      ...person(n),
      name: made.display_name,
      email: made.user_email,
      queues: Array.from({ length: count }, (_, index) => queues[(n + index) % queues.length]!),
      status: n % 17 === 0 ? 'inactive' : 'active',
    };
  })
  .sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));

/** The same screen, with these users on it. */
function peopled(app: App): App {
  const { view, cursor, rows } = app.roster;
  const before = app.roster.before ?? 0;
  const found = everybody.filter(({ name, email }) => fold(`${name} ${email}`).includes(fold(view.search)));
  const shown = found.slice(before, before + Math.max(rows.length, size.rows - 6));
  const totals = { matching: found.length, users, selectedMatching: 0 };
  return {
    ...app,
    roster: { ...app.roster, rows: shown, cursor: Math.min(cursor, shown.length - 1), totals },
  };
}

/** What Ink makes of the screen with these users on it. */
function frameOf(app: App): string {
  return frameOfScreen(peopled(app), 24);
}

let painted: Painted;
let story: Pretended;

afterEach(() => painted.screen.dispose());

/** Begins with the screen drawn, after these keys. */
async function start(...keys: string[]): Promise<void> {
  painted = createPainted(size.columns, size.rows);
  story = press(pretend(users, size), users, ...keys);
  await painted.show(frameOf(story.app));
}

/** What it takes to show what a key does. */
async function bytesOf(key: string): Promise<number> {
  story = press(story, users, key);
  return await painted.show(frameOf(story.app));
}

/** For each key its bytes, and how many cells look different after it. */
async function costs(keys: readonly string[]): Promise<{ key: string; bytes: number; cells: number }[]> {
  await start();
  const list = [];
  let before = seenCells(painted.screen);
  for (const key of keys) {
    const bytes = await bytesOf(key);
    const after = seenCells(painted.screen);
    list.push({ key, bytes, cells: changed(before, after) });
    before = after;
  }
  return list;
}

const times = (count: number, key: string) => Array<string>(count).fill(key);

describe('bytes at 120×40 in color', () => {
  it('are at most 350 for moving the cursor', async () => {
    await start();
    for (const key of [...times(33, 'down'), ...times(33, 'up')])
      expect(await bytesOf(key)).toBeLessThanOrEqual(350);
  });

  it('are at most 350 for scrolling by a row', async () => {
    await start(...times(34, 'down'));
    for (const key of times(60, 'down')) expect(await bytesOf(key)).toBeLessThanOrEqual(350);
    for (const key of times(34, 'up')) await bytesOf(key);
    for (const key of times(60, 'up')) expect(await bytesOf(key)).toBeLessThanOrEqual(350);
  });

  it('are at most 100 for a letter of a search that changes no row', async () => {
    await start('/', 'q', 'q');
    for (const key of ['q', 'z', 'backspace', '席']) expect(await bytesOf(key)).toBeLessThanOrEqual(100);
  });

  it('are few where a search keeps most rows of the letter before', async () => {
    await start('/', 's', 'i', 'l');
    const all = everybody.filter(({ email }) => email.includes('silv')).length;
    expect(all).toBeGreaterThan(3);
    expect(await bytesOf('v')).toBeLessThanOrEqual(400);
  });

  it('are none for a key that does nothing', async () => {
    await start();
    for (const key of ['up', 'home', 'escape']) expect(await bytesOf(key)).toBe(0);
  });

  it('are at most 3 a changed cell and 200 for pages, filters, sorting and selecting', async () => {
    const looking = ['pagedown', 'pagedown', 'pageup', 'end', 'home', 's', 's', 's', '>', '=', '='];
    const selecting = ['space', 'space', 'v', 'down', 'down', 'escape', 'home'];
    for (const { key, bytes, cells } of await costs([...looking, ...selecting]))
      expect(bytes, key).toBeLessThanOrEqual(3 * cells + 200);
  });

  it('are at most 3 a changed cell and 200 where a dialog dims all behind it', async () => {
    const lists = ['f', 'down', 'escape', ':', 'a', 'backspace', 'escape', 'c', 'down', 'escape'];
    for (const { key, bytes, cells } of await costs(['space', 'x', 'n', ...lists]))
      expect(bytes, key).toBeLessThanOrEqual(3 * cells + 200);
  });

  it('are at most what drawing every cell takes, the first time too', async () => {
    await start();
    expect(Buffer.byteLength(painted.last())).toBeLessThanOrEqual(1.5 * size.columns * size.rows + 200);
  });
});

function changed(before: SeenCell[][], after: SeenCell[][]): number {
  const old = before.flat();
  return after.flat().filter((cell, index) => JSON.stringify(cell) !== JSON.stringify(old[index])).length;
}
