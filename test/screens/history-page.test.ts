import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AppliedChangeSet } from '../../source/roster/plan/change-set.ts';
import { frameOf } from './drawn.tsx';
import { changeSet, type PageStory, pageStory, update } from './page-story.ts';

function sets(from: number, to: number): AppliedChangeSet[] {
  return Array.from({ length: from - to + 1 }, (_, index) => changeSet(from - index));
}

it('reads on by key before the end is reached, and keeps the cursor on its set when it is read again', () => {
  const s = pageStory();
  s.press('h');
  expect(s.take('history')).toEqual([
    { type: 'history', person_id: null, search: '', place: { before: null } },
  ]);
  const first = { type: 'history', person_id: null, search: '', total: 150 } as const;
  s.send({ ...first, place: { before: null }, sets: sets(150, 51) });
  s.press('pagedown', 'pagedown', 'end');
  expect(s.take('history').at(-1)).toEqual({
    type: 'history',
    person_id: null,
    search: '',
    place: { before: 51 },
  });
  s.send({ ...first, place: { before: 51 }, sets: sets(50, 1) });
  expect(s.app.layers[0]).toMatchObject({ current: 51 });
  s.press('up');
  s.send({ type: 'others-changed' });
  expect(s.take('history')).toEqual([{ type: 'history', person_id: null, search: '', place: { since: 1 } }]);
  s.send({ ...first, total: 151, place: { since: 1 }, sets: sets(151, 1) });
  expect(s.app.layers[0]).toMatchObject({ current: 52 });
  expect(s.lines().join('\n')).toContain('change 100 of 151');
});

/** The lines of the table: what a person reads there. */
function table(s: PageStory): string[] {
  return rowsIn(s.lines());
}

function rowsIn(lines: readonly string[]): string[] {
  return lines.filter(line => line.includes('Edit number'));
}

/** Somebody commits further sets, and the screen hears of it. */
function others(s: PageStory, newest: number, oldest = 1): void {
  s.send({ type: 'others-changed' });
  const { place } = s.take('history').at(-1)!;
  s.send({ type: 'history', person_id: null, search: '', place, total: newest, sets: sets(newest, oldest) });
}

/** The number of the set that the cursor is seen on. */
function seen(s: PageStory): number {
  return markedIn(s.lines());
}

function markedIn(lines: readonly string[]): number {
  return Number(/▸ .*Edit number (\d+)/.exec(lines.join('\n'))?.[1]);
}

function opened(newest: number, size?: { columns: number; rows: number }): PageStory {
  const s = pageStory(size);
  s.press('h');
  s.send({
    type: 'history',
    person_id: null,
    search: '',
    place: { before: null },
    total: newest,
    sets: sets(newest, 1),
  });
  s.take('history');
  return s;
}

it('undoes and opens what the cursor was seen on, whatever others commit meanwhile', () => {
  const s = opened(4);
  expect(seen(s)).toBe(4);
  const before = table(s);
  others(s, 6);
  expect(table(s)).toEqual(before);
  expect(s.lines()[1]).toContain('↑ 2 newer  newest first');
  s.press('u');
  expect(s.take('plan')).toEqual([{ type: 'plan', request: { kind: 'undo-set', id: 4 } }]);
  s.press('enter');
  expect(s.take('change-set')).toEqual([{ type: 'change-set', id: 4, after: null }]);
  others(s, 7);
  s.press('u');
  expect(s.take('plan')).toEqual([{ type: 'plan', request: { kind: 'undo-set', id: 4 } }]);
  s.press('escape', 'up');
  expect(seen(s)).toBe(5);
  s.press('home');
  expect(seen(s)).toBe(7);
  expect(s.lines()[1]).not.toContain('newer');
});

it('shows the newest again below its heading where there is room, once somebody moves', () => {
  const s = opened(4);
  others(s, 5);
  s.press('down');
  expect(seen(s)).toBe(3);
  expect(table(s)).toHaveLength(5);
});

it('moves no line and no cursor but by keys', () => {
  const step = fc.oneof(
    fc.record({ key: fc.constantFrom('up', 'down', 'pageup', 'pagedown', 'home', 'end') }),
    fc.record({ commits: fc.integer({ min: 1, max: 3 }) }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step, { maxLength: 12 }), (count, steps) => {
      let newest = count;
      const s = opened(newest, { columns: 80, rows: 20 });
      let lines = s.lines();
      for (const one of steps) {
        const before = lines;
        if ('key' in one) s.press(one.key);
        else {
          newest += one.commits;
          others(s, newest);
        }
        lines = s.lines();
        if (!('key' in one)) expect(rowsIn(lines)).toEqual(rowsIn(before));
        s.take('history');
        s.press('u');
        expect(s.take('plan')).toEqual([
          { type: 'plan', request: { kind: 'undo-set', id: markedIn(lines) } },
        ]);
      }
    }),
    { numRuns: 60 },
  );
});

it('undoes the set under the cursor, unless that is undone already', () => {
  const s = pageStory();
  s.press('h');
  const undone = changeSet(2, { undone_by: 3 });
  s.send({
    type: 'history',
    search: '',
    person_id: null,
    place: { before: null },
    total: 2,
    sets: [changeSet(4), undone],
  });
  s.press('u');
  expect(s.take('plan')).toEqual([{ type: 'plan', request: { kind: 'undo-set', id: 4 } }]);
  s.press('down', 'u');
  expect(s.take('plan')).toEqual([]);
  expect(s.app.toast?.text).toBe('Change set 2 is undone already, by change set 3.');
});

it('names everybody for whom an undoing is refused', () => {
  const s = pageStory();
  s.press('h');
  s.send({
    type: 'history',
    person_id: null,
    search: '',
    place: { before: null },
    total: 1,
    sets: [changeSet(4)],
  });
  s.press('u');
  const problems = ['Ana', 'Bruno'].map(name => ({
    code: 'changed_since',
    message: `${name} changed since.`,
  }));
  const request = { kind: 'undo-set', id: 4 } as const;
  s.send({ type: 'planned', planned: { request, changeSet: changeSet(0, { problems }), leftOut: [] } });
  expect(s.app.layers.at(-1)).toMatchObject({ kind: 'problems', problems });
  s.press('escape', 'escape');
  expect(s.app.layers).toEqual([]);
});

it('shows before and after of each user, and asks for the next ones when the end comes near', () => {
  const s = pageStory({ columns: 80, rows: 24 });
  s.press('h');
  const set = changeSet(4, { users: 300 });
  s.send({ type: 'history', person_id: null, search: '', place: { before: null }, total: 1, sets: [set] });
  s.press('enter');
  expect(s.take('change-set')).toEqual([{ type: 'change-set', id: 4, after: null }]);
  const role = { before: { id: 1, name: 'Agent' }, after: { id: 2, name: 'Supervisor' } };
  const changes = Array.from({ length: 200 }, (_, index) => update(index + 1, { role }));
  s.send({ type: 'change-set', refused: [], set, after: null, changes });
  expect(s.lines().join('\n')).toMatch(/~ Person 1 .*changed *\n.*Role +Agent → Supervisor/);
  s.press('end');
  expect(s.take('change-set')).toEqual([{ type: 'change-set', id: 4, after: 200 }]);
  s.send({ type: 'change-set', refused: [], set, after: 200, changes: changes.slice(0, 100) });
  const layer = s.app.layers.at(-1);
  expect(layer?.kind === 'change-set' && layer.changes?.length).toBe(300);
});

it('is closed to those who may not read it, and says what is missing', () => {
  const s = pageStory(undefined, { mayReadHistory: false, role_name: 'Supervisor' });
  s.press('h');
  expect(s.app.layers).toEqual([]);
  expect(s.app.toast?.text).toBe(
    'maria may not read the history: the role Supervisor lacks RptContactCenterOperationLog:Read.',
  );
});

it('shows of a key what tells it from the others', () => {
  const s = pageStory();
  s.press('h');
  const via = 'ssh 10.0.0.7 SHA256:MhDaWTlrVLhBGwNtzIMnuTlPxLY17qaTdjVzaiMdq4Q';
  const place = { before: null };
  s.send({ type: 'history', person_id: null, search: '', place, total: 1, sets: [changeSet(4, { via })] });
  expect(s.lines().join('\n')).toContain('ssh 10.0.0.7 SHA256:MhDaWTlr…  ');
});

it('has the number of each set, and marks what is undone, or undone in part', () => {
  const s = pageStory({ columns: 80, rows: 24 });
  s.press('h');
  const read = [
    changeSet(12),
    changeSet(11, { partly_undone_by: 12 }),
    changeSet(9, { undone_by: 10, partly_undone_by: 8 }),
  ];
  s.send({ type: 'history', person_id: null, search: '', place: { before: null }, total: 3, sets: read });
  expect(s.lines().slice(3, 7).join('\n')).toMatch(
    /Id .*\n ▸ 12 .*Edit number 12 +1 *\n {3}11 .*Edit number 11 +1 +partly undone *\n {4}9 .*Edit number 9 +1 +undone *$/,
  );
});

it('has a line for each set at 100 columns: the current one on a bar, what is undone dim', () => {
  const s = pageStory();
  s.press('h');
  const read = [
    changeSet(12, { users: 1_200, operator_name: 'Maria Lopez' }),
    changeSet(11, { undone_by: 12, summary: 'Edit 席尔瓦 美玲: role' }),
    changeSet(9),
  ];
  s.send({ type: 'history', person_id: null, search: '', place: { before: null }, total: 3, sets: read });
  expect(s.lines().slice(1, 7)).toEqual([
    ' History  all changes                                                                  newest first',
    '',
    '   Id  When              Who          From   What                    Users',
    ' ▸ 12  2026-11-23 07:41  Maria Lopez  local  Edit number 12          1,200',
    '   11  2026-11-23 07:41  maria        local  Edit 席尔瓦 美玲: role      1  undone by 12',
    '    9  2026-11-23 07:41  maria        local  Edit number 9               1',
  ]);
  const [heads, current, undone, plain] = frameOf(s.app, 24).split('\n').slice(3);
  expect(heads).toMatch(/^\S*38;5;247m +Id/);
  // The bar is as wide as the screen.
  expect(current).toMatch(/48;5;25m.*▸.*Edit number 12 {10} *1,200 {20,}\S*49m/);
  expect(undone).toMatch(/38;5;247m11\S*39m .*38;5;247mmaria\S*39m .*38;5;247mundone by 12/);
  expect(plain).toMatch(/ 9 {2}2026-11-23 07:41 {2}maria +\S*38;5;247mlocal\S*39m +Edit number 9/);
});
