import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { demoFile, open } from '../flows/fixture.ts';
import { type Program, startProgram } from '../terminal/driver.ts';

const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

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
  const p = startProgram(['--db', file], { columns: 120 });
  programs.push(p);
  expect(await p.exit()).toMatchObject({ code: 1 });
  expect(p.screen()).toContain('is not a database, or its beginning is damaged.');
  expect(p.alternate).toBe(false);
});

it.each(['operators', 'account'])(
  'does not open without its %s, says so, and gives the terminal back',
  async table => {
    const file = await demoFile();
    spoil(file, table);
    const p = startProgram(['--db', file], {
      columns: 120,
      env: { XDG_CONFIG_HOME: join(file, '..', 'config') },
    });
    programs.push(p);
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
  programs.push(p);
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
