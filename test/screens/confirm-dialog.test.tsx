import { expect, it } from 'vitest';
import type { App } from '../../source/app/state.ts';
import type { Planned } from '../../source/roster/screen/effects.ts';
import { openConfirm } from '../../source/screens/confirm/open.ts';
import type { Size } from '../../source/terminal/size.ts';
import { frameOf, linesOf } from './drawn.tsx';
import { planFor, press, pretend } from './pretend.ts';

const users = 500;
const ref = (id: number, name: string) => ({ id, name });
const queue = (id: number, name: string) => ({
  ...{ ...ref(id, name), channel: 'voice' as const, user_assignment_type: 'agent' as const },
  opted_in: true,
});
const leftOut = ['Alex can not be removed: that is you.', 'Kim can not be: the last owner.', 'Lee.'].map(
  message => ({ code: 'protected', message }),
);
const takesBack = {
  ...{ id: 9, at: '2026-11-13T07:41:00.000Z', operator_name: 'Kim', whose: 'theirs' as const },
  summary: 'Edit Ana Silva and 499 others: role, status, and what else there is to be said of it',
};

function removal(count: number): Planned {
  const planned = planFor({ kind: 'remove', ids: ids(count) }, users);
  for (const change of planned.changeSet.changes)
    change.fields = {
      role: { before: ref(1, 'Agent'), after: null },
      queues: { before: [queue(1, 'Billing'), queue(2, 'Sales'), queue(3, 'Chat')], after: null },
    };
  return planned;
}

/** An undo that brings back a team, too. */
function undo(count: number, more: Partial<Planned> = {}): Planned {
  const { changeSet } = planFor({ kind: 'edit', ids: ids(count), edits: [] }, users);
  for (const change of changeSet.changes)
    change.fields = { role: { before: ref(1, 'Agent'), after: ref(2, 'Supervisor') } };
  const team = { of: 'team' as const, id: 1, name: 'Night', before: null, after: { team_name: 'Night' } };
  const request = { kind: 'undo-set' as const, id: 9 };
  return {
    ...{ request, takesBack, leftOut: [], ...more },
    changeSet: { ...changeSet, kind: 'undo', undoes: 9, catalog: [team] },
  };
}

function ids(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function asked(planned: Planned, size: Size, changed: number[] = []): App {
  return openConfirm(pretend(users, size).app, planned, changed);
}

/** What stands inside the frame. */
function inside(app: App): string[] {
  const framed = linesOf(app).flatMap(line => /│ (.*) │/.exec(line)?.[1] ?? []);
  return framed.map(line => line.trimEnd());
}

it.each([
  { columns: 80, rows: 24 },
  { columns: 60, rows: 12 },
  { columns: 100, rows: 40 },
])('fits on a screen of $columns × $rows with its keys in sight, whatever it has to say', size => {
  for (const count of [1, 3, 500]) {
    const much = { leftOut, notShown: 1 };
    const dialogs = [removal(count), undo(count), { ...removal(count), ...much }, undo(count, much)];
    for (const app of dialogs.map(planned => asked(planned, size, [1]))) {
      const lines = linesOf(app);
      expect(lines.filter(line => /^ *╭─.*─╮|.╭─.*─╮/.test(line))).toHaveLength(1);
      expect(lines.filter(line => /╰─+╯/.test(line))).toHaveLength(1);
      expect(lines.at(-1)).toContain('? all keys');
      const shown = inside(app);
      expect(shown.at(-1)).toMatch(/n (keep|leave)$/);
      expect(shown.some(line => /^y |^Type \d+ and Enter/.test(line))).toBe(true);
      // Somebody is in sight, and where that is not everybody, how many there are besides.
      expect(shown.some(line => /Agent|Supervisor|^✗ Alex|team Night/.test(line))).toBe(true);
      if (count === 500) expect(shown.some(line => /↓ \d+ more|↑ \d+ above/.test(line))).toBe(true);
    }
  }
});

it('says who is removed, what they lose, licenses and the way back', () => {
  expect(inside(asked(removal(3), { columns: 100, rows: 30 }))).toEqual([
    '',
    '  Ana Silva 0                   Agent             Billing, Sales, Chat',
    '  Bruno da Silva 1              Agent             Billing, Sales, Chat',
    '  席尔瓦 美玲 2                 Agent             Billing, Sales, Chat',
    '',
    'They lose their license, role, queues, skills and settings.',
    'Their accounts stay.',
    'Essentials licenses 500 → 497 of 500.',
    'u brings them back.',
    '',
    'y remove    i make inactive instead    n keep',
  ]);
});

it('leaves room for the users where many things are left without somebody', () => {
  const planned = removal(30);
  planned.changeSet.notices = ['Billing', 'Sales', 'Chat', 'E-mail'].map(
    name => `${name} loses its last supervisor.`,
  );
  const app = asked(planned, { columns: 80, rows: 24 });
  expect(inside(app).slice(-7, -3)).toEqual([
    'Billing loses its last supervisor.',
    'Sales loses its last supervisor.',
    '2 more like these stand below the users.',
    'u brings them back.',
  ]);
  const end = inside(press({ app, asked: [], now: 9_000 }, users, ...Array(9).fill('pagedown')).app);
  const above = end.findIndex(line => line.includes('↑'));
  expect(end.slice(above - 2, above)).toEqual([
    'Chat loses its last supervisor.',
    'E-mail loses its last supervisor.',
  ]);
});

it('leaves the smallest screen to who, to what weighs most, and to the keys', () => {
  const planned = { ...removal(500), leftOut, notShown: 2 };
  expect(inside(asked(planned, { columns: 60, rows: 12 }))).toEqual([
    '  Ana Silva 0           Agent        Billing, Sales +1',
    '  ↓ 499 more',
    'Alex can not be removed: that is you.',
    'Kim can not be: the last owner.',
    "1 other can't be removed either.",
    '2 of them are not shown by the search and filters.',
    'They lose their license, role, queues, skills and',
    'Type 500 and Enter to remove: ▏',
    'i make inactive instead    n keep',
  ]);
});

it('lists of an undo who stays, the catalog, and who changes with every field', () => {
  const size = { columns: 100, rows: 40 };
  expect(inside(asked(undo(1, { leftOut: leftOut.slice(0, 1) }), size, [1]))).toEqual([
    '',
    '✗ Alex can not be removed: that is you.',
    '',
    '+ team Night  added',
    '  Name                Night',
    '',
    '~ Ana Silva 0  p0@acme.example  changed  ≠',
    '  Role                Agent → Supervisor',
    '',
    'Change set 9 of Kim, 2026-11-13 07:41: Edit Ana Silva and 499 others: role,',
    'status, and what else there is to be said of it',
    'It is not yours.',
    '✗ 1 user stays as now; the others are changed.',
    '≠ 1 user changed meanwhile. This is how things are now.',
    'Essentials licenses 500 → 499 of 500.',
    'u undoes it.',
    '',
    'y undo    n leave',
  ]);
});

it('counts users above and below the lines that are in sight', () => {
  const size = { columns: 100, rows: 24 };
  const app = asked(undo(500), size);
  const more = (keys: string[]) =>
    inside(press({ app, asked: [], now: 9_000 }, users, ...keys).app).find(line => /[↑↓]/.test(line));
  expect(more([])).toMatch(/^ {2}↓ 49\d more$/);
  expect(more(Array(12).fill('pagedown'))).toMatch(/^ {2}↑ 40 above {3}↓ 45\d more$/);
  expect(more(Array(200).fill('pagedown'))).toMatch(/^ {2}↑ 49\d above$/);
});

it('has danger in its frame and at its key, and what warns in another color', () => {
  const frame = frameOf(asked({ ...removal(3), notShown: 1 }, { columns: 100, rows: 30 }, [2]), 24);
  const warning = '\x1b[1m\x1b[38;5;222m';
  expect(frame).toContain('\x1b[38;5;210m╭');
  expect(frame).toContain(`${warning}≠ `);
  expect(frame).toContain(`${warning}1 of them is not shown`);
  const few = frameOf(asked(removal(3), { columns: 100, rows: 30 }), 24);
  expect(few).toContain('\x1b[1m\x1b[38;5;210my\x1b');
  expect(few).toContain('\x1b[1m\x1b[38;5;75mn\x1b');
});
