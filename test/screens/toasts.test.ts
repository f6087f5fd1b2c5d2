import { expect, it } from 'vitest';
import { reduce } from '../../source/screens/reduce.ts';
import { withToast } from '../../source/screens/toasts.ts';
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
