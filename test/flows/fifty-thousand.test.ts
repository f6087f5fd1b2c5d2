import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { demoFile, json, type Opened, sharedScreen } from './fixture.ts';
import { selectedShown, shownUsers } from './shown.ts';

const users = 50_000;
const everybody = 'row 1 of 50,000 · 50,000 users';

const screen = sharedScreen({}, () => demoFile(users));

async function crowd(): Promise<Opened> {
  const p = await screen();
  await p.waitFor(everybody);
  return p;
}

it('selects, inverts, unselects and has back everybody, with exact counts', async () => {
  const p = await crowd();
  await p.press('*');
  await p.waitFor(`50,000 selected · ${everybody}`);
  expect(selectedShown(p)).toBe(shownUsers(p).length);
  await p.press('Space');
  await p.waitFor('49,999 selected · row 2 of 50,000');
  await p.press('~');
  await p.waitFor(/^ 1 selected · row 2 of 50,000/m);
  await p.press('-', '*', '-');
  await p.waitFor('Unselected 50,000 · - brings them back');
  await p.press('-');
  await p.waitFor('50,000 selected · row 2');
  const { length } = await json(p.file, 'list', '--search', 'silva');
  p.type('/silva\r*');
  const left = (users - length).toLocaleString('en-US');
  await p.waitFor(`${left} selected (${left} not shown) · row 1 of ${length} · 50,000 users`);
  p.type('v');
  await p.press('G', 'v');
  await p.waitFor(`50,000 selected (${left} not shown) · row ${length} of ${length}`);
});

it('takes a range over everybody', async () => {
  const p = await crowd();
  p.type('jvGv');
  await p.waitFor('49,999 selected · row 50,000 of 50,000');
  p.type('vgjv*');
  await p.waitFor('50,000 selected · row 2 of 50,000');
});

it('refuses to change or copy more than can be, at once and with what to do', async () => {
  const p = await crowd();
  p.type('*x');
  await p.waitFor('50,000 users at once; a change set holds at most 10,000.');
  expect(p.screen()).not.toContain('╭─');
  await p.press('e');
  await p.waitFor('50,000 users at once; a change set holds at most 10,000.');
  await p.press('y');
  await p.waitFor(/50,000 rows are about \d MB; the clipboard of a terminal takes 400 kB\. Export them/);
  expect(p.clipboard).toBeUndefined();
  await p.press('-', 'v', 'PageDown', 'PageDown', 'v', 'y');
  await p.waitFor(/Copied \d+ rows as CSV/);
  expect(p.clipboard).toContain('display_name,user_email');
});

it('opens the queues with their names at once and counts them', async () => {
  const p = await crowd();
  await p.press('f');
  await p.waitFor(/▸ All +50,000 │/);
  const shown = /Billing +([\d,]+) │/.exec(p.screen())?.[1];
  p.type('billing\r');
  await p.waitFor(`row 1 of ${shown} · 50,000 users`);
});

it('keeps up with a held key, and shows where it is meanwhile', async () => {
  const p = await crowd();
  const seen = new Set<string>();
  const from = performance.now();
  let presses = 0;
  while (presses < 200 || (seen.size <= 10 && presses < 5_000)) {
    p.type('j');
    presses++;
    await sleep(10);
    seen.add(/row [\d,]+/.exec(p.screen())?.[0] ?? '');
  }
  const released = performance.now();
  expect(seen.size).toBeGreaterThan(10);
  await p.waitFor(`row ${(presses + 1).toLocaleString('en-US')} of 50,000`);
  // Of what was held for so long little is left to do.
  expect(performance.now() - released).toBeLessThan((released - from) / 2);
});

it('exports everybody and says how far it is, while keys go on', async () => {
  const p = await crowd();
  await p.press('E');
  p.type('\x15everybody.csv\r');
  await p.waitFor(/Exporting [\d,]+ of 50,000… Esc stops it/);
  await p.press('j', 'Space');
  await p.waitFor('1 selected · row 3 of 50,000');
  await p.waitFor(/✓ Exported 50,000 users to .*everybody\.csv/);
  const lines = readFileSync(join(p.home, 'everybody.csv'), 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(users + 1);
});

it('stops an export on Esc, and leaves nothing of it', async () => {
  const p = await crowd();
  await p.press('E');
  p.type('\x15nobody.csv\r');
  await p.waitFor(/Exporting [\d,]+ of 50,000… Esc stops it/);
  await p.press('E');
  await p.waitFor('An export is being written; Esc stops it.');
  await p.press('Esc');
  await p.waitFor(/Export stopped; .*nobody\.csv was not written\./);
  await p.waitGone('Exporting');
  expect(readdirSync(p.home).filter(name => name.startsWith('nobody'))).toEqual([]);
});

it('leaves while an export is being written, and nothing of it stays', async () => {
  const p = await crowd();
  await p.press('E');
  p.type('\x15nobody.csv\r');
  await p.waitFor(/Exporting [\d,]+ of 50,000/);
  const left = new Promise<string[]>(resolve => {
    void p.exit().then(() => resolve(readdirSync(p.home)));
  });
  await p.press('q');
  expect((await left).filter(name => name.startsWith('nobody'))).toEqual([]);
});
