import { expect, it } from 'vitest';
import { makeLook } from '../../source/components/look.ts';
import { reduce } from '../../source/screens/reduce.ts';
import { toastLines } from '../../source/screens/roster/toast-lines.ts';
import { withToast } from '../../source/screens/toasts.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { press, pretend, send } from './pretend.ts';

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
  const app = withToast(
    pretend(users).app,
    'error',
    'Something that is far too long to be read. '.repeat(12),
  );
  const lines = toastLines(app, 80, makeLook(0, 'unicode')).map(line =>
    line.map(({ text }) => text).join(''),
  );
  expect(lines).toHaveLength(3);
  expect(lines[2]?.trimEnd()).toMatch(/…$/);
  expect(lines.every(line => displayWidth(line) <= 80)).toBe(true);
});
