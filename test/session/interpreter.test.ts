import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Who } from '../../source/operator/who.ts';
import type { ChangeRequest, CountEffect, Effect, Outcome } from '../../source/roster/screen/effects.ts';
import { nobody, withAll } from '../../source/roster/screen/selection.ts';
import { type View, wholeRoster } from '../../source/roster/screen/view.ts';
import type { WindowRequest } from '../../source/roster/users/row.ts';
import { createInterpreter, type Host } from '../../source/session/interpreter.ts';
import type { Perform } from '../../source/session/loop.ts';
import { createReaders } from '../../source/session/reading/reader.ts';
import { temporaryFolder } from '../after-file.ts';
import { crowd, license } from '../db/crowd.ts';
import { type Fixture, makeRoster, openFixture } from '../db/fixture.ts';

let prepared: string;
let fixture: Fixture;
let perform: Perform<Effect, Outcome>;
let happened: string[];

beforeAll(async () => {
  const people = crowd(70);
  prepared = await makeRoster(people);
  const fixture = await openFixture(prepared);
  await license(fixture, people);
  await fixture.close();
});

beforeEach(async () => {
  const path = join(temporaryFolder(), 'roster.db');
  copyFileSync(prepared, path);
  fixture = await openFixture(path);
  happened = [];
  const note = (what: string) => () => happened.push(what);
  const host = { redraw: note('redraw'), suspend: note('suspend'), quit: note('quit') };
  const rest = {
    copy: note('copy'),
    remember: note('remember'),
    saveSession: note('saveSession'),
    draw: note('draw'),
    giveUp: note('give up'),
    runBeside: async () => 0,
  };
  const whole: Host = { ...host, ...rest };
  const who: Who = { operator: fixture.operator, proof: { login: 'maria' }, via: 'local' };
  const readers = createReaders(path);
  perform = createInterpreter({
    roster: fixture.roster,
    readers,
    who,
    identify: async () => ({ who }),
    host: whole,
  });
  return () => {
    vi.useRealTimers();
    void readers.close();
    return fixture.close();
  };
});

/** What the key waits for, and what comes after it. */
async function outcomesOf(effect: Effect) {
  const { now, later } = perform(effect, outcome => happened.push(outcome.type));
  return { now: (await now) ?? [], later: (await later) ?? [] };
}

function count(view: View = wholeRoster): CountEffect {
  return { type: 'count', view, selected: nobody, person_id: 5 };
}

const request: WindowRequest = {
  ...{ anchor: 'first', anchorRow: 0, delta: 0, cursorLine: 0 },
  ...{ height: 5, ifGone: 'first' },
};

it('answers with the key what is counted at once', async () => {
  const asked = count();
  let { now, later } = await outcomesOf(asked);
  // The first one opens the connection that counts, and on a busy machine another may last longer than a turn.
  for (let tries = 0; now.length === 0 && tries < 200; tries++) ({ now, later } = await outcomesOf(asked));
  expect(now).toMatchObject([{ type: 'counted', totals: { users: 60, matching: 60 } }]);
  expect(now[0]).toHaveProperty('asked', asked);
  expect(later).toEqual([]);
});

it('counts for no list any more once rows of another view are asked for', async () => {
  const choices = perform({ type: 'choice-counts', of: 'queue', view: wholeRoster }, () => {});
  const view: View = { ...wholeRoster, search: 'silva' };
  const [found, rows] = await Promise.all([choices.later, outcomesOf({ type: 'window', view, request })]);
  expect((await choices.now) ?? []).toEqual([]);
  expect(found).toEqual([]);
  expect([...rows.now, ...rows.later]).toMatchObject([{ type: 'windowed' }]);
});

it('answers only the newest of counts, and of rows', async () => {
  const counts = [
    count(),
    count({ ...wholeRoster, search: 'silva' }),
    count({ ...wholeRoster, search: 'zz' }),
  ];
  const counted = await Promise.all(counts.map(outcomesOf));
  expect(counted.map(({ now, later }) => now.length + later.length)).toEqual([0, 0, 1]);
  const windows = [1, 2, 3].map((height): Effect => {
    return { type: 'window', view: wholeRoster, request: { ...request, height } };
  });
  const rows = await Promise.all(windows.map(outcomesOf));
  expect(rows.map(({ now, later }) => [...now, ...later])).toEqual([
    [],
    [],
    [expect.objectContaining({ type: 'windowed', request: { ...request, height: 3 } })],
  ]);
});

it('gathers people before it counts, and lets go of the count', async () => {
  const counting = outcomesOf(count());
  const gathering = outcomesOf({ type: 'ids', view: wholeRoster, change: 'all' });
  expect(await counting).toEqual({ now: [], later: [] });
  const { now, later } = await gathering;
  expect([...now, ...later]).toMatchObject([{ type: 'ids', change: 'all', ids: { size: 60 } }]);
});

it('finds out who of a selection is no user any more, of a few and of very many', async () => {
  const gone = [7, 14, 5_000];
  const few = withAll(nobody, [1, 2, ...gone]);
  const many = withAll(
    nobody,
    Array.from({ length: 5_000 }, (_, n) => n + 1),
  );
  const peopleOf = async (selected: typeof few) => {
    const { now, later } = await outcomesOf({ type: 'missing-users', selected });
    const [outcome] = [...now, ...later];
    return outcome?.type === 'missing-users' ? [...outcome.people] : [];
  };
  expect(await peopleOf(few)).toEqual(gone);
  const without = await peopleOf(many);
  expect(without).toHaveLength(4_940);
  expect(without).toContain(7);
  expect(without).not.toContain(1);
});

it('says how many of those to be removed are not shown, also among those who alone are', async () => {
  const ids = [1, 2, 3, 4];
  const notShown = async (seenIn: View) => {
    const request: ChangeRequest = { kind: 'remove', ids, seenIn };
    const [outcome] = (await outcomesOf({ type: 'plan', request })).now;
    return outcome?.type === 'planned' ? outcome.planned.notShown : null;
  };
  expect(await notShown(wholeRoster)).toBe(0);
  expect(await notShown({ ...wholeRoster, only: withAll(nobody, [2, 3, 50]) })).toBe(2);
  expect(await notShown({ ...wholeRoster, search: 'nobody at all' })).toBe(4);
});

it('says that it is written before all of it is in the file, and brings it there after a moment', async () => {
  const ids = Array.from({ length: 60 }, (_, n) => n + 1);
  const [outcome] = (await outcomesOf({ type: 'plan', request: { kind: 'remove', ids } })).now;
  if (outcome?.type !== 'planned') throw new Error('Not planned.');
  const before = readFileSync(fixture.roster.path);
  // The moment is as long as this test likes.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { now, later } = await outcomesOf({ type: 'apply', planned: outcome.planned });
  expect([...now, ...later]).toMatchObject([{ type: 'applied' }]);
  expect(readFileSync(fixture.roster.path).equals(before)).toBe(true);
  vi.runOnlyPendingTimers();
  expect(readFileSync(fixture.roster.path).equals(before)).toBe(false);
});

it('leaves once what is being written is written', async () => {
  const { now } = await outcomesOf({ type: 'plan', request: { kind: 'remove', ids: [1, 2] } });
  const [planned] = now;
  if (planned?.type !== 'planned') throw new Error('Not planned.');
  const writing = outcomesOf({ type: 'apply', planned: planned.planned });
  perform({ type: 'quit' }, () => {});
  expect(happened).toEqual(['give up']);
  const written = await writing;
  expect([...written.now, ...written.later]).toMatchObject([{ type: 'applied' }]);
  await new Promise(resolve => setImmediate(resolve));
  expect(happened).toEqual(['give up', 'quit']);
});

it('begins no write that waits for its turn once it leaves', async () => {
  const planned = async (id: number) => {
    const [outcome] = (await outcomesOf({ type: 'plan', request: { kind: 'remove', ids: [id] } })).now;
    if (outcome?.type !== 'planned') throw new Error('Not planned.');
    return outcome.planned;
  };
  const plans = [await planned(1), await planned(2)];
  const [first, second] = plans.map(plan => outcomesOf({ type: 'apply', planned: plan }));
  perform({ type: 'quit' }, () => {});
  const done = await first!;
  expect([...done.now, ...done.later]).toMatchObject([{ type: 'applied' }]);
  expect(await second).toEqual({ now: [], later: [] });
  const gone = await fixture.read
    .selectFrom('changes')
    .select('person_id')
    .where('action', '=', 'remove')
    .execute();
  expect(gone).toEqual([{ person_id: 1 }]);
});

it('tells what failed, and of what', async () => {
  const effect: Effect = {
    ...{ type: 'export', view: wholeRoster, path: temporaryFolder() },
    ...{ overwrite: false, total: null },
  };
  const { now, later } = await outcomesOf(effect);
  expect([...now, ...later]).toEqual([
    { type: 'failed', message: expect.stringContaining('is a folder'), effect },
  ]);
});
