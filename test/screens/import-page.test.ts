import { expect, it } from 'vitest';
import type { Change, Problem } from '../../source/roster/plan/change-set.ts';
import type { Planned } from '../../source/roster/screen/effects.ts';
import { openImport } from '../../source/screens/import/reducer.ts';
import { frameOf } from './drawn.tsx';
import { changeSet, type PageStory, pageStory, update } from './page-story.ts';

const path = '/tmp/users.csv';
const request = { kind: 'import', path } as const;
const role = { before: { id: 1, name: 'Agent' }, after: { id: 2, name: 'Supervisor' } };

function planned(changes: Change[], problems: Problem[] = [], notices: string[] = []): Planned {
  const licenses = [{ package_name: 'essentials' as const, before: 3, after: 4, total: 10 }];
  return { request, changeSet: changeSet(0, { changes, problems, notices, licenses }), leftOut: [] };
}

function opened(plan: Planned, size = { columns: 100, rows: 30 }): PageStory {
  const s = pageStory(size);
  s.app = openImport(s.app, plan);
  return s;
}

function many(count: number, from = 1): Change[] {
  return Array.from({ length: count }, (_, index) => update(from + index, { role }));
}

const boss: Problem = {
  ...{ code: 'unknown_role', line: 3, column: 'role_name', value: 'Boss' },
  message: 'No role is called "Boss". Write one of Agent, Supervisor, or add it first: roster role add NAME.',
};

it('shows what a file would change', () => {
  const added: Change = { ...update(2, { role: { before: null, after: role.after } }), action: 'add' };
  const s = opened(planned([update(1, { role }), added], [], ['Columns used: user_email, role_name.']));
  expect(s.lines().slice(1, 13)).toEqual([
    ` Import preview  /tmp/users.csv${' '.repeat(46)}nothing is written yet`,
    '',
    '   + 1 to add   ~ 1 to change',
    '   Essentials licenses 3 → 4 of 10',
    '   Columns used: user_email, role_name.',
    '',
    '   ~ Person 1  p1@acme.example  changed',
    '     Role                Agent → Supervisor',
    '',
    '   + Person 2  p2@acme.example  added',
    '     Role                Supervisor',
    '',
  ]);
});

it('names each problem once with its lines, column and value, and what to do', () => {
  const long = { ...boss, line: 9, column: 'queues', value: 'Q'.repeat(200), message: 'Too long.' };
  const s = opened(planned([], [boss, { ...boss, line: 4 }, long]), { columns: 80, rows: 24 });
  expect(s.lines().slice(3, 12)).toEqual([
    '   ✗ 3 problems',
    '   Essentials licenses 3 → 4 of 10',
    '',
    '   ✗ lines 3–4  role_name  "Boss"',
    '     No role is called "Boss". Write one of Agent, Supervisor, or add it first:',
    '     roster role add NAME.',
    `   ✗ line 9  queues  "${'Q'.repeat(38)}…`,
    '     Too long.',
    '',
  ]);
});

it('says that there is nothing to change', () => {
  const s = opened({ ...planned([]), changeSet: changeSet(0) });
  expect(s.lines()[3]).toBe('   Nothing to change: the roster is as the file says.');
});

it('shows of a notice that is as long as the file what can be read', () => {
  const s = opened(planned(many(3), [], [`Not used: added_at${'_'.repeat(900_000)}.`]));
  expect(s.lines()[5]).toContain('Not used: added_at____');
  expect(s.lines().join('\n')).toContain('~ Person 3');
});

it('keeps its place on the same user when the file is read again', () => {
  const s = opened(planned(many(40)));
  s.press('pagedown', 'pagedown');
  const [first] = s.lines().slice(3);
  s.press('r');
  s.send({ type: 'planned', planned: planned([...many(7, 100), ...many(40)]) });
  expect(s.lines()[3]).toBe(first);
});

it('has in sight whom it asks about again', () => {
  const s = opened(planned(many(40)));
  s.press('s');
  s.send({ type: 'stale', planned: planned(many(40)), changed: [20] });
  expect(s.lines()[4]).toContain('~ Person 20');
});

it('says that it is writing', () => {
  const s = opened(planned(many(1)));
  s.press('s');
  expect(s.lines()[1]).toMatch(/ Writing…$/);
});

it('tells problems and additions by color, too', () => {
  const added: Change = { ...update(2, {}), action: 'add' };
  const frame = frameOf(opened(planned([added], [boss])).app, 24);
  expect(frame).toContain('\x1b[1m\x1b[38;5;210m✗ 1 problem');
  expect(frame).toContain('\x1b[1m\x1b[38;5;114m+ 1 to add');
  expect(frame).toContain('\x1b[38;5;210m"Boss"');
});
