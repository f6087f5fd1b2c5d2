// Draws the README's picture anew.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRoster } from '../db/open.ts';
import { makeDemo } from '../source/demo/make-demo.ts';
import { type Program, startProgram } from '../test/terminal/driver.ts';
import { type Frame, movingPicture, screenRows } from './moving-picture.ts';

const size = { columns: 110, rows: 26 };

writeFileSync(join(import.meta.dirname, '..', 'picture.svg'), await drawPicture());

/**
 * An SVG that moves: the real program in a real terminal, on the demo account. A search narrows the table, two users are
 * selected, removed after a preview, and brought back.
 */
async function drawPicture(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-picture-'));
  const file = join(folder, 'roster.db');
  await makeDemo(file, { users: 500, login: userInfo().username, now: new Date() });
  await callOperator(file, 'maria');
  const env = { SSH_CONNECTION: '192.0.2.10 50000 192.0.2.1 22' };
  const program = startProgram(['--db', file], { ...size, env });
  try {
    return movingPicture(await frames(program), {
      title:
        'The roster: a search narrows the table, two users are removed after a preview, and an undo brings them back',
      still: 'Remove 2 users',
      columns: size.columns,
    });
  } finally {
    await program.close();
    rmSync(folder, { recursive: true });
  }
}

/** What is seen, step by step, each for as long as it takes to read. */
async function frames(program: Program): Promise<Frame[]> {
  const taken: Frame[] = [];
  const show = async (what: string | RegExp, seconds: number) => {
    await program.waitFor(what);
    await program.settled();
    taken.push({ text: program.screen(), rows: screenRows(program), seconds });
  };
  await show('500 users', 1.6);
  for (const [index, letter] of [...'/ana'].entries()) {
    program.type(letter);
    await show(`/ ${'ana'.slice(0, index)}▏`, 0.35);
  }
  await program.press('Enter', 'Down');
  await show('row 2 of', 0.6);
  await program.press('Space');
  await show('1 selected', 0.5);
  await program.press('Space');
  await show('2 selected', 1);
  await program.press('x');
  await show('Remove 2 users', 3);
  // A dialog that has just opened is deaf to accepting keys.
  await sleep(400);
  await program.press('y');
  await show('Removed', 2.2);
  await program.press('u');
  await show(/✓ (?!Removed)/, 2.6);
  return taken;
}

/** The picture shows a person's name, not the login it happened to be drawn under. */
async function callOperator(file: string, operator_name: string): Promise<void> {
  const roster = await openRoster(file);
  await roster.write().updateTable('operators').set({ operator_name }).where('is_owner', '=', 1).execute();
  await roster.close();
}
