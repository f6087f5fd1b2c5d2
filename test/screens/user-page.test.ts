import { expect, it } from 'vitest';
import { spansWidth } from '../../source/components/line.ts';
import { makeLook } from '../../source/components/look.ts';
import { userLines } from '../../source/screens/user/page.ts';
import { changeSet, pageStory, update, user } from './page-story.ts';

const queue = {
  id: 1,
  name: 'Billing',
  channel: 'voice',
  user_assignment_type: 'both',
  opted_in: false,
} as const;

it('shows every setting, queues with type and opt-in, skills with levels, and the last changes', () => {
  const s = pageStory({ columns: 120, rows: 40 });
  s.press('enter');
  expect(s.take('user')).toEqual([{ type: 'user', id: 1 }]);
  const settings = {
    queues: [queue],
    skills: [{ id: 1, name: 'Spanish', level: 4 }],
    country_iso_code: 'DE',
  };
  const access = update(1, { user_access: { before: 'inactive', after: 'active' } });
  s.send({ type: 'user', id: 1, user: user(1, settings), changes: [changeSet(9, { changes: [access] })] });
  const shown = s.lines().join('\n');
  expect(shown).toMatch(/Billing +voice +both +opted out/);
  expect(shown).toMatch(/Spanish +▰▰▰▰▱ 4/);
  expect(shown).toMatch(/Country +DE/);
  expect(shown).toMatch(/maria · Edit number 9/);
  expect(shown).toMatch(/Status +Inactive → Active/);
  expect(shown).toContain('user 1 of 3');
});

it('goes on to the other users of the view, and says where they end', () => {
  const s = pageStory();
  s.press('enter', 'right');
  expect(s.take('user').map(asked => asked.id)).toEqual([1, 2]);
  expect(s.app.roster.cursor).toBe(1);
  s.press('n');
  s.take('user');
  s.press('n');
  // Beyond the rows on screen the next ones are asked for first.
  const [asked] = s.take('window');
  s.send({
    type: 'windowed',
    request: asked!.request,
    window: { rows: s.app.roster.rows, cursor: 2, before: 0 },
  });
  expect(s.app.toast?.text).toBe('No more users that way.');
  s.press('left');
  expect(s.take('user').map(asked => asked.id)).toEqual([2]);
});

it('reads the user again when somebody wrote, and says so when they are gone', () => {
  const s = pageStory();
  s.press('enter');
  s.send({ type: 'user', id: 1, user: user(1), changes: [] });
  s.take('user');
  s.send({ type: 'others-changed' });
  expect(s.take('user')).toEqual([{ type: 'user', id: 1 }]);
  s.send({ type: 'user', id: 1, user: null, changes: [] });
  expect(s.lines().join('\n')).toContain('Person 1 is no contact center user any more.');
  s.press('x');
  expect(s.take('plan')).toEqual([]);
  expect(s.app.toast?.text).toContain('no contact center user any more');
  s.press('escape');
  expect(s.app.layers).toEqual([]);
});

it('goes by the name that the user has now', () => {
  const s = pageStory();
  s.press('enter');
  s.send({ type: 'user', id: 1, user: user(1, { display_name: 'Abby' }), changes: [] });
  s.press('h');
  expect(s.lines()[1]).toContain('History of Abby');
});

it('scrolls as far as there is something to see', () => {
  const s = pageStory({ columns: 80, rows: 20 });
  s.press('enter');
  s.send({ type: 'user', id: 1, user: user(1), changes: [] });
  expect(s.lines().join('\n')).toMatch(/↓ \d+ more lines/);
  s.press('end');
  expect(s.lines().join('\n')).toMatch(/user 1 of 3 · end/);
  s.press('down', 'home');
  expect(s.app.layers[0]).toMatchObject({ top: 0 });
});

it('keeps every line within the screen, however long names are', () => {
  const long = 'Sehr lange Warteschlange für 日本語サポート '.repeat(4);
  const settings = {
    queues: [{ ...queue, name: long }],
    skills: [{ id: 1, name: long, level: 5 }],
    display_name: long,
  };
  const look = makeLook(0, 'unicode');
  for (const width of [60, 80, 100, 200]) {
    const layer = {
      kind: 'user',
      person_id: 1,
      name: '',
      user: user(1, settings),
      changes: [],
      top: 0,
      stepping: false,
    } as const;
    for (const line of userLines({ ...layer, changes: [] }, width, look))
      expect(spansWidth(line)).toBeLessThanOrEqual(width);
  }
});
