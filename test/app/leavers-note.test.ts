import { expect, it } from 'vitest';
import { pageStory } from '../screens/page-story.ts';

type Story = ReturnType<typeof pageStory>;

const text = (leavers: number) => `${leavers} people left and hold licenses · L shows them`;

/** The account's numbers come, as after somebody's commit. */
function heard(s: Story, leavers: number): void {
  s.send({
    type: 'refreshed',
    pushes: [],
    account: { ...s.app.account, leavers },
    missing: { queue: null, role: null },
    viewer: s.app.viewer,
    news: { latest: 0, sets: [], added: [], changed: [] },
  });
}

it('says who left when nothing else is said, and again only where they became more', () => {
  const s = pageStory();
  s.send({ type: 'copied', what: 'something', text: '' });
  heard(s, 12);
  expect(s.app.toast?.text).toBe('Copied something');
  s.send({ type: 'toast-expired', id: s.app.toast!.id });
  expect(s.app.toast?.text).toBe(text(12));
  s.press('j');
  heard(s, 12);
  heard(s, 3);
  expect(s.app.toast).toBe(null);
  heard(s, 4);
  expect(s.app.toast?.text).toBe(text(4));
});

it('says how many they are by then, after what was said of e-mails, and nothing of nobody', () => {
  const s = pageStory();
  s.send({ type: 'outbox', waiting: 3, unknown: 0 });
  heard(s, 12);
  heard(s, 5);
  s.send({ type: 'toast-expired', id: s.app.toast!.id });
  expect(s.app.toast?.text).toBe(text(5));
  const quiet = pageStory();
  quiet.send({ type: 'copied', what: 'something', text: '' });
  heard(quiet, 2);
  heard(quiet, 0);
  quiet.send({ type: 'toast-expired', id: quiet.app.toast!.id });
  expect(quiet.app.toast).toBe(null);
});

it('waits until the roster is in front, where its key is heard', () => {
  const s = pageStory();
  s.press('/');
  heard(s, 12);
  expect(s.app.toast).toBe(null);
  s.press('enter');
  heard(s, 12);
  expect(s.app.toast?.text).toBe(text(12));
});

it('says it to nobody who can’t remove them', () => {
  const s = pageStory(undefined, { mayEdit: false });
  heard(s, 12);
  expect(s.app.toast).toBe(null);
});

it('L does something only while there is somebody who left', () => {
  const s = pageStory();
  s.press('L');
  expect(s.take('plan')).toEqual([]);
  expect(s.app.toast?.text).toBe('Nobody who left holds a license.');
  expect(s.lines().at(-1)).not.toContain('L leavers');
  heard(s, 1);
  s.press('j');
  expect(s.lines().at(-1)).toContain('L leavers');
  s.press('L');
  expect(s.take('plan')).toEqual([{ type: 'plan', request: { kind: 'remove', ids: [], leavers: true } }]);
});
