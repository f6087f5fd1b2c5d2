import { expect, it } from 'vitest';
import { reduce } from '../../source/app/reduce.ts';
import type { App } from '../../source/app/state.ts';
import { StatusLine } from '../../source/app/status-line.tsx';
import { withToast } from '../../source/app/toasts.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { componentLines, frameOf } from '../screens/drawn.tsx';
import { press, pretend, send } from '../screens/pretend.ts';

const users = 10;

it('goes with the next key', () => {
  const copied = press(pretend(users), users, 'y');
  expect(copied.app.toast).toMatchObject({ text: 'Copied p0@acme.example' });
  expect(press(copied, users, 'j').app.toast).toBe(null);
});

it('goes by itself after 8 s, unless another has come', () => {
  const copied = press(pretend(users), users, 'y');
  expect(copied.asked).toContainEqual({ type: 'expire-toast', id: 1, ms: 8_000 });
  expect(send(copied, { type: 'toast-expired', id: 1 }, users).app.toast).toBe(null);
  const again = press(copied, users, 'y');
  expect(send(again, { type: 'toast-expired', id: 1 }, users).app.toast).not.toBe(null);
});

it('waits for a key when it is an error', () => {
  const failed = send(pretend(users), { type: 'failed', message: 'No.' }, users);
  expect(failed.asked.filter(effect => effect.type === 'expire-toast')).toEqual([]);
});

it('goes by itself, too, when it is there from the start', () => {
  const { app } = pretend(users);
  const { effects } = reduce(withToast(app, 'info', 'The queue Sales no longer exists.'), { type: 'start' });
  expect(effects).toContainEqual(expect.objectContaining({ type: 'expire-toast' }));
});

it('shows that it is cut where three lines are not enough', () => {
  const text = 'Something that is far too long to be read. '.repeat(12);
  const lines = status(withToast(pretend(users).app, 'error', text), 80);
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/…$/);
  expect(lines.every(line => displayWidth(line) <= 80)).toBe(true);
});

it('says all of what is too long to stand beside the counts above them', () => {
  const text = 'Bruno da Silva may look but not change: the role Supervisor lacks UserManagement:Edit.';
  const app = withToast(pretend(users).app, 'error', text);
  expect(status(app, 160)).toEqual(['', expect.stringMatching(/^ row 1 of 10 {3,}✗ Bruno .*Edit\.$/)]);
  expect(status(app, 60)).toEqual([
    ' ✗ Bruno da Silva may look but not change: the role',
    '   Supervisor lacks UserManagement:Edit.',
    ' row 1 of 10',
  ]);
});

it('covers neither the head of the table nor the row that the cursor is on, however many lines it has', () => {
  const size = { columns: 60, rows: 12 };
  const text = 'Something that is far too long to be read. '.repeat(12);
  const { app } = pretend(users);
  const drawn = (cursor: number) => {
    const roster = { ...app.roster, rows: app.roster.rows.slice(0, 5), cursor };
    return frameOf(withToast({ ...app, size, roster }, 'error', text)).split('\n');
  };
  for (const cursor of [0, 1, 3, 4]) {
    const lines = drawn(cursor);
    expect(lines[3]).toContain('Name');
    expect(lines.filter(line => line.includes('▸'))).toEqual([expect.stringContaining(`p${cursor}@`)]);
  }
});

function status(app: App, width: number): string[] {
  const line = <StatusLine app={app} place="row 1 of 10" width={width} />;
  return componentLines(line, { columns: width, rows: 4 });
}
