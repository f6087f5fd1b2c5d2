import { expect, it } from 'vitest';
import type { AppliedChangeSet, Change } from '../../source/roster/plan/change-set.ts';
import { frameOf } from './drawn.tsx';
import { changeSet, type PageStory, pageStory, update } from './page-story.ts';

const role = { before: { id: 1, name: 'Agent' }, after: { id: 2, name: 'Supervisor' } };

/** The page of a set of which these changes are read. */
function opened(set: AppliedChangeSet, changes: Change[], size = { columns: 100, rows: 30 }): PageStory {
  const s = pageStory(size);
  s.press('h');
  s.send({ type: 'history', person_id: null, search: '', place: { before: null }, total: 1, sets: [set] });
  s.press('enter');
  s.send({ type: 'change-set', refused: [], set, after: null, changes });
  s.take('change-set');
  return s;
}

function many(count: number): Change[] {
  return Array.from({ length: count }, (_, index) => update(index + 1, { role }));
}

it('says who, when and from where, and of each user what changed', () => {
  const set = changeSet(12, {
    ...{ kind: 'undo', undoes: 9, partly_undone_by: 13, users: 3 },
    licenses: [
      { package_name: 'essentials', before: 3, after: 4, total: 10 },
      { package_name: 'premium', before: 2, after: 2, total: 5 },
    ],
    notices: ['1 e-mail is waiting.'],
    catalog: [
      { of: 'team', id: 1, name: 'Night', before: { team_name: 'Late' }, after: { team_name: 'Night' } },
    ],
  });
  const added: Change = {
    ...{ ...update(2, {}), action: 'add' },
    fields: {
      role: { before: null, after: role.after },
      region: { before: null, after: { id: 1, name: 'Europe' } },
      skills: { before: null, after: [{ id: 1, name: 'Spanish', level: 4 }] },
    },
  };
  const removed: Change = { ...update(3, { role: { before: role.before, after: null } }), action: 'remove' };
  const s = opened(set, [update(1, { role }), added, removed]);
  expect(s.lines().slice(1, 23)).toEqual([
    ` Change 12  Edit number 12${' '.repeat(54)}partly undone by 13`,
    '',
    '   2026-11-23 07:41 · maria · local · takes back change 9',
    '   Essentials licenses 3 → 4 of 10',
    '   1 e-mail is waiting.',
    '',
    '   ~ team Night  changed',
    '     Name                Late → Night',
    '',
    '   ~ Person 1  p1@acme.example  changed',
    '     Role                Agent → Supervisor',
    '',
    '   + Person 2  p2@acme.example  added',
    '     Role                Supervisor',
    '     Region              Europe',
    '     Right after:',
    '     Skills              Spanish 4',
    '',
    '   − Person 3  p3@acme.example  removed',
    '     Role                Agent',
    '',
    '',
  ]);
  expect(s.lines().at(-2)).toBe(' 3 users');
});

it('breaks what is too long for a line, the new value below the old', () => {
  const region = {
    before: { id: 1, name: 'A region with a name that takes a line of its own, and more than that' },
    after: { id: 2, name: 'Another such region' },
  };
  const s = opened(changeSet(1), [update(1, { region })], { columns: 80, rows: 24 });
  expect(s.lines().slice(5, 9)).toEqual([
    '   ~ Person 1  p1@acme.example  changed',
    '     Region              A region with a name that takes a line of its own, and',
    '                         more than that',
    '                         → Another such region',
  ]);
});

it('says how many are read and how many lines are below, and scrolls to the end', () => {
  const s = opened(changeSet(4, { users: 300 }), many(200));
  expect(s.lines().at(-2)).toBe(' 200 of 300 users read · ↓ 577 more lines');
  s.press('down', 'down');
  expect(s.lines()[3]).toContain('~ Person 1');
  s.press('pagedown');
  expect(s.lines()[4]).toContain('~ Person 9');
  s.press('end');
  expect(s.lines()[26]).toMatch(/Role +Agent → Supervisor/);
  expect(s.lines().at(-2)).toBe(' 200 of 300 users read · end');
  s.press('home');
  expect(s.lines()[3]).toContain('2026-11-23 07:41');
});

it('does not count what is far below', () => {
  const s = opened(changeSet(4, { users: 600 }), many(600));
  expect(s.lines().at(-2)).toBe(' 600 users · ↓ over 1,000 more lines');
});

it('stays at its end when the window grows', () => {
  const s = opened(changeSet(4, { users: 100 }), many(100), { columns: 80, rows: 24 });
  s.press('end');
  s.send({ type: 'resize', size: { columns: 80, rows: 40 } });
  expect(s.lines()[36]).toMatch(/Role +Agent → Supervisor/);
});

it('tells what comes and goes by color, too', () => {
  const set = changeSet(4, { undone_by: 5 });
  const s = opened(set, [update(1, { role }), { ...update(2, {}), action: 'remove' }]);
  const frame = frameOf(s.app, 24);
  expect(frame).toContain('\x1b[38;5;222mundone by 5');
  expect(frame).toContain('\x1b[1m\x1b[38;5;75m~ ');
  expect(frame).toContain('\x1b[1m\x1b[38;5;210m− ');
  expect(frame).toContain('\x1b[38;5;247mAgent\x1b[38;5;75m → \x1b[39mSupervisor');
});
