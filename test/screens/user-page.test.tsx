import { expect, it } from 'vitest';
import { userColumns } from '../../source/screens/user/blocks.ts';
import { texts, wrongBlocks } from './block-heights.tsx';
import { frameOf } from './drawn.tsx';
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

it('shows what is set at the account alone under a heading of its own, where anything is', () => {
  const shown = (settings: Parameters<typeof user>[1]) => {
    const s = pageStory({ columns: 120, rows: 50 });
    s.press('enter');
    s.send({ type: 'user', id: 1, user: user(1, settings), changes: [] });
    return s.lines().join('\n');
  };
  expect(shown({ max_agent_load: 60, multi_channel_engagements: true })).not.toMatch(
    /at the account|no effect/,
  );
  const page = shown({
    ...{ max_agent_load: 60, multi_channel_engagements: false },
    ...{ mobile_client: false, allowed_devices: ['mobile', 'CTI'], email_occupied: 80 },
  });
  expect(page).toMatch(/Several channels +off/);
  expect(page).toMatch(/Agent load +60 \(no effect\)/);
  expect(page).toMatch(
    /Set at the account only.*\n +Allowed devices +mobile; CTI.*\n +Mobile client +off.*\n +Occupied: e-mails +80/,
  );
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

it('knows how many lines each part takes, and keeps it within its column, however long names are', () => {
  const changes = texts.map((text, index) => {
    const role = { before: { id: 1, name: 'Agent' }, after: { id: 2, name: text } };
    const change = { ...update(1, { role }), action: index % 2 === 0 ? 'update' : 'remove' } as const;
    return changeSet(9 - index, { summary: text, changes: [change] });
  });
  const settings = {
    queues: texts.map((name, id) => ({ ...queue, id, name })),
    skills: texts.map((name, id) => ({ id, name, level: id % 2 === 0 ? 5 : null })),
  };
  const one = user(1, settings);
  const [display_name, first_name, last_name, department, user_email, user_id, ...rest] = texts as string[];
  const named = {
    ...one,
    person: { ...one.person, display_name, first_name, last_name, department, user_email, user_id },
    settings: { ...one.settings, display_name: rest[0], role: { id: 1, name: rest[1] } },
  } as typeof one;
  for (const width of [60, 80, 100, 200]) {
    for (const { blocks, width: room } of userColumns(
      { user: named, name: '', changes, atAccount: null },
      width,
    ))
      expect(wrongBlocks(blocks, room)).toEqual([]);
    for (const { blocks, width: room } of userColumns(
      { user: null, name: texts[9]!, changes: null, atAccount: null },
      width,
    ))
      expect(wrongBlocks(blocks, room)).toEqual([]);
  }
});

it('keeps what is at the top of it while others change the user', () => {
  const s = pageStory({ columns: 100, rows: 20 });
  s.press('enter');
  const set = (id: number) =>
    changeSet(id, { changes: [update(1, { user_access: { before: 'active', after: 'inactive' } })] });
  const sets = (newest: number) => Array.from({ length: newest }, (_, index) => set(newest - index));
  s.send({ type: 'user', id: 1, user: user(1), changes: sets(40) });
  s.press('pagedown', 'pagedown', 'pagedown');
  const before = s.lines();
  expect(before[3]).toContain('Edit number 24');
  s.send({ type: 'user', id: 1, user: user(1), changes: sets(43) });
  expect(s.lines().slice(0, -2)).toEqual(before.slice(0, -2));
  expect(s.lines().at(-2)).toContain('more lines');
  s.press('home');
  const top = s.lines();
  s.send({ type: 'user', id: 1, user: user(1, { queues: [queue] }), changes: sets(43) });
  expect(s.lines()[3]).toBe(`${top[3]} (1)`);
});

it('tells by color what is named, what is said of it, and what is not as usual', () => {
  const s = pageStory({ columns: 120, rows: 40 });
  s.press('enter');
  const settings = {
    queues: [queue],
    skills: [{ id: 1, name: 'Spanish', level: 4 }],
    user_access: 'inactive',
  } as const;
  s.send({
    type: 'user',
    id: 1,
    user: user(1, settings as never),
    changes: [changeSet(9, { undone_by: 10 })],
  });
  const frame = frameOf(s.app, 24);
  expect(frame).toMatch(/\[1mPerson 1\S*\[22m +\S*38;5;247mp1@acme\.example/);
  expect(frame).toMatch(/38;5;222mInactive\S* +\S*38;5;247mAgent/);
  expect(frame).toMatch(/38;5;247mStatus\S* +\S*38;5;222mInactive/);
  expect(frame).toMatch(/Billing *\S*38;5;247m *voice\S* +both *\S*38;5;222m *opted out/);
  expect(frame).toMatch(/38;5;75m▰▰▰▰\S*38;5;247m▱\S* 4/);
  expect(frame).toMatch(/38;5;247m *maria · Edit number 9 · change 9\S*38;5;222m *undone by 10/);
});
