import { expect, it } from 'vitest';
import { withToast } from '../../source/app/toasts.ts';
import type { Progress, Task } from '../../source/roster/screen/effects.ts';
import { linesOf } from './drawn.tsx';
import { type Pretended, press, pretend, send } from './pretend.ts';

const users = 60;
const size = { columns: 120, rows: 30 };

function tell(story: Pretended, task: Task, progress: Progress | null): Pretended {
  return send(story, { type: 'progress', task, progress }, users);
}

/** The line with the counts, and what goes on beside them. */
function footer({ app }: Pretended): string {
  return linesOf(app).at(-2)?.trim() ?? '';
}

it('says how far a task is beside the counts, until it is over', () => {
  const writing = tell(pretend(users, size), 'write', { done: 4_200, total: 10_000 });
  expect(footer(writing)).toMatch(/^row 1 of 60 · 60 users {3,}Writing 4,200 of 10,000…$/);
  expect(footer(tell(writing, 'write', null))).toBe('row 1 of 60 · 60 users');
  const selecting = tell(pretend(users, size), 'select', { done: 400_000, total: null });
  expect(footer(selecting)).toMatch(/Selecting 400,000…$/);
});

it('says first what waits, then what was just said, then what is being written', () => {
  const exporting = tell(pretend(users, size), 'export', { done: 500, total: 1_000 });
  expect(footer(exporting)).toMatch(/Exporting 500 of 1,000… Esc stops it$/);
  const writing = tell(exporting, 'write', { done: 1, total: 2 });
  expect(footer(writing)).toMatch(/Writing 1 of 2…$/);
  const saying = { ...writing, app: withToast(writing.app, 'info', 'Kept.') };
  expect(footer(saying)).toMatch(/Kept\.$/);
  const waiting = send(saying, { type: 'waiting', waiting: true }, users);
  expect(footer(waiting)).toMatch(/Esc gives up$/);
});

it('leaves an export to itself once it takes long, and stops it with Esc', () => {
  const begun = press(pretend(users, size), users, 'E', 'enter');
  expect(begun.asked).toContainEqual(expect.objectContaining({ type: 'export', total: 60 }));
  // Until then the field is still there, and nothing is typed into it.
  expect(press(begun, users, 'x', 'enter').app.layers).toEqual(begun.app.layers);
  expect(press(begun, users, 'escape').asked.at(-1)).toEqual({ type: 'stop-export' });
  const long = tell(begun, 'export', { done: 10, total: 60 });
  expect(long.app.layers).toEqual([]);
  const stopping = press(long, users, '/', 'z', 'enter', 'escape');
  expect(stopping.asked.at(-1)).toEqual({ type: 'stop-export' });
  expect(stopping.app.roster.view.search).toBe('z');
  const stopped = send(tell(stopping, 'export', null), { type: 'export-stopped', path: '/tmp/u.csv' }, users);
  expect(stopped.app.toast?.text).toBe('Export stopped; /tmp/u.csv was not written.');
  expect(press(stopped, users, 'escape').app.roster.view.search).toBe('');
});

it('lets an export be named again when it fails', () => {
  const begun = press(pretend(users, size), users, 'E', 'enter');
  const failed = send(begun, { type: 'failed', message: "Can't write u.csv: no room." }, users);
  expect(press(failed, users, 'backspace').app.layers[0]).toMatchObject({
    kind: 'prompt',
    busy: false,
    field: { value: 'roster-users.cs' },
  });
});
