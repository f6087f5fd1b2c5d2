import { expect, it } from 'vitest';
import type { Program } from '../terminal/driver.ts';
import { openDemo } from './fixture.ts';
import { shownUsers } from './shown.ts';
import { cells, colorNumbers, distinct, tour } from './tour.ts';

/** What is told by characters on each screen of the tour. */
const facts: Record<string, RegExp[]> = {
  roster: [
    /^ ▸ ▣ \S/m,
    /^ {3}☑ \S/m,
    /^ {3}☐ \S/m,
    /[●◉◐○] \w+ +Inactive$/m,
    /Name ↑/,
    /· 2 selected · row 4/,
  ],
  search: [/^ \/ a▏/m, /^ 2 selected (\(\d not shown\) )?· row/m],
  dialog: [/╭─ Remove 2 users from Contact Center\?/, /y remove +i make inactive instead +n keep/],
  form: [/▸ Role +\S.* → Supervisor/, /· 1 set/],
  commands: [/▸ " +Show only the selected, or everybody +not now/],
  queues: [/▸ All +500/],
  history: [/^ ▸ \d+ +\d{4}-/m, /undone by \d+/],
  user: [/Status +Active/, /Presence +[●◉◐○] \w+/],
  add: [/☑ \S/, /▸ ☐ \S/, /(inactive|pending)/],
};

it('tells by characters what elsewhere colors tell, too', async () => {
  const p = await openDemo({ env: { NO_COLOR: '1' } });
  const seen: string[] = [];
  await tour(p, name => {
    seen.push(name);
    for (const fact of facts[name]!) expect(p.screen(), name).toMatch(fact);
    if (name === 'roster') tellsOfUsers(p);
    expect(distinct(cells(p).flatMap(({ fg, bg }) => [fg, bg]))).toEqual([]);
    expect(cells(p).some(cell => cell.dim)).toBe(false);
    // Only one line stands out, and it is the one with the sign of the cursor.
    const lines = p.screen().split('\n');
    for (const [y, line] of lines.entries())
      for (let x = 0; x < p.columns; x++) if (p.cell(x, y).inverse) expect(line, name).toContain('▸');
  });
  expect(seen).toEqual(Object.keys(facts));
  expect(colorNumbers(p)).toEqual([]);
});

/** One of them is current, and each has a status and a presence. */
function tellsOfUsers(p: Program): void {
  const users = shownUsers(p);
  expect(users.filter(user => user.current)).toHaveLength(1);
  expect(users.every(({ text }) => /(Active|Inactive)$/.test(text.trimEnd()))).toBe(true);
  expect(users.every(({ text }) => /[●◉◐○] \w+/.test(text))).toBe(true);
  expect(users.some(({ text }) => text.includes('Inactive'))).toBe(true);
}
