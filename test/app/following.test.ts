import { expect, it } from 'vitest';
import type { PushProgress } from '../../source/roster/push/push-state.ts';
import { changeSet, type PageStory, pageStory } from '../screens/page-story.ts';

/** A screen on a roster that is connected to an account, where 40 users were just added. */
function added(): PageStory {
  const story = pageStory({ columns: 120, rows: 30 });
  const source = { read_at: '2026-11-29T10:00:00Z', failing_since: null, failure: null, waiting: 0 };
  story.app = { ...story.app, account: { ...story.app.account, source } };
  const applied = changeSet(12, { kind: 'add', summary: 'Add 40 users', users: 40 });
  story.send({ type: 'applied', applied, request: { kind: 'add', ids: [], edits: [] } });
  return story;
}

/** It is looked again, and the push is so far. */
function looked(story: PageStory, push: Partial<PushProgress>): PageStory {
  const { account, viewer } = story.app;
  const base = { id: 12, changed_at: '2026-11-29T10:00:00Z', done: 0, calls: 9, refused: 0 };
  story.send({
    type: 'refreshed',
    ...{ account, viewer, missing: { queue: null, role: null } },
    news: { latest: 12, sets: [], added: [], changed: [] },
    pushes: [{ ...base, state: 'waiting', ...push }],
  });
  return story;
}

const said = ({ app }: PageStory) => [app.toast?.text ?? null, app.pushing];

it('says of a quick one in its own toast that the account has it', () => {
  const story = added();
  const [first] = said(story);
  expect(first).toMatch(/^Added .+ u undoes$/);
  const { id } = story.app.toast!;
  expect(said(looked(story, {}))).toEqual([first, null]);
  expect(said(looked(story, { done: 7 }))).toEqual([first, null]);
  const [then] = said(looked(story, { state: 'pushed', done: 9 }));
  expect(then).toMatch(/^Added .+ · the account has it · u undoes$/);
  expect(story.app.toast!.id).toBe(id);
  expect(story.app.follows).toEqual([]);
});

it('says nothing of it once nobody waits for that any more', () => {
  const story = added();
  story.press('j');
  expect(said(looked(story, { state: 'pushed', done: 9 }))).toEqual([null, null]);
});

it('says how far a long one is where nothing else is said, and its end', () => {
  const story = looked(added(), { done: 2 });
  expect(said(story)).toEqual([null, 'Adding 40 users · 2 of 9 calls']);
  story.press('z');
  expect(said(looked(story, { done: 8 }))).toEqual([
    'z does nothing here · ? all keys',
    'Adding 40 users · 8 of 9 calls',
  ]);
  story.press('j');
  const [end, pushing] = said(looked(story, { state: 'pushed', done: 9 }));
  expect(end).toMatch(/the account has it/);
  expect(pushing).toBe(null);
});

it('says what was refused, whatever else is said', () => {
  expect(said(looked(added(), { state: 'in_part', done: 9, refused: 2 }))).toEqual([
    '38 of 40 went through; refused: 2 · w shows them',
    null,
  ]);
  expect(said(looked(added(), { state: 'refused', done: 0, refused: 40 }))[0]).toMatch(
    /^Refused by the account: Add .+ · w shows why$/,
  );
});

it('follows nothing that is for the roster alone', () => {
  const story = added();
  story.send({
    type: 'refreshed',
    ...{ account: story.app.account, viewer: story.app.viewer, missing: { queue: null, role: null } },
    news: { latest: 12, sets: [], added: [], changed: [] },
    pushes: [],
  });
  expect(story.app.follows).toEqual([]);
});
