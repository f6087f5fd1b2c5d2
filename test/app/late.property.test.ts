import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Action } from '../../source/app/layers.ts';
import { mustWait } from '../../source/app/must-wait.ts';
import { reduce } from '../../source/app/reduce.ts';
import { type App, initialApp } from '../../source/app/state.ts';
import type { Effect } from '../../source/roster/screen/effects.ts';
import { answer, matching, press, pretend, windowOf } from '../screens/pretend.ts';

/** Of these only the newest is answered; people to select are counted with the rest, so that a count is aborted. */
const aborts: Partial<Record<Effect['type'], Effect['type'][]>> = {
  window: ['window'],
  count: ['count'],
  'choice-counts': ['choice-counts'],
  'missing-users': ['missing-users'],
  ids: ['count'],
  between: ['count'],
};

/** A screen whose answers come late, in any order; keys that have to wait for them do. */
function lateStory(users: number) {
  const { viewer, account, size } = pretend(users).app;
  let app: App = initialApp(size, viewer, account, {}, null);
  let pending: Effect[] = [];
  const keys: Action[] = [];
  let now = 1_000;
  const send = (action: Action) => {
    const step = reduce(app, action);
    app = step.app;
    for (const effect of step.effects) {
      pending = pending.filter(({ type }) => !aborts[effect.type]?.includes(type));
      pending.push(effect);
    }
  };
  const workOff = () => {
    while (keys[0] && !mustWait(app, keys[0])) send(keys.shift()!);
  };
  send({ type: 'start' });
  return {
    get app() {
      return app;
    },
    press(key: string) {
      now += 1_000;
      keys.push({ type: 'key', key, text: key === 'space' ? ' ' : /^.$/u.test(key) ? key : '', at: now });
      workOff();
    },
    /** One of the answers that are missing comes; false if none is. */
    deliver(pick: number): boolean {
      if (pending.length === 0) return false;
      const [effect] = pending.splice(pick % pending.length, 1);
      const outcome = answer(effect!, users);
      if (outcome) send(outcome);
      workOff();
      return true;
    },
    othersRemoved(count: number) {
      users = Math.max(0, users - count);
      send({ type: 'others-changed' });
      workOff();
    },
    get users() {
      return users;
    },
    get waiting() {
      return keys.length;
    },
  };
}

type Late = ReturnType<typeof lateStory>;

function deliverAll(story: Late): void {
  for (let rounds = 0; story.deliver(0); rounds++)
    if (rounds > 500) throw new Error('It never comes to rest.');
}

/** What the screen says, checked against the whole list. */
function expectTruth({ app, users, waiting }: Late): void {
  const { view, rows, cursor, before, totals, selected, asked, gathering, counting } = app.roster;
  expect({ waiting, asked, gathering, counting }).toEqual({
    waiting: 0,
    asked: null,
    gathering: false,
    counting: null,
  });
  const all = matching(view, users);
  const row = rows[cursor];
  expect(row === undefined).toBe(all.length === 0);
  expect(totals).toEqual({
    users,
    matching: all.length,
    selectedMatching: all.filter(({ person_id }) => selected.has(person_id)).length,
  });
  if (!row) return;
  const place = all.findIndex(({ person_id }) => person_id === row.person_id);
  expect(before).toBe(place - cursor);
  const request = {
    ...{ anchor: row.person_id, anchorRow: place, delta: 0, cursorLine: cursor },
    ...{ height: rows.length, ifGone: 'next' as const },
  };
  expect(rows).toEqual(windowOf(all, request).rows);
}

const moving = ['j', 'k', 'down', 'up', 'pageup', 'pagedown', 'home', 'end'];
const selecting = ['space', 'v', '*', '~', '-'];
const looking = ['s', 'S', '<', '>', '=', '/', 'a', '1', 'enter', 'escape', 'backspace', '"', 'f'];

const key = (...of: string[]) => fc.constantFrom(...of).map(name => ({ key: name }));
const deliver = fc.nat({ max: 5 }).map(pick => ({ pick }));
const removed = fc.integer({ min: 1, max: 4 }).map(count => ({ removed: count }));
const users = fc.constantFrom(0, 1, 7, 60, 200);

function play(
  story: Late,
  moves: readonly ({ key: string } | { pick: number } | { removed: number })[],
): Late {
  for (const move of moves) {
    if ('key' in move) story.press(move.key);
    else if ('pick' in move) story.deliver(move.pick);
    else story.othersRemoved(move.removed);
  }
  deliverAll(story);
  return story;
}

it('comes to show what is, in whatever order answers come and whatever others do meanwhile', () => {
  const move = fc.oneof(
    { weight: 6, arbitrary: key(...moving, ...selecting, ...looking) },
    { weight: 4, arbitrary: deliver },
    { weight: 1, arbitrary: removed },
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), users, (moves, count) =>
      expectTruth(play(lateStory(count), moves)),
    ),
    // A word twice finds whom it finds once.
    { numRuns: 300, examples: [[['/', 'a', 'space', 'a'].map(key => ({ key })), 7]] },
  );
});

it('does with late answers what keys do with prompt ones', () => {
  const move = fc.oneof(
    { weight: 3, arbitrary: key(...moving, ...selecting) },
    { weight: 1, arbitrary: deliver },
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), users, (moves, count) => {
      const late = play(lateStory(count), moves).app.roster;
      const keys = moves.flatMap(one => ('key' in one ? [one.key] : []));
      const prompt = press(pretend(count), count, ...keys).app.roster;
      expect([late.cursor, late.before, late.rows]).toEqual([prompt.cursor, prompt.before, prompt.rows]);
      expect([...late.selected]).toEqual([...prompt.selected]);
    }),
    { numRuns: 300 },
  );
});
