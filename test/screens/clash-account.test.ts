import { expect, it } from 'vitest';
import type { ClashingUser } from '../../source/roster/pull/clash-lines.ts';
import type { Planned } from '../../source/roster/screen/effects.ts';
import type { Row } from '../../source/roster/users/row.ts';
import { admin, agent, billing, sales, supervisor } from '../roster/build.ts';
import { pageStory } from './page-story.ts';

const member = (queue: typeof billing | typeof sales, user_assignment_type = 'agent') => ({
  ...{ ...queue, user_assignment_type, opted_in: true },
});

const ana: ClashingUser = {
  ...{ person_id: 1, name: 'Ana Silva' },
  clashes: [
    { field: 'role', was: agent, theirs: admin, mine: supervisor },
    {
      ...{ field: 'queues', was: [] },
      theirs: [member(billing), member(sales, 'supervisor')],
      mine: [member(sales)],
    },
  ],
};

const bruno: ClashingUser = {
  ...{ person_id: 2, name: 'Bruno Costa' },
  clashes: [{ field: 'role', was: supervisor, theirs: admin, mine: agent }],
};

function row(person_id: number, name: string, pending: Row['pending']): Row {
  return {
    ...{ person_id, name, email: `p${person_id}@acme.example`, department: '', role: 'Agent', queues: [] },
    ...{ presence: 'Offline', presenceReason: null, status: 'active', pending },
  };
}

/** A roster of two, of whom Ana was changed on both sides. */
function connected() {
  const story = pageStory();
  const source = { read_at: '2026-11-29T08:00:00.000Z', failing_since: null, failure: null, waiting: 0 };
  const rows = [row(1, 'Ana Silva', 'clash'), row(2, 'Bruno Costa', null)];
  story.app = {
    ...story.app,
    account: { ...story.app.account, source },
    roster: { ...story.app.roster, rows, cursor: 0, before: 0, asked: null },
  };
  return story;
}

/** The screen on these users, as `d` opens it. */
function opened(users: ClashingUser[]) {
  const story = connected();
  story.send({ type: 'clashes', ids: null, opens: true, users });
  return story;
}

const lines = (story: ReturnType<typeof connected>) =>
  story.lines().filter(line => / [○●] /.test(line) && !line.includes('☐'));

it('asks for those of the current user, and only where there are any', () => {
  const story = connected();
  expect(story.lines().at(-1)).toContain('d theirs or mine');
  story.press('d');
  expect(story.take('clashes')).toEqual([{ type: 'clashes', ids: [1], seenIn: undefined, opens: true }]);
  story.app = { ...story.app, roster: { ...story.app.roster, cursor: 1 } };
  expect(story.lines().at(-1)).not.toContain('theirs or mine');
  story.press('d');
  expect(story.take('clashes')).toEqual([]);
  expect(story.app.toast?.text).toBe('Bruno Costa was not changed both here and at the account.');
  story.send({ type: 'clashes', ids: [2], opens: true, users: [] });
  expect(story.app.toast?.text).toMatch(/^Nothing is to be decided/);
  expect(story.app.layers).toEqual([]);
});

it('shows what it was, theirs and mine, and of lists each item; what one side alone changed goes without saying', () => {
  const story = opened([ana]);
  expect(story.lines()[1]).toBe(' Changed on both sides   Ana Silva');
  expect(lines(story)).toEqual([
    expect.stringMatching(/^ ▸ Role +Agent +○ Admin +○ Supervisor$/),
    expect.stringMatching(/^ {3}Queues: Billing +– +● agent +○ –$/),
    expect.stringMatching(/^ {3}Queues: Sales +– +○ supervisor +○ agent$/),
  ]);
  story.press('enter');
  expect(story.take('plan')).toEqual([]);
  story.press('m', 't', 'enter');
  expect(story.take('plan')).toMatchObject([
    {
      request: {
        ...{ kind: 'resolve', ids: [1] },
        resolutions: [
          { person_id: 1, field: 'role', theirs: admin, mine: supervisor, after: supervisor },
          { person_id: 1, field: 'queues', after: [member(sales, 'supervisor'), member(billing)] },
        ],
      },
    },
  ]);
});

it('decides for many at once', () => {
  const story = opened([ana, bruno]);
  expect(story.lines()[1]).toBe(' Changed on both sides   Ana Silva and Bruno Costa');
  expect(lines(story)[0]).toMatch(/^ ▸ Role {2}2 users +\(varies\) +○ Admin +○ \(varies\)$/);
  story.press('M', 'enter');
  const [plan] = story.take('plan');
  expect(plan?.request).toMatchObject({
    ids: [1, 2],
    resolutions: [
      { person_id: 1, field: 'role', after: supervisor },
      { person_id: 1, field: 'queues', after: [member(sales)] },
      { person_id: 2, field: 'role', after: agent },
    ],
  });
});

it('shows what clashes by now, where that is something else to be chosen again, and leaves once it is decided', () => {
  const story = opened([ana]);
  story.press('m', 'm');
  story.take('clashes');
  story.send({ type: 'others-changed' });
  expect(story.take('clashes')).toEqual([{ type: 'clashes', ids: null, seenIn: undefined, opens: false }]);
  const now = {
    ...ana,
    clashes: [{ ...ana.clashes[0]!, theirs: { id: 9, name: 'Coach' } }, ana.clashes[1]!],
  };
  story.send({ type: 'clashes', ids: null, opens: false, users: [now] });
  expect(lines(story)).toEqual([
    expect.stringMatching(/Role +Agent +○ Coach +○ Supervisor$/),
    expect.stringMatching(/Queues: Billing .*● agent/),
    expect.stringMatching(/Queues: Sales .*● agent$/),
  ]);
  story.press('T', 'enter');
  const [{ request }] = story.take('plan') as [Extract<(typeof story.asked)[number], { type: 'plan' }>];
  const changeSet = { kind: 'edit' as const, summary: 'Edit', changes: [], catalog: [], problems: [] };
  const planned: Planned = { request, changeSet: { ...changeSet, licenses: [], notices: [] }, leftOut: [] };
  const done = { id: 9, at: '', operator_name: 'maria', via: '', users: 1, undone_by: null };
  story.send({ type: 'applied', applied: { ...planned.changeSet, ...done }, request });
  expect(story.app.layers).toEqual([]);
  // What was asked for before comes too late to open it again.
  story.send({ type: 'clashes', ids: null, opens: false, users: [ana] });
  expect(story.app.layers).toEqual([]);
});

it('leaves where others have decided it', () => {
  const story = opened([ana]);
  story.send({ type: 'clashes', ids: null, opens: false, users: [] });
  expect(story.app.layers).toEqual([]);
  expect(story.app.toast?.text).toMatch(/^Nothing is to be decided/);
});
