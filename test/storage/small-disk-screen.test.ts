import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { preparedDemo } from '../demo/prepared.ts';
import { readDialog } from '../flows/fixture.ts';
import { type Program, root, startProgram } from '../terminal/driver.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from './small-disk.ts';

const megabyte = 1_048_576;
let disk: SmallDisk;
let program: Program;

afterEach(async () => {
  await program.close();
  disk.close();
});

/** The screen on a roster that lies on the small disk, and its settings with it. */
async function openThere({ readOnly = false } = {}): Promise<Program> {
  disk = await mountSmallDisk(4 * megabyte);
  const database = `${disk.path}/roster.db`;
  copyFileSync(await preparedDemo(60), `${disk.outside}/roster.db`);
  const [file, ...first] = [...disk.command, process.execPath, `${root}/dist/roster.js`];
  if (readOnly) {
    // Whoever only reads leaves SQLite's files there.
    execFileSync(file!, [...first, 'list', '--db', database], { stdio: 'ignore' });
    disk.readOnly(true);
  }
  const env = {
    XDG_CONFIG_HOME: `${disk.path}/config`,
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    ROSTER_MAIL_FROM: 'a@b.example',
  };
  program = startProgram([...first, '--db', database], { columns: 120, rows: 40, file: file!, env });
  await program.waitFor('? all keys');
  return program;
}

async function remove(p: Program): Promise<void> {
  await p.press('x');
  await readDialog(p);
  await p.press('y');
}

describe.skipIf(noSmallDisk)(`the screen${noSmallDisk ? ` (${noSmallDisk})` : ''}`, () => {
  it('lives on while the disk is full: says so, goes on reading, and writes again when there is room', async () => {
    const p = await openThere();
    disk.fill();
    await remove(p);
    await p.waitFor(/The disk that holds \S+roster\.db is full; nothing was written/);
    await p.press('Esc', 'Esc');
    await p.waitGone('╭─');
    expect(p.row('all keys')).toBeTruthy();
    p.type('/a');
    await p.waitFor(/row \d+ of \d+/);
    await p.press('Esc', 'Enter');
    await p.waitFor('Department');
    await p.press('Esc', 'h');
    await p.waitFor('History');
    await p.press('Esc', 'E');
    await p.waitFor('Export as CSV');
    await p.press('Ctrl+U');
    p.type(`${disk.path}/users.csv`);
    await p.press('Enter');
    await p.waitFor(`Can't write ${disk.path}/users.csv: the disk is full.`);
    await p.press('Esc', 'Esc');
    await p.waitGone('Export as CSV');
    // An Esc that is not read yet would make Alt+x of the next key.
    await p.settled();
    disk.clear();
    await remove(p);
    await p.waitFor('59 users');
    await p.press('q');
    expect(await p.exit()).toMatchObject({ code: 0 });
  });

  it('opens where the disk can only be read, and says so when something is to be written', async () => {
    const p = await openThere({ readOnly: true });
    await remove(p);
    await p.waitFor(/Can't write to \S+roster\.db: that disk can only be read\./);
    await p.press('Esc');
    await p.waitGone('can only be read');
    await p.press('Esc');
    await p.waitGone('╭─');
    await p.press('G');
    await p.waitFor('row 60 of 60');
    await p.press('q');
    expect(await p.exit()).toMatchObject({ code: 0 });
  });
});
