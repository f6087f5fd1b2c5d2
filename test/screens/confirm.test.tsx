import { expect, it } from 'vitest';
import { HintLine } from '../../source/app/hint-line.tsx';
import { topLayer } from '../../source/app/stack.ts';
import { openConfirm } from '../../source/screens/confirm/open.ts';
import { componentLines, linesOf } from './drawn.tsx';
import { appliedOf, type Pretended, planFor, press, pretend, send } from './pretend.ts';

const users = 60;
const wanted = { type: 'apply' };

function dialog({ app }: Pretended) {
  const top = topLayer(app);
  if (top?.kind !== 'confirm') throw new Error('No dialog is open.');
  return top;
}

function key(story: Pretended, name: string, at: number): Pretended {
  return send(story, { type: 'key', key: name, text: name, at }, users);
}

it('hears accepting keys only after it has been there for a moment', () => {
  const open = press(pretend(users), users, 'x');
  const since = dialog(open).openedAt;
  for (const deaf of ['y', 'i']) {
    expect(key(open, deaf, since + 299).asked).not.toContainEqual(expect.objectContaining(wanted));
    expect(dialog(key(open, deaf, since + 299))).toEqual({ ...dialog(open), early: deaf });
  }
  expect(key(open, 'y', since + 300).asked).toContainEqual(expect.objectContaining(wanted));
  expect(key(open, 'n', since + 1).app.layers).toEqual([]);
});

it('says of a key that came too early that the dialog was just opening, for as long as it was', () => {
  const open = press(pretend(users), users, '*', 'x');
  const since = dialog(open).openedAt;
  const hints = ({ app }: Pretended) =>
    componentLines(<HintLine app={app} width={80} />, { columns: 80, rows: 1 }).join('');
  const early = key(open, '6', since + 200);
  expect(dialog(early).typed).toBe('');
  expect(hints(early)).toContain('The dialog is just opening: 6 did nothing. Press it again.');
  expect(early.asked).toContainEqual({ type: 'wake', ms: 101 });
  const after = send({ ...early, app: { ...early.app, now: since + 300 } }, { type: 'awake' }, users);
  expect(hints(after)).toContain('? all keys');
  expect(hints(key(open, 'n', since + 1))).not.toContain('opening');
  expect(hints(key(early, 'down', since + 400))).toContain('? all keys');
});

it('does not hear a key that was pressed before its plan was there', () => {
  const asked = press(pretend(users), users, 'space');
  const planned = planFor({ kind: 'remove', ids: [1] }, users);
  const open = send({ ...asked, app: { ...asked.app, now: 9_000 } }, { type: 'planned', planned }, users);
  expect(key(open, 'y', 8_500).asked).not.toContainEqual(expect.objectContaining(wanted));
});

it('needs the number of those it removes, and takes no other', () => {
  const open = press(pretend(users), users, '*', 'x');
  expect(press(open, users, 'y').asked).not.toContainEqual(expect.objectContaining(wanted));
  const wrong = press(open, users, '6', 'enter');
  expect(dialog(wrong)).toMatchObject({ typed: '', complaint: '6 is not 60. Nothing is removed.' });
  const right = press(wrong, users, '6', '1', 'backspace', '0', 'enter');
  expect(right.asked).toContainEqual(expect.objectContaining(wanted));
  expect(press(open, users, 'enter').asked).not.toContainEqual(expect.objectContaining(wanted));
});

it('writes once, however often one agrees', () => {
  const written = press(pretend(users), users, 'x', 'y', 'y', 'i', 'enter');
  expect(written.asked.filter(effect => effect.type === 'apply')).toHaveLength(1);
});

it('closes when it is done, with the list of its keys over it, too', () => {
  const busy = press(pretend(users), users, 'x', 'y', '?');
  const applied = appliedOf(planFor({ kind: 'remove', ids: [1] }, users));
  const done = send(busy, { type: 'applied', applied, request: { kind: 'remove', ids: [1] } }, users);
  expect(done.app.layers).toEqual([]);
});

it('is there again when somebody was quicker, deaf at first, with who changed', () => {
  const busy = press(pretend(users), users, 'space', 'space', 'x', 'y');
  const planned = planFor({ kind: 'remove', ids: [1, 2] }, users);
  const later = { ...busy, app: { ...busy.app, now: 90_000 } };
  const again = send(later, { type: 'stale', planned, changed: [2] }, users);
  expect(dialog(again)).toMatchObject({ changed: [2], busy: false, typed: '' });
  expect(again.app.layers).toHaveLength(1);
  const heard = key(again, 'y', 90_299).asked.filter(effect => effect.type === 'apply');
  expect(heard).toHaveLength(1);
});

it('can be answered again after a failure', () => {
  const busy = press(pretend(users), users, 'x', 'y');
  const failed = send(busy, { type: 'failed', message: 'The disk is full.' }, users);
  expect(failed.app.toast).toMatchObject({ tone: 'error', text: 'The disk is full.' });
  expect(dialog(failed).busy).toBe(false);
});

it('scrolls as far as there is something to see, and back at once', () => {
  const open = press(pretend(users), users, '*', 'x');
  const bottom = press(open, users, ...Array(12).fill('pagedown'));
  const { block } = dialog(bottom).top;
  expect(block).toBeGreaterThan(0);
  expect(dialog(press(bottom, users, 'down')).top).toEqual({ block, line: 0 });
  expect(dialog(press(bottom, users, 'up')).top).toEqual({ block: block - 1, line: 0 });
});

it('shows what it asks about as it may be drawn, whatever a name holds', () => {
  const planned = planFor({ kind: 'undo' }, users);
  const team = { of: 'team' as const, id: 1, before: null, after: {}, name: '\x1b]0;x\x07\u202e' };
  const changeSet = { ...planned.changeSet, kind: 'undo' as const, undoes: 12, changes: [], catalog: [team] };
  const open = openConfirm(pretend(users).app, { ...planned, changeSet });
  expect(linesOf(open).join('\n')).toContain('Undo 12: bring back the team ␛]0;x␇\\u{202e}?');
});
