import { expect, it } from 'vitest';
import type { AppliedChangeSet } from '../../source/roster/change-set.ts';
import { changeSet, pageStory, update } from './page-story.ts';

function sets(from: number, to: number): AppliedChangeSet[] {
  return Array.from({ length: from - to + 1 }, (_, index) => changeSet(from - index));
}

it('reads on by key before the end is reached, and keeps the cursor on its set when it is read again', () => {
  const s = pageStory();
  s.press('h');
  expect(s.take('history')).toEqual([{ type: 'history', person_id: null, place: { before: null } }]);
  const first = { type: 'history', person_id: null, total: 150 } as const;
  s.send({ ...first, place: { before: null }, sets: sets(150, 51) });
  s.press('pagedown', 'pagedown', 'end');
  expect(s.take('history').at(-1)).toEqual({ type: 'history', person_id: null, place: { before: 51 } });
  s.send({ ...first, place: { before: 51 }, sets: sets(50, 1) });
  expect(s.app.layers[0]).toMatchObject({ cursor: 99 });
  s.press('up');
  s.send({ type: 'others-changed' });
  expect(s.take('history')).toEqual([{ type: 'history', person_id: null, place: { since: 1 } }]);
  s.send({ ...first, total: 151, place: { since: 1 }, sets: sets(151, 1) });
  const layer = s.app.layers[0];
  expect(layer?.kind === 'history' && layer.sets[layer.cursor]?.id).toBe(52);
  expect(s.lines().join('\n')).toContain('change 100 of 151');
});

it('undoes the set under the cursor, unless that is undone already', () => {
  const s = pageStory();
  s.press('h');
  const undone = changeSet(2, { undone_by: 3 });
  s.send({
    type: 'history',
    person_id: null,
    place: { before: null },
    total: 2,
    sets: [changeSet(4), undone],
  });
  s.press('u');
  expect(s.take('plan')).toEqual([{ type: 'plan', wish: { kind: 'undo-set', id: 4 } }]);
  s.press('down', 'u');
  expect(s.take('plan')).toEqual([]);
  expect(s.app.toast?.text).toBe('Change set 2 is undone already, by change set 3.');
});

it('names everybody for whom an undoing is refused', () => {
  const s = pageStory();
  s.press('h');
  s.send({ type: 'history', person_id: null, place: { before: null }, total: 1, sets: [changeSet(4)] });
  s.press('u');
  const problems = ['Ana', 'Bruno'].map(name => ({
    code: 'changed_since',
    message: `${name} changed since.`,
  }));
  const wish = { kind: 'undo-set', id: 4 } as const;
  s.send({ type: 'planned', planned: { wish, changeSet: changeSet(0, { problems }), leftOut: [] } });
  expect(s.app.layers.at(-1)).toMatchObject({ kind: 'problems', problems });
  s.press('escape', 'escape');
  expect(s.app.layers).toEqual([]);
});

it('shows before and after of each user, and asks for the next ones when the end comes near', () => {
  const s = pageStory({ columns: 80, rows: 24 });
  s.press('h');
  const set = changeSet(4, { users: 300 });
  s.send({ type: 'history', person_id: null, place: { before: null }, total: 1, sets: [set] });
  s.press('enter');
  expect(s.take('change-set')).toEqual([{ type: 'change-set', id: 4, after: null }]);
  const role = { before: { id: 1, name: 'Agent' }, after: { id: 2, name: 'Supervisor' } };
  const changes = Array.from({ length: 200 }, (_, index) => update(index + 1, { role }));
  s.send({ type: 'change-set', set, after: null, changes });
  expect(s.lines().join('\n')).toMatch(/~ Person 1 .*changed *\n.*Role +Agent → Supervisor/);
  s.press('end');
  expect(s.take('change-set')).toEqual([{ type: 'change-set', id: 4, after: 200 }]);
  s.send({ type: 'change-set', set, after: 200, changes: changes.slice(0, 100) });
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
  s.send({ type: 'history', person_id: null, place, total: 1, sets: [changeSet(4, { via })] });
  expect(s.lines().join('\n')).toContain('ssh 10.0.0.7 SHA256:MhDaWTlr…  ');
});
