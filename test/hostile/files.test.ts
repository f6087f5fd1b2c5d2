import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { demoFile, json, open } from '../flows/fixture.ts';
import type { Program } from '../terminal/driver.ts';
import { naughtyStrings } from './naughty-strings.ts';
import { strayControls } from './stray-controls.ts';

let p: Program;

afterEach(() => {
  expect(strayControls(p.raw())).toEqual([]);
  expect(p.raw()).not.toMatch(/unexpected|Error:/);
});

async function leave(): Promise<number> {
  await p.press('Ctrl+C');
  return (await p.exit()).code;
}

/** The file with the settings of whoever runs the tests; one start makes it. */
async function settingsOf(file: string): Promise<string> {
  p = await open(file);
  await p.press('>');
  await p.waitFor('Email ↑');
  await leave();
  const folder = join(dirname(file), 'config', 'roster');
  const name = readdirSync(folder).find(name => !name.startsWith('session-'));
  return join(folder, name!);
}

it('settings can hold anything', { timeout: 60_000 }, async () => {
  const file = await demoFile();
  const path = await settingsOf(file);
  const screen = (text: string, columns: readonly string[] = []) => ({
    search: text,
    queue: text,
    role: text,
    status: null,
    sort: { column: 'name', reverse: false },
    columns,
  });
  const quarter = Math.ceil(naughtyStrings.length / 4);
  const parts = [0, 1, 2, 3].map(n => naughtyStrings.slice(n * quarter, (n + 1) * quarter));
  for (const content of [
    ...parts.map(part => JSON.stringify({ screen: screen(part.join(' ').slice(0, 2_000), part) })),
    JSON.stringify({ screen: screen('x'.repeat(10_000_000)) }),
    JSON.stringify({ marks: '\x1b[2J', colors: ['\u202e'], screen: { sort: naughtyStrings } }),
    '['.repeat(200_000),
  ]) {
    writeFileSync(path, content);
    p = await open(file);
    await p.press('/', 'Ctrl+U');
    p.type('ana');
    await p.waitFor('/ ana▏');
    expect(await leave()).toBe(0);
  }
});

it('the preview of an import names whatever a file and its path hold', { timeout: 60_000 }, async () => {
  const file = await demoFile();
  const folder = join(dirname(file), 'files');
  mkdirSync(folder);
  const users = await json(file, 'list');
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = naughtyStrings.map((text, n) => [`${users[n]!.user_email}`, text, text]);
  const lines = [['user_email', 'display_name', 'queues'], ...rows].map(row => row.map(quoted).join(','));
  const name = `a\x1b]0;owned\x07\u202e\n席 $(touch hacked)’.csv`;
  writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`);
  p = await open(file);
  p.type(`I${folder}/a`);
  await p.press('Tab');
  await p.settled();
  await p.press('Enter');
  await p.waitFor(/✗ [\d,]+ problems/);
  for (let page = 0; page < 30; page++) await p.press('PageDown');
  await p.press('s');
  await p.waitFor('Nothing is imported');
  expect(await leave()).toBe(0);
});
