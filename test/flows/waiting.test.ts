import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { json, openDemo, readDialog } from './fixture.ts';

it('waits for another program that writes, says so, and gives up on Esc', async () => {
  const p = await openDemo();
  const other = new Database(p.file);
  try {
    other.exec('begin immediate');
    await p.press('x');
    await readDialog(p);
    await p.press('y');
    await p.waitFor('Waiting for another program to finish writing');
    // The screen lives on meanwhile.
    await p.press('?');
    await p.waitFor('╭─ Keys of this screen');
    await p.press('Esc');
    await p.waitGone('╭─ Keys');
    await p.press('Esc');
    await p.waitGone('Waiting for another');
    expect(await json(p.file, 'list')).toHaveLength(500);
    await p.press('Esc');
    await p.waitGone('╭─');
    await p.press('x');
    await readDialog(p);
    await p.press('y');
    await p.waitFor('Waiting for another program to finish writing');
    other.exec('rollback');
    await p.waitFor('499 users');
    await p.waitGone('╭─');
  } finally {
    other.close();
  }
});
