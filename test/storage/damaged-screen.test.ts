import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { demoFile, open, readDialog, start } from '../flows/fixture.ts';

const pageSize = 4_096;

/** Makes noise of the pages of a table or index. */
function spoil(file: string, name: string): void {
  const db = new Database(file, { readonly: true });
  const pages = db.prepare('select pageno from dbstat where name = ?').pluck().all(name) as number[];
  db.close();
  const bytes = readFileSync(file);
  for (const page of pages) bytes.fill(0xa5, (page - 1) * pageSize, (page - 1) * pageSize + 200);
  writeFileSync(file, bytes);
}

it('does not open on what is no roster any more, says so, and gives the terminal back', async () => {
  const file = await demoFile();
  writeFileSync(file, readFileSync(file).fill(0xa5, 0, 100));
  const p = start(file);
  expect(await p.exit()).toMatchObject({ code: 1 });
  expect(p.screen()).toContain('is not a database, or its beginning is damaged.');
  expect(p.alternate).toBe(false);
});

it.each(['operators', 'account'])(
  'does not open without its %s, says so, and gives the terminal back',
  async table => {
    const file = await demoFile();
    spoil(file, table);
    const p = start(file);
    expect(await p.exit()).toMatchObject({ code: 1 });
    expect(p.screen().replaceAll('\n', '')).toContain(
      `${file} is damaged (database disk image is malformed). See what can be done: roster check`,
    );
    expect(p.alternate).toBe(false);
    expect(p.cursorShown).toBe(true);
  },
);

it('opens where only history is damaged, says so when it is asked for, and lives on', async () => {
  const file = await demoFile();
  spoil(file, 'change_sets');
  const p = await open(file);
  await p.press('h');
  await p.waitFor(/is damaged \(database disk image is malformed\)/);
  await p.press('Esc');
  // A letter that comes right behind Esc is Alt with it.
  await p.waitFor(screen => !screen.includes('History'));
  p.type('/silva');
  await p.waitFor('/ silva');
  await p.waitFor(/row 1 of \d/);
  await p.press('Ctrl+C');
  expect(await p.exit()).toMatchObject({ code: 0 });
});

it('does not write to a roster that was removed or replaced, and says so by itself', async () => {
  const file = await demoFile();
  const p = await open(file);
  rmSync(file);
  await p.waitFor(/roster\.db was removed or replaced by another file meanwhile/);
  await p.press('Esc');
  await p.waitGone('removed or replaced');
  await p.press('x');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/removed or replaced/);
  await p.press('Ctrl+C');
  expect(await p.exit()).toMatchObject({ code: 0 });
});
