import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { json, type Opened, readDialog, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('waits for another program that writes, says so, and gives up on Esc', async () => {
  const p = await screen();
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
    await p.press('u');
    await p.waitFor('500 users');
  } finally {
    other.close();
  }
});

/** Has everything drawn again: whatever was typed before was heard. */
async function redraw(p: Opened): Promise<void> {
  const drawn = () => p.raw().split('\x1b[2J').length;
  const before = drawn();
  await p.press('Ctrl+L');
  await p.waitFor(() => drawn() > before);
}

/** Everything that writes: how one comes to the point where the last key would write, and what says that it did. */
const writes: [what: string, begin: (p: Opened) => Promise<void>, last: string, done: string][] = [
  [
    'an edit',
    async p => {
      await p.press('e', 'Enter');
      p.type('superv\r');
      await p.waitFor('Change 1 user');
    },
    's',
    '✓ Made',
  ],
  [
    'an addition',
    async p => {
      await p.press('a', 'Enter', 'Enter');
      await p.waitFor('╭─ Role');
      p.type('agent\r');
      await p.waitFor('as Agent');
    },
    's',
    '✓ Added',
  ],
  [
    'an undo',
    async p => {
      await p.press('.');
      await p.waitFor('Make inactive');
      p.type('make in\r');
      await p.waitFor('✓ Made');
    },
    'u',
    'changed back',
  ],
  [
    'an import',
    async p => {
      writeFileSync(`${p.home}/in.csv`, 'user_email,user_access\nana.silva@acme.example,inactive\n');
      await p.press('I');
      await p.waitFor('╭─');
      await p.press('Ctrl+U');
      p.type(`${p.home}/in.csv\r`);
      await p.waitFor('Import preview');
    },
    's',
    '✓ Import',
  ],
];

it.each(writes)('waits with %s, with a sign, and keys go on', async (_, begin, last, done) => {
  const p = await screen();
  await begin(p);
  const other = new Database(p.file);
  try {
    other.exec('begin immediate');
    await p.press(last);
    await p.waitFor('Waiting for another program to finish writing');
    await redraw(p);
    expect(p.screen()).toContain('Waiting for another program');
    other.exec('rollback');
    await p.waitFor(done);
  } finally {
    other.close();
  }
});

it('leaves at once while it waits, and of what was to follow nothing is written either', async () => {
  const p = await screen();
  const other = new Database(p.file);
  try {
    for (const mark of ['✓ Made', '✓ Made']) {
      await p.press('.');
      await p.waitFor('Make inactive');
      p.type('make in\r');
      await p.waitFor(mark);
      await p.press('Down');
    }
    const before = await json(p.file, 'history', '--limit', '1');
    other.exec('begin immediate');
    await p.press('u');
    await p.waitFor('Waiting for another program to finish writing');
    await p.press('u', 'u');
    await redraw(p);
    await p.press('Ctrl+C');
    // The other program still writes.
    expect(await p.exit()).toMatchObject({ code: 0 });
    other.exec('rollback');
    expect(await json(p.file, 'history', '--limit', '1')).toEqual(before);
  } finally {
    other.close();
  }
});
