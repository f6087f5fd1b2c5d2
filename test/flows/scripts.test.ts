import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command, newFile, resize, sharedScreen } from './fixture.ts';
import { shownUsers } from './shown.ts';

const names = [
  ['席尔瓦', '美玲'],
  ['محمد', 'الحسن'],
  ['अर्जुन', 'शर्मा'],
  ['👩🏽‍💻 Ada', 'Lovelace 🇵🇹'],
  ['José', 'Nguye\u0302\u0303n'],
  ['Δημήτρης', 'Παπαδόπουλος-Αλεξανδρόπουλος'],
  ['สมชาย', 'ใจดี'],
  ['김', '민수'],
  ['Sneaky\u200b', '\u202eright to left'],
  ['Plain', 'Person'],
];

/** A roster of these people, all of them users. */
async function fill(): Promise<string> {
  const file = newFile();
  await command(file, 'init', '--account', 'Ünïçödé 株式会社', '--licenses', '50');
  const csv = join(file, '..', 'people.csv');
  const lines = names.map(([first, last], n) => `p${n}@acme.example,${first},${last}`);
  writeFileSync(csv, ['Email,First Name,Last Name', ...lines, ''].join('\n'));
  await command(file, 'people', 'import', csv);
  await command(file, 'add', ...names.map((_, n) => `p${n}@acme.example`), '--role', 'Agent');
  return file;
}

const screen = sharedScreen({ columns: 120, rows: 20 }, fill);

it('stands in straight columns whatever the script', async () => {
  const p = await screen();
  expect(p.screen()).toContain('Ünïçödé 株式会社');
  expect(shownUsers(p)).toHaveLength(names.length);
  for (const columns of [80, 60, 200, 100]) {
    await resize(p, columns, 20);
    const heads = p.row('Name ↑ ');
    for (const head of ['Email', 'Status']) {
      const x = heads.indexOf(head);
      const begins = names.map((_, index) => p.cell(x, 4 + index).chars + p.cell(x - 1, 4 + index).chars);
      // What stands there begins there: with a blank before it, never the second half of a wide character.
      expect(begins.every(cells => /^[pA] ?$/.test(cells))).toBe(true);
    }
  }
});

it('finds a name without its marks and marks what it found', async () => {
  const p = await screen();
  p.type('/nguyen\r');
  await p.waitFor('row 1 of 1 ');
  expect(p.screen()).toContain(
    'José Nguyễn'.normalize(p.screen().normalize() === p.screen() ? 'NFC' : 'NFD'),
  );
  expect(p.cell(10, 4).underline).toBe(true);
  expect(p.cell(5, 4).underline).toBe(false);
});
