import { expect, it } from 'vitest';
import { type Pretended, pretend, send } from '../screens/pretend.ts';

const users = 10;

/** Somebody else changes these. */
function changed(story: Pretended, ...people: number[]): Pretended {
  const { account, viewer } = story.app;
  const set = { operator_name: 'Kim', kind: 'edit' as const, summary: 'Edit', users: 1, names: ['Ana'] };
  const latest = (story.app.latestSet ?? 0) + 1;
  const news = { latest, sets: [{ id: latest, ...set }], added: [], changed: people };
  return send(
    story,
    { type: 'refreshed', account, viewer, missing: { queue: null, role: null }, news, pushes: [] },
    users,
  );
}

function marked({ app }: Pretended): number[] {
  return [...(app.rowNews?.rows.keys() ?? [])];
}

it('marks each for its own moment, however much goes on', () => {
  const first = changed(pretend(users), 1, 2);
  const second = changed(first, 2, 3);
  expect(second.asked.filter(effect => effect.type === 'expire-news').map(({ number }) => number)).toEqual([
    1, 2,
  ]);
  const later = send(second, { type: 'news-expired', number: 1 }, users);
  expect(marked(later)).toEqual([2, 3]);
  expect(marked(send(later, { type: 'news-expired', number: 2 }, users))).toEqual([]);
});

it('marks no more than were changed of late', () => {
  let story = pretend(users);
  for (let set = 1; set <= 100; set++) {
    story = changed(story, set);
    if (set > 4) story = send(story, { type: 'news-expired', number: set - 4 }, users);
  }
  expect(marked(story)).toEqual([97, 98, 99, 100]);
});
